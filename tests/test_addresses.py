# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every address, for every kind of person, in the own kommune and in another: who gets what.

A new address fails here until it has a line in the table (`tests/addresses/`).
"""

import re

import pytest
from django.test import Client
from django.urls import get_resolver

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.vacancies.tests.factories import (
    make_rejected,
    make_source,
    make_vacancy,
)
from jobunivers.testing.browsers import KommuneClient
from tests.addresses.firms import VENDOR
from tests.addresses.lines import WHO, Line
from tests.addresses.table import TABLE
from tests.addresses.world import World, addresses, ask

pytestmark = pytest.mark.django_db


def test_every_address_has_a_line() -> None:
    assert set(addresses(get_resolver("jobunivers.config.urls"))) == set(TABLE)


# A world takes seconds to make: those who are alike share one.
_PEOPLE = (
    ("visitor", "kirsten", "mads"),
    ("omar", "ida", "tove"),
    ("bente", "eva"),
    ("anne", "nadia", "jonas"),
)


def test_everybody_is_asked_for() -> None:
    assert sorted(who for people in _PEOPLE for who in people) == sorted(WHO)


@pytest.mark.usefixtures("statuses_alone")
@pytest.mark.parametrize("people", _PEOPLE, ids=" ".join)
def test_everybody_gets_at_every_address_what_the_table_says(
    world: World, people: tuple[str, ...]
) -> None:
    wrong = []
    for who in people:
        column = WHO.index(who)
        for address, line in TABLE.items():
            expected = line.answers.split()[column]
            given = ask(world.browsers[who], line.method, world.path(address))
            if given != expected:
                wrong.append(f"{line.method} {address} as {who}: {given}, not {expected}")
            if line.method == "POST" or expected not in {"login", "403", "404"}:
                continue
            # What may not be seen may not be sent to either.
            sent = ask(world.browsers[who], "POST", world.path(address))
            if sent not in {expected, "405"}:
                wrong.append(f"POST {address} as {who}: {sent}, not {expected}")
    assert wrong == []


@pytest.mark.usefixtures("statuses_alone")
def test_somebody_of_a_firm_gets_her_own_pages_and_nothing_of_citizens_or_staff(
    world: World, as_vera: KommuneClient
) -> None:
    wrong = []
    for address, line in TABLE.items():
        answers = dict(zip(WHO, line.answers.split(), strict=True))
        # What needs no login she gets as Nadia does, who is in the same organisation.
        # A door for programs alone answers 401 to every person.
        same = answers["visitor"] != "login" or answers["nadia"] == "login"
        open_to_all = answers["nadia"] if same else "403"
        expected = VENDOR.get(address, open_to_all)
        given = ask(as_vera, line.method, world.path(address))
        if given != expected:
            wrong.append(f"{line.method} {address}: {given}, not {expected}")
        if address not in VENDOR and expected == "403" and line.method == "GET":
            sent = ask(as_vera, "POST", world.path(address))
            if sent not in {"403", "405"}:
                wrong.append(f"POST {address}: {sent}, not 403")
    assert wrong == []
    assert set(VENDOR) <= set(TABLE)


def _to_olga(line: Line) -> str:
    """Return what the officer of data protection gets: hers, what all staff get, or nothing."""
    answers = dict(zip(WHO, line.answers.split(), strict=True))
    staff = {answers[who] for who in ("omar", "ida", "tove", "bente", "eva", "anne")}
    return line.olga or (staff.pop() if len(staff) == 1 else "403")


@pytest.mark.usefixtures("statuses_alone")
def test_who_sees_to_data_protection_gets_her_own_pages_and_opens_no_citizen(
    world: World, as_olga: KommuneClient
) -> None:
    wrong = []
    for address, line in TABLE.items():
        given = ask(as_olga, line.method, world.path(address))
        if given != _to_olga(line):
            wrong.append(f"{line.method} {address}: {given}, not {_to_olga(line)}")
        elif given == "403" and line.method == "GET":
            sent = ask(as_olga, "POST", world.path(address))
            if sent not in {"403", "405"}:
                wrong.append(f"POST {address}: {sent}, not 403")
    assert wrong == []


@pytest.mark.usefixtures("statuses_alone")
def test_an_address_that_changes_something_refuses_to_be_looked_at(world: World) -> None:
    wrong = []
    for address, line in TABLE.items():
        if line.method != "POST":
            continue
        for who, expected in zip(WHO, line.answers.split(), strict=True):
            given = ask(world.browsers[who], "GET", world.path(address))
            allowed = {"405"} if expected == "302" else {"405", expected}
            if given not in allowed:
                wrong.append(f"GET {address} as {who}: {given}")
    assert wrong == []


@pytest.mark.usefixtures("statuses_alone")
def test_in_another_kommune_everybody_is_a_visitor(world: World, odense: Municipality) -> None:
    stranger = KommuneClient(odense.slug)
    expected = {
        address: ask(stranger, line.method, world.path(address)) for address, line in TABLE.items()
    }
    wrong = []
    for who in set(WHO) - {"visitor", "jonas"}:
        browser = world.browsers[who]
        browser.prefix = stranger.prefix
        for address, line in TABLE.items():
            given = ask(browser, line.method, world.path(address))
            if given != expected[address]:
                wrong.append(f"{line.method} {address} as {who}: {given}, not {expected[address]}")
    assert wrong == []


def test_search_engines_are_asked_to_leave_what_is_personal_alone(world: World) -> None:
    answer = Client().get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    rules = [
        re.compile(re.escape(line.removeprefix("Disallow: ")).replace(r"\*", ".*"))
        for line in answer.content.decode().splitlines()
        if line.startswith("Disallow: ")
    ]
    for address, line in TABLE.items():
        if line.method == "POST":
            continue
        personal = line.answers.startswith("login")
        for before in ("", "/aarhus"):
            path = before + world.path(address)
            kept_out = any(rule.match(path) for rule in rules)
            # A secret address is nothing to be found either.
            secret = address.startswith(("log-ind/", "kalender/"))
            assert kept_out == (personal or secret), path


_INLINE = re.compile(
    r"<style|\sstyle=|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+=|javascript:", re.IGNORECASE
)
_STRICT = {"default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'"}
# A file somebody has handed in may do nothing at all.
_SEALED = {"sandbox", "default-src 'none'"}


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_keeps_to_the_strict_policy_and_its_language(
    world: World, as_olga: KommuneClient, language: str
) -> None:
    wrong, pages = [], 0
    browsers = {**world.browsers, "olga": as_olga}
    for address, line in TABLE.items():
        # Whoever may not gets a page too: an error page.
        answers = dict(zip(line.answers.split(), WHO, strict=True))
        hers = {"olga"} if line.olga == "200" else set()
        for who in {answers.get("200", "visitor"), answers.get("403", "jonas")} | hers:
            browser = browsers[who]
            browser.cookies["django_language"] = language
            answer = browser.get(world.path(address))
            policy = {part.strip() for part in answer["Content-Security-Policy"].split(";")}
            strict = policy >= _STRICT or policy >= _SEALED
            if not strict or "unsafe" in answer["Content-Security-Policy"]:
                wrong.append(f"{address}: {policy}")
            if "text/html" not in answer.get("Content-Type", "") or answer.streaming:
                continue
            page = answer.content.decode()
            pages += 1
            wrong += [f"{address}: {found}" for found in _INLINE.findall(page)]
            if "<html" in page and f'<html lang="{language}"' not in page:
                wrong.append(f"{address} as {who} is not in {language}")
    assert wrong == []
    assert pages > len(TABLE)


def test_the_countrys_sources_are_mended_by_those_who_run_the_platform(world: World) -> None:
    source = make_source(code="hele-landet")
    rejected = make_rejected(source)
    answers = {
        who: [
            ask(world.browsers[who], "GET", f"/administration/jobkilder/{source.pk}/"),
            ask(world.browsers[who], "GET", f"/administration/afviste/{rejected.pk}/"),
            ask(world.browsers[who], "POST", f"/administration/afviste/{rejected.pk}/lad-ligge/"),
        ]
        for who in ("anne", "nadia")
    }
    assert answers == {"anne": ["200", "404", "404"], "nadia": ["200", "200", "302"]}


def test_everybody_reads_the_countrys_advertisements(world: World) -> None:
    vacancy = make_vacancy("Lagermedarbejder")
    for who in WHO:
        assert ask(world.browsers[who], "GET", f"/job/{vacancy.pk}/") == "200", who
