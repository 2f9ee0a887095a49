# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A nation of a thousandth, looked at as its owner, as the app and through pages."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import psycopg
import pytest
from psycopg import sql

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.simulator.nation import sizes
from jobunivers.simulator.nation.sizes import Size
from jobunivers.testing.browsers import KommuneClient, browser
from jobunivers.testing.database import address_of, copy_of_template, drop_database

pytestmark = pytest.mark.slow  # half a minute: 98 kommuner

AT = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
SIZE = Size(share=0.001, seed=5)


# What is never to be found in it: each counts what would be wrong.
WRONG = {
    "profiles without their citizen": "SELECT count(*) FROM journey_profile p WHERE NOT EXISTS"
    " (SELECT 1 FROM identity_person c WHERE c.id = p.citizen_id AND c.role = 'citizen'"
    " AND c.municipality_id = p.municipality_id)",
    "lines in another kommune than their profile": "SELECT count(*) FROM ("
    " SELECT municipality_id, profile_id FROM journey_experience UNION ALL"
    " SELECT municipality_id, profile_id FROM journey_education UNION ALL"
    " SELECT municipality_id, profile_id FROM journey_competence UNION ALL"
    " SELECT municipality_id, profile_id FROM journey_wish) l"
    " JOIN journey_profile p ON p.id = l.profile_id WHERE p.municipality_id <> l.municipality_id",
    "rows of somebody who is not a citizen there": "SELECT count(*) FROM ("
    " SELECT municipality_id, citizen_id FROM journey_spell UNION ALL"
    " SELECT municipality_id, citizen_id FROM journey_absence UNION ALL"
    " SELECT municipality_id, citizen_id FROM entrance_selftest UNION ALL"
    " SELECT municipality_id, citizen_id FROM vacancies_application UNION ALL"
    " SELECT municipality_id, citizen_id FROM vacancies_star UNION ALL"
    " SELECT municipality_id, citizen_id FROM vacancies_hidden UNION ALL"
    " SELECT municipality_id, citizen_id FROM vacancies_savedsearch UNION ALL"
    " SELECT municipality_id, citizen_id FROM marketplace_offeruse UNION ALL"
    " SELECT municipality_id, citizen_id FROM marketplace_useact UNION ALL"
    " SELECT municipality_id, citizen_id FROM marketplace_rating UNION ALL"
    " SELECT municipality_id, citizen_id FROM marketplace_keptoffer UNION ALL"
    " SELECT municipality_id, citizen_id FROM plan_activity UNION ALL"
    " SELECT municipality_id, citizen_id FROM launching_handover UNION ALL"
    " SELECT municipality_id, citizen_id FROM launching_receipt UNION ALL"
    " SELECT municipality_id, citizen_id FROM trust_look UNION ALL"
    " SELECT municipality_id, citizen_id FROM events_event WHERE citizen_id IS NOT NULL) r"
    " LEFT JOIN identity_person c ON c.id = r.citizen_id AND c.role = 'citizen'"
    " AND c.municipality_id = r.municipality_id WHERE c.id IS NULL",
    "events of an actor who is not there": "SELECT count(*) FROM events_event e"
    " LEFT JOIN identity_person a ON a.id = e.actor_id AND a.municipality_id = e.municipality_id"
    " WHERE e.actor_id IS NOT NULL AND a.id IS NULL",
    "looks of nobody on the staff": "SELECT count(*) FROM trust_look l LEFT JOIN identity_person v"
    " ON v.id = l.viewer_id AND v.role = l.viewer_role AND v.municipality_id = l.municipality_id"
    " WHERE v.id IS NULL",
    "events of a spell, absence, application or search that is not there": "SELECT count(*)"
    " FROM events_event e WHERE"
    " (e.data ? 'spell' AND NOT EXISTS (SELECT 1 FROM journey_spell s"
    "  WHERE s.id = (e.data->>'spell')::bigint AND s.citizen_id = e.citizen_id)) OR"
    " (e.data ? 'absence' AND NOT EXISTS (SELECT 1 FROM journey_absence s"
    "  WHERE s.id = (e.data->>'absence')::bigint AND s.citizen_id = e.citizen_id)) OR"
    " (e.data ? 'application_id' AND NOT EXISTS (SELECT 1 FROM vacancies_application s"
    "  WHERE s.id = (e.data->>'application_id')::bigint AND s.citizen_id = e.citizen_id)) OR"
    " (e.data ? 'search_id' AND NOT EXISTS (SELECT 1 FROM vacancies_savedsearch s"
    "  WHERE s.id = (e.data->>'search_id')::bigint AND s.citizen_id = e.citizen_id)) OR"
    " (e.data ? 'vacancy_id' AND NOT EXISTS (SELECT 1 FROM vacancies_vacancy v"
    "  WHERE v.id = (e.data->>'vacancy_id')::bigint))",
    "uses that their acts do not tell of": "SELECT count(*) FROM marketplace_offeruse u"
    " JOIN (SELECT citizen_id, offer_id, count(*) FILTER (WHERE act = 'started') AS starts,"
    "  min(at) FILTER (WHERE act = 'started') AS first, min(at) FILTER (WHERE act = 'completed')"
    "  AS done FROM marketplace_useact GROUP BY 1, 2) a USING (citizen_id, offer_id)"
    " WHERE (u.starts, u.started_at, u.completed_at) IS DISTINCT FROM (a.starts, a.first, a.done)",
    "ratings of what she has not used": "SELECT count(*) FROM marketplace_rating r"
    " LEFT JOIN marketplace_offeruse u USING (municipality_id, citizen_id, offer_id)"
    " WHERE u.id IS NULL OR u.started_at >= r.at",
    "things of the shelves that plans do not know": "SELECT count(*) FROM plan_activity a"
    " LEFT JOIN marketplace_offer o ON o.id = a.thing_id WHERE o.id IS NULL"
    " OR NOT EXISTS (SELECT 1 FROM events_event e WHERE e.kind = 'plan.activity_added'"
    "  AND (e.data->>'activity')::bigint = a.id AND e.citizen_id = a.citizen_id)",
    "hand-overs that she was not asked for": "SELECT count(*) FROM launching_receipt r"
    " WHERE NOT EXISTS (SELECT 1 FROM launching_handover h WHERE h.citizen_id = r.citizen_id"
    "  AND h.offer_id = r.offer_id AND h.given_at <= r.at AND h.terms = r.terms)",
    "spells whose event tells another day": "SELECT count(*) FROM events_event e"
    " JOIN journey_spell s ON s.id = (e.data->>'spell')::bigint"
    " WHERE (e.data->>'on')::date <> CASE e.kind WHEN 'journey.spell_began' THEN s.began_on"
    " ELSE s.ended_on END",
    "applications, stars or hides before their advertisement or after it": "SELECT count(*) FROM ("
    " SELECT vacancy_id, created_at AS at FROM vacancies_application UNION ALL"
    " SELECT vacancy_id, at FROM vacancies_star UNION ALL"
    " SELECT vacancy_id, at FROM vacancies_hidden) a"
    " JOIN vacancies_vacancy v ON v.id = a.vacancy_id"
    " WHERE a.at < v.published_at OR a.at > v.expires_at + interval '1 hour'",
    "answers before the application": "SELECT count(*) FROM vacancies_application"
    " WHERE changed_at < created_at",
    "applications without their event": "SELECT count(*) FROM vacancies_application a WHERE NOT"
    " EXISTS (SELECT 1 FROM events_event e WHERE e.kind = 'vacancies.application_logged'"
    " AND (e.data->>'application_id')::bigint = a.id AND e.at = a.created_at)",
    "deeds outside a spell": "SELECT count(*) FROM events_event e WHERE e.citizen_id IS NOT NULL"
    " AND e.kind NOT IN ('journey.spell_ended') AND NOT EXISTS (SELECT 1 FROM journey_spell s"
    " WHERE s.citizen_id = e.citizen_id"
    " AND (e.at AT TIME ZONE 'Europe/Copenhagen')::date >= s.began_on AND (s.ended_on IS NULL"
    " OR (e.at AT TIME ZONE 'Europe/Copenhagen')::date < s.ended_on))",
    "acts of somebody who had not logged in": "SELECT count(*) FROM events_event e"
    " WHERE e.kind LIKE 'vacancies.%' AND e.kind <> 'vacancies.search_saved'"
    " AND e.kind <> 'vacancies.application_moved' AND NOT EXISTS (SELECT 1 FROM events_event l"
    " WHERE l.kind = 'identity.logged_in' AND l.citizen_id = e.citizen_id AND l.at <= e.at"
    " AND l.at > e.at - interval '1 hour')",
    "spells that overlap": "SELECT count(*) FROM journey_spell a JOIN journey_spell b"
    " ON b.citizen_id = a.citizen_id AND b.id > a.id"
    " AND b.began_on < COALESCE(a.ended_on, 'infinity')",
    "jobs while out of work": "SELECT count(*) FROM journey_experience x"
    " JOIN journey_profile p ON p.id = x.profile_id JOIN journey_spell s"
    " ON s.citizen_id = p.citizen_id WHERE x.started_on < COALESCE(s.ended_on, 'infinity')"
    " AND x.ended_on > s.began_on",
    "anything to come": "SELECT count(*) FROM events_event WHERE at > '2026-11-23 11:00+00'",
    "events outside the months' partitions": "SELECT count(*) FROM ONLY events_event_default",
    "tables whose owner passes the locks": "SELECT count(*) FROM pg_class"
    " WHERE relrowsecurity AND NOT relforcerowsecurity AND relkind IN ('r', 'p')",
    "invalid indexes": "SELECT count(*) FROM pg_index WHERE NOT indisvalid",
    "unchecked constraints": "SELECT count(*) FROM pg_constraint WHERE NOT convalidated",
}
NUMBERS = {
    "people": "SELECT count(*) FROM identity_person WHERE role = 'citizen'",
    "out of work": "SELECT count(*) FROM journey_spell WHERE ended_on IS NULL",
    "kommuner with people": "SELECT count(DISTINCT municipality_id) FROM identity_person"
    " WHERE role = 'citizen'",
    "self-tests": "SELECT count(*) FROM entrance_selftest",
    "looks": "SELECT count(*) FROM trust_look",
    "offers begun": "SELECT count(*) FROM marketplace_offeruse",
    "offers rated": "SELECT count(*) FROM marketplace_rating",
    "offers in plans": "SELECT count(*) FROM plan_activity",
    "stars": "SELECT count(*) FROM vacancies_star",
    "linked": "SELECT count(*) FROM vacancies_application WHERE vacancy_id IS NOT NULL",
}


@dataclass(frozen=True)
class There:
    """The nation's database as it was found, and what the builder said."""

    owner_url: str
    found: dict[str, int]
    indexes: set[str]
    indexes_before: set[str]
    built: Any
    truth: Path


@pytest.fixture(scope="module")
def nation(
    django_db_setup: None,
    django_db_blocker: Any,
    tmp_path_factory: Any,
) -> Iterator[There]:
    """Build a nation in a database of its own, and let Django work in it meanwhile."""
    from django.db import connections

    from jobunivers.simulator.nation.building import build

    server, name = os.environ["DATABASE_OWNER_URL"], f"world_nation_{os.getpid()}"
    copy_of_template(server, name)
    default = connections["default"]
    usual = default.settings_dict["NAME"]
    url = address_of(server, name)
    keep = tmp_path_factory.mktemp("nation") / "truth.npz"
    before = _indexes(url)
    try:
        with django_db_blocker.unblock():
            default.close()
            default.settings_dict["NAME"] = name
            built = build(size=SIZE, owner_url=url, at=AT, say=lambda _: None, keep_truth=str(keep))
            yield There(url, _asked(url), _indexes(url), before, built, keep)
    finally:
        default.close()
        default.settings_dict["NAME"] = usual
        drop_database(server, name)


def _asked(url: str) -> dict[str, int]:
    """Return the answers, as somebody who is let past every lock until the transaction ends."""
    found = {}
    with psycopg.connect(url) as owner:
        # Asked before the locks are opened for the rest.
        keys = {name: ask for name, ask in (WRONG | NUMBERS).items() if "pg_" in ask}
        others = {name: ask for name, ask in (WRONG | NUMBERS).items() if "pg_" not in ask}
        for name, ask in keys.items():
            found[name] = _number(owner, ask)
        tables = owner.execute(
            "SELECT relname FROM pg_class WHERE relrowsecurity AND relkind IN ('r', 'p')"
        ).fetchall()
        for (table,) in tables:
            owner.execute(
                sql.SQL("ALTER TABLE {} NO FORCE ROW LEVEL SECURITY").format(sql.Identifier(table))
            )
        for name, ask in others.items():
            found[name] = _number(owner, ask)
        owner.rollback()
    return found


def _number(owner: psycopg.Connection, ask: str) -> int:
    row = owner.execute(ask).fetchone()
    assert row is not None
    return int(row[0])


def _indexes(url: str) -> set[str]:
    with psycopg.connect(url) as owner:
        rows = owner.execute(
            "SELECT indexname || ' ' || indexdef FROM pg_indexes WHERE schemaname = 'public'"
            " AND tablename NOT LIKE 'events_event_2%'"
        ).fetchall()
        return {row[0] for row in rows}


@pytest.mark.parametrize("what", WRONG)
def test_there_are_no(nation: There, what: str) -> None:
    assert nation.found[what] == 0


def test_there_is_what_was_asked_for(nation: There) -> None:
    found, built = nation.found, nation.built

    # A share of the smallest kommuner would be nobody; each has at least one person.
    asked = sum(sizes.people_of(SIZE).values())
    assert SIZE.persons <= asked < SIZE.persons + 10
    assert found["people"] == asked == built.active + built.former
    assert found["out of work"] == built.active
    assert 0.2 < built.active / SIZE.persons < 0.4
    assert found["kommuner with people"] == 98
    assert built.open_vacancies >= 0.8 * SIZE.advertisements
    assert built.rows["events_event"] > 10 * SIZE.persons
    for name in (
        "self-tests",
        "looks",
        "stars",
        "linked",
        "offers begun",
        "offers rated",
        "offers in plans",
    ):
        assert found[name] > 0


def test_every_index_is_as_it_was(nation: There) -> None:
    assert nation.indexes == nation.indexes_before


def test_what_is_true_of_each_is_kept_beside(nation: There) -> None:
    truth = np.load(nation.truth)

    assert len(truth["citizen"]) == nation.found["people"]
    assert len(np.unique(truth["citizen"])) == nation.found["people"]
    assert 0.03 < truth["ill_for_long"].mean() < 0.12
    assert abs(truth["frailty"].mean()) < 0.1


def test_the_next_row_gets_a_number_of_its_own(nation: There) -> None:
    from jobunivers.rooms.journey import actions as journey
    from jobunivers.rooms.journey.models import SpellEnd, Teller

    person = _somebody("journey_spell WHERE ended_on IS NULL")
    with working_for(person.municipality_id):
        journey.end_spell(citizen_id=person.pk, ended_on=AT.date(), end=SpellEnd.JOB, at=AT)
        journey.begin_spell(citizen_id=person.pk, began_on=AT.date(), told_by=Teller.STAFF, at=AT)
    assert nation.built


def test_a_nation_is_not_built_twice(nation: There) -> None:
    from jobunivers.simulator.nation.building import NotEmpty, build

    with pytest.raises(NotEmpty):
        build(size=SIZE, owner_url=nation.owner_url, at=AT, say=lambda _: None)


def test_one_kommune_sees_nothing_of_another(nation: There) -> None:
    from django.db import connection

    some = list(Municipality.objects.exclude(code="0000").order_by("code")[:3])
    seen = []
    for one in some:
        with working_for(one.pk), connection.cursor() as cursor:
            cursor.execute("SELECT array_agg(DISTINCT municipality_id) FROM events_event")
            assert cursor.fetchone()[0] == [one.pk]
            seen.append(Person.objects.count())
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM events_event")
        assert cursor.fetchone()[0] == 0
    assert sum(seen) < nation.found["people"]


@pytest.mark.parametrize(
    "path", ["/min-side/", "/profil/", "/ansoegninger/", "/job/", "/hvem-har-set/"]
)
def test_a_citizen_opens_her_pages(nation: There, path: str) -> None:
    person = _somebody("vacancies_application WHERE vacancy_id IS NOT NULL")
    answer = _browser(person).get(path)

    assert nation.built
    assert answer.status_code == 200
    assert person.name.split()[0] in answer.content.decode() or path == "/job/"


@pytest.mark.parametrize(
    ("role", "path"),
    [
        ("adviser", "/medarbejder/"),
        ("adviser", "/medarbejder/borgere/"),
        ("manager", "/"),
        ("administrator", "/administration/udseende/"),
    ],
)
def test_staff_open_theirs(nation: There, role: str, path: str) -> None:
    municipality = Municipality.objects.get(code="0751")
    with working_for(municipality.pk):
        person = Person.objects.filter(role=role).order_by("pk").first()
    assert nation.built
    assert person is not None
    assert browser(municipality, person).get(path).status_code == 200


def _somebody(where: str) -> Person:
    """Return a citizen of Aarhus whom such a row is of."""
    from django.db import connection

    municipality = Municipality.objects.get(code="0751")
    with working_for(municipality.pk), connection.cursor() as cursor:
        cursor.execute(f"SELECT min(citizen_id) FROM {where}")
        return Person.objects.get(pk=cursor.fetchone()[0])


def _browser(person: Person) -> KommuneClient:
    assert person.municipality_id is not None
    return browser(Municipality.objects.get(pk=person.municipality_id), person)
