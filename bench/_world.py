# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The world that pages are measured in: many advertisements, and people who have used them.

Database and index are kept until the day is over or a migration changes, so that only the first
run of a day waits for the filling.
"""

import os
import random
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import psycopg

from jobunivers.config import postgres
from jobunivers.testing import ROOT
from jobunivers.testing.database import address_of, copy_of_template, drop_database

KEPT = ROOT / ".jobunivers" / "bench"
SEED = 7
APPLICATIONS, STARS, HIDDEN, EVENTS = 12, 5, 2, 10  # of each citizen
_AT_A_TIME = 2000
# So many are taken in through the door; the rest are copies of them at other places, since taking
# in is measured elsewhere.
_TAKEN_IN = 5_000
_PLACE = {
    "street", "postal_code", "city", "country", "kommune_code", "latitude", "longitude",
    "place_precision", "employer_id",
}  # fmt: skip
Say = Callable[[str], None]


def enter(ads: int, citizens: int) -> bool:
    """Point this process and its children at the kept world; return whether it is to be filled."""
    addresses = postgres.test_environment(ROOT)
    owner = addresses["DATABASE_OWNER_URL"]
    from jobunivers.testing.database import _template_name  # the name holds the migrations' hash

    prefix = "bench_pages_"
    key = f"{_template_name()[-12:]}_{date.today():%y%m%d}"  # noqa: DTZ011 - the machine's own day
    name = f"{prefix}{ads}_{citizens}_{key}"
    with psycopg.connect(owner, autocommit=True) as connection:
        rows = connection.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefix]
        ).fetchall()
        for (old,) in rows:
            if not old.endswith(key) and not old.endswith("_keep"):
                drop_database(owner, old)
    _point_at(name, addresses)
    ready = KEPT / f"{name}.ready"
    if ready.exists() and (name,) in rows:
        return False
    KEPT.mkdir(parents=True, exist_ok=True)
    drop_database(owner, name)
    copy_of_template(owner, name)
    return True


def enter_nation(name: str) -> bool:
    """Point at a database that `bench nation --keep NAME` made; return whether lists are missing.

    Its tables are brought up to date: it may be older than the sources.
    """
    _point_at(name, postgres.test_environment(ROOT))
    KEPT.mkdir(parents=True, exist_ok=True)
    owner = {**os.environ, "JOBUNIVERS_AS_OWNER": "1"}
    command = [sys.executable, "-m", "django", "prepare", "--verbosity=0"]
    subprocess.run(command, env=owner, check=True)
    return not (KEPT / f"{name}.ready").exists()


def _point_at(name: str, addresses: dict[str, str]) -> None:
    os.environ.update(
        {
            "JOBUNIVERS_MODE": "demo",
            # One client here is very many people: the limit of each is not what is measured.
            "JOBUNIVERS_LIMITS": "0",
            "JOBUNIVERS_VAR": str(KEPT),
            "JOBUNIVERS_SEARCH": str(KEPT / name),
            "JOBUNIVERS_MATCHING": str(KEPT / f"{name}_matching"),
            "DATABASE_URL": address_of(addresses["DATABASE_URL"], name),
            "DATABASE_OWNER_URL": address_of(addresses["DATABASE_OWNER_URL"], name),
            "DJANGO_SETTINGS_MODULE": "jobunivers.config.settings",
            "PYTHONPATH": str(ROOT / "src"),
        }
    )


def fill_nation(*, at: datetime, say: Say) -> None:
    """Make what workers make of a nation at night: index, courses, everybody's list."""
    from jobunivers.rooms.segmentation import actions as segmentation
    from jobunivers.rooms.tailored import actions as tailored
    from jobunivers.rooms.vacancies import actions as vacancies

    say("indexing")
    vacancies.bring_index_up_to_date(at=at)
    say("placing everybody")
    segmentation.ensure_policy(at=at)
    segmentation.segment_everybody(at=at)
    say("matching everybody")
    tailored.bring_world_up_to_date(at=at, wait=True)
    tailored.match_everybody(at=at)
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def filled() -> None:
    """Remember that the world is whole."""
    Path(f"{os.environ['JOBUNIVERS_SEARCH']}.ready").touch()


def fill(*, ads: int, citizens: int, at: datetime, say: Say) -> None:
    """Fill the world: the demo's kommuner and personas, many advertisements, many citizens."""
    from jobunivers.rooms.tailored import actions as tailored
    from jobunivers.rooms.vacancies import actions as vacancies
    from jobunivers.simulator import demo
    from jobunivers.simulator.vacancies import advertisements
    from jobunivers.simulator.world import leaning_towards

    demo.fill(at=at, progress=lambda _: None, count=200)
    source = vacancies.ensure_source(
        code="bench", name="Målingen", record_format="simulator", licence="EUPL-1.2", at=at
    )
    records = advertisements(
        random.Random(SEED),
        min(ads, _TAKEN_IN),
        today=at.date(),
        places=leaning_towards({kommune.code: kommune.share for kommune in demo.DEMO_KOMMUNER}),
    )
    vacancies.import_records(
        source=source,
        records=records,
        at=at,
        progress=lambda so_far: say(f"{so_far.read} advertisements read"),
    )
    _multiply(ads)
    say("indexing")
    vacancies.bring_index_up_to_date(at=at)
    _everybody(citizens, at=at, say=say)
    say("matching everybody")
    tailored.bring_world_up_to_date(at=at)
    tailored.match_everybody(at=at)
    owner = os.environ["DATABASE_OWNER_URL"]
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def _multiply(ads: int) -> None:
    """Copy the advertisements until there are so many, each copy at another one's place."""
    from django.db import connection

    from jobunivers.foundation.tenancy import writing_shared
    from jobunivers.rooms.vacancies.models import Vacancy

    names = [field.column for field in Vacancy._meta.concrete_fields if field.column != "id"]  # noqa: SLF001
    other = {
        "source_key": "a.source_key || '/' || n.n",
        "change": "nextval('vacancies_change_seq')",
        **{name: f"b.{name}" for name in _PLACE},
    }
    columns = ", ".join(names)
    values = ", ".join(other.get(name, f"a.{name}") for name in names)
    there = Vacancy.objects.filter(municipality=None).count()
    with writing_shared(), connection.cursor() as cursor:
        cursor.execute(
            f"WITH v AS (SELECT *, row_number() OVER (ORDER BY id) - 1 AS at FROM vacancies_vacancy"  # noqa: S608
            f" WHERE municipality_id IS NULL AND duplicate_of_id IS NULL)"
            f" INSERT INTO vacancies_vacancy ({columns}) SELECT {values}"
            f" FROM generate_series(1, %s) AS n(n) CROSS JOIN v a"
            f" JOIN v b ON b.at = (a.at + 37 * n.n) %% (SELECT count(*) FROM v) LIMIT %s",
            [-(-ads // max(there, 1)) + 1, max(0, ads - there)],
        )


def _everybody(citizens: int, *, at: datetime, say: Say) -> None:
    from jobunivers.foundation.tenancy import queries as tenancy
    from jobunivers.foundation.tenancy import working_for

    for number, municipality in enumerate(tenancy.opened()):
        say(f"{citizens // 2} citizens in {municipality.name}")
        with working_for(municipality.pk):
            _people(random.Random(SEED + number), citizens // 2, municipality.code, at=at)


def _people(rng: random.Random, many: int, code: str, *, at: datetime) -> None:
    from jobunivers.foundation.text import danish_sort_key
    from jobunivers.identity.models import Person, Role
    from jobunivers.simulator.people import citizens
    from jobunivers.simulator.world import all_places

    there = [place for place in all_places() if place.municipality_code == code]
    found = list(citizens(rng, many, today=at.date(), places=there))
    people = Person.objects.bulk_create(
        [
            Person(
                name=one.name,
                sort_key=danish_sort_key(one.name),
                role=Role.CITIZEN,
                password="!",  # noqa: S106 - none that works
                created_at=at,
            )
            for one in found
        ],
        batch_size=_AT_A_TIME,
    )
    ids = [person.pk for person in people]
    _profiles(found, ids, code, at=at)
    _deeds(rng, ids, at=at)


def _profiles(found: list, ids: list[int], code: str, *, at: datetime) -> None:  # type: ignore[type-arg]
    from jobunivers.rooms.journey.models import Competence, Education, Experience, Profile, Wish
    from jobunivers.simulator.words import occupations

    names = {one.slug: one.da for one in occupations()}
    profiles = Profile.objects.bulk_create(
        [
            Profile(
                citizen_id=pk,
                summary=f"Jeg søger arbejde som {names[one.wishes[0]]}.",
                postal_code=one.place.postal_code,
                city=one.place.city,
                kommune_code=code,
                latitude=56.16,
                longitude=10.2 if code == "0751" else 9.55,
                max_km=one.max_km,
                hours_min=one.hours[0],
                hours_max=one.hours[1],
                changed_at=at - timedelta(days=1),
            )
            for pk, one in zip(ids, found, strict=True)
        ]
    )
    pairs = list(zip(profiles, found, strict=True))
    uri = "urn:jobunivers:occupation:{}".format
    for model, rows in (
        (Experience, [Experience(profile=p, title=job.title, employer=job.employer,
                                 occupation_uri=uri(job.occupation), started_on=job.started_on,
                                 ended_on=job.ended_on) for p, one in pairs for job in one.jobs]),
        (Education, [Education(profile=p, title=one.education.title, level=one.education.level,
                               ended_year=one.education.ended_year) for p, one in pairs]),
        (Competence, [Competence(profile=p, words=words[:120])
                      for p, one in pairs for words in dict.fromkeys(one.skills)]),
        (Wish, [Wish(profile=p, words=names[slug], occupation_uri=uri(slug))
                for p, one in pairs for slug in one.wishes]),
    ):  # fmt: skip
        model.objects.bulk_create(rows, batch_size=_AT_A_TIME)  # type: ignore[attr-defined]


def _deeds(rng: random.Random, ids: list[int], *, at: datetime) -> None:
    from jobunivers.foundation.events.models import Event
    from jobunivers.rooms.vacancies.models import Application, Hidden, Star, Vacancy

    fields = ("pk", "title", "employer__name", "city")
    shown = list(Vacancy.objects.filter(closed_at=None).order_by("pk").values_list(*fields))
    applied, kept, away, events = [], [], [], []
    for pk in ids:
        mine = rng.sample(shown, APPLICATIONS + STARS + HIDDEN)
        for vacancy, title, employer, city in mine[:APPLICATIONS]:
            day = at - timedelta(days=rng.randrange(60))
            applied.append(
                Application(citizen_id=pk, vacancy_id=vacancy, applied_on=day.date(), title=title,
                            employer=employer or "", place=city, created_at=day, changed_at=day)
            )  # fmt: skip
        for vacancy, *_ in mine[APPLICATIONS : APPLICATIONS + STARS]:
            kept.append(Star(citizen_id=pk, vacancy_id=vacancy, at=at))
        for vacancy, *_ in mine[APPLICATIONS + STARS :]:
            away.append(Hidden(citizen_id=pk, vacancy_id=vacancy, reason="other", at=at))
        events += [
            Event(kind="identity.logged_in", citizen_id=pk, actor_id=pk, data={},
                  at=at - timedelta(hours=rng.randrange(24 * 14)))
            for _ in range(EVENTS)
        ]  # fmt: skip
    for model, rows in ((Application, applied), (Star, kept), (Hidden, away), (Event, events)):
        model.objects.bulk_create(rows, batch_size=_AT_A_TIME)  # type: ignore[attr-defined]
