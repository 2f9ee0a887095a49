# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which pages are measured, as whom, and how many questions each puts to the database."""

import logging
import random
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

HTMX = {"HX-Request": "true", "HX-Target": "results"}
_KOMMUNER = 6
FILTERS = (("arbejdstid", "full"), ("arbejdstid", "part"), ("sprog", "en"), ("sprog", "da"))


@dataclass(frozen=True, slots=True)
class Visit:
    """One address as one person asks for it."""

    page: str
    path: str
    cookie: str = ""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is logged in."""

    slug: str
    cookie: str
    role: str


def people(many: int) -> list[Person]:
    """Return citizens with a list and an adviser of a few kommuner, logged in."""
    from django.conf import settings

    from jobunivers.foundation.tenancy import queries as tenancy
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.identity.models import Person as Row
    from jobunivers.rooms.tailored.models import RecommendationRun
    from jobunivers.testing.browsers import browser

    found = []
    for municipality in tenancy.opened()[:_KOMMUNER]:
        with working_for(municipality.pk):
            listed = RecommendationRun.objects.filter(current=True).order_by("-citizen_id")
            ids = list(listed.values_list("citizen_id", flat=True)[:many])
            rows = list(Row.objects.filter(pk__in=ids).order_by("-pk"))
            rows += list(Row.objects.filter(role="adviser").order_by("pk")[:1])
        for row in rows:
            key = browser(municipality, row).cookies[settings.SESSION_COOKIE_NAME].value
            cookie = f"{settings.SESSION_COOKIE_NAME}={key}"
            found.append(Person(municipality.slug, cookie, row.role))
    return found


def visits(rng: random.Random, folk: Sequence[Person], each: int) -> dict[str, list[Visit]]:
    """Return `each` visits to every page; no search is asked twice."""
    from jobunivers.rooms.vacancies.models import Vacancy
    from jobunivers.simulator.searches import searches

    ids = list(
        Vacancy.objects.filter(closed_at=None, municipality_id=None, duplicate_of=None)
        .order_by("-pk")
        .values_list("pk", flat=True)[:20_000]
    )
    asked = searches(rng, each * 200)
    citizens = [person for person in folk if person.role == "citizen"]
    advisers = [person for person in folk if person.role == "adviser"]
    slugs = sorted({person.slug for person in folk})

    def anybody(page: str, path: str, **headers: str) -> Visit:
        return Visit(page, f"/{rng.choice(slugs)}{path}", headers=headers)

    def own(page: str, path: str, among: Sequence[Person] = citizens) -> Visit:
        person = rng.choice(among)
        return Visit(page, f"/{person.slug}{path}", cookie=person.cookie)

    makers = {
        "front page": lambda: anybody("front page", "/"),
        "search, no words": lambda: anybody("search, no words", "/job/"),
        "search, word": lambda: anybody("search, word", _search(asked, place=False)),
        "search, place": lambda: anybody("search, place", _search(asked, words=False)),
        "search, word and place": lambda: anybody("search, word and place", _search(asked)),
        "search, word, place and filter": lambda: anybody(
            "search, word, place and filter", _search(asked, extra=rng.choice(FILTERS))
        ),
        "search, page 5": lambda: anybody(
            "search, page 5", _search(asked, place=False, extra=("side", "5"))
        ),
        "search, citizen": lambda: own("search, citizen", _search(asked)),
        "search, part by htmx": lambda: Visit(
            "search, part by htmx", f"/{rng.choice(slugs)}{_search(asked)}", headers=HTMX
        ),
        "suggestions": lambda: anybody("suggestions", _typing(rng, asked)),
        "vacancy": lambda: anybody("vacancy", f"/job/{rng.choice(ids)}/"),
        "vacancy, citizen": lambda: own("vacancy, citizen", f"/job/{rng.choice(ids)}/"),
        "my page": lambda: own("my page", "/min-side/"),
        "recommended jobs": lambda: own("recommended jobs", "/relevante-job/"),
        "profile": lambda: own("profile", "/profil/"),
        "joblog": lambda: own("joblog", "/ansoegninger/"),
        "plan": lambda: own("plan", "/min-plan/"),
        "week": lambda: own("week", "/min-uge/"),
        "course": lambda: own("course", "/mit-forloeb/"),
        "staff: home": lambda: own("staff: home", "/medarbejder/", advisers),
        "staff: list of citizens": lambda: own(
            "staff: list of citizens",
            f"/medarbejder/borgere/?side={rng.randrange(1, 40)}",
            advisers,
        ),
    }
    return {page: [make() for _ in range(each)] for page, make in makers.items()}


def _search(
    asked: Iterator[Any],
    *,
    words: bool = True,
    place: bool = True,
    extra: tuple[str, str] = ("", ""),
) -> str:
    one = next(one for one in asked if (one.words or not words) and (one.place or not place))
    parts = {
        "q": one.words if words else "",
        "sted": one.place if place else "",
        "km": str(one.radius_km or "") if place else "",
        extra[0]: extra[1],
    }
    return f"/job/?{urlencode({key: value for key, value in parts.items() if key and value})}"


def _typing(rng: random.Random, asked: Iterator[Any]) -> str:
    word = next(one.words for one in asked if len(one.words) > 3)
    return f"/job/forslag/?{urlencode({'q': word[: rng.randrange(2, len(word))]})}"


def questions(wanted: dict[str, list[Visit]]) -> dict[str, dict[str, int]]:
    """Return the most database questions and bytes of each page, asked in this process.

    `event_log` counts the questions that read the event log.
    """
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import set_script_prefix

    logging.getLogger("jobunivers.request").setLevel(logging.WARNING)
    counted = {}
    for page, some in wanted.items():
        most, log, size, packed = 0, 0, 0, 0
        for warm, visit in enumerate(some[:6]):
            headers = {**visit.headers, **({"Cookie": visit.cookie} if visit.cookie else {})}
            with CaptureQueriesContext(connection) as captured:
                response = Client().get(visit.path, headers=headers)
            set_script_prefix("/")
            assert response.status_code == 200, (visit.path, response.status_code)
            if not warm:
                continue  # fills what the process keeps at hand
            # What every transaction says of itself costs a round trip too, and is counted.
            said = [query["sql"] for query in captured.captured_queries]
            most = max(most, len(said))
            log = max(log, sum("events_event" in one and one.startswith("SELECT") for one in said))
            body = response.content
            size = max(size, len(body))
            packed = max(packed, len(zlib.compress(body, 6)))
        counted[page] = {"queries": most, "event_log": log, "bytes": size, "compressed": packed}
    return counted
