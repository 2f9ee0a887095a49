# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Only a device she has called her own is told that it may keep her pages."""

import pytest

from jobunivers.foundation.ui import offline
from jobunivers.identity.models import Person
from jobunivers.rooms.week.queries import keeping
from jobunivers.rooms.week.tests.notebook import Notebook
from jobunivers.testing.browsers import KommuneClient

KEEP, READER = offline.KEEP, offline.READER


def mark(person: Person) -> str:
    assert person.municipality_id is not None
    return keeping.reader_of(person_id=person.pk, municipality_id=person.municipality_id)


def test_nothing_is_kept_before_she_says_so(as_kirsten: KommuneClient, notes: Notebook) -> None:
    answer = as_kirsten.get("/min-uge/")

    assert KEEP not in answer
    assert READER not in answer
    assert answer["Cache-Control"] == "private, no-store"


def test_her_own_device_may_keep_her_week_and_no_other_page(
    as_kirsten: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    said = as_kirsten.post("/min-uge/uden-net/", {"gem": "ja"})

    cookie = said.cookies[keeping.COOKIE]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/aarhus/", True, "Lax")
    week = as_kirsten.get("/min-uge/")
    assert week[KEEP] == week[READER] == mark(kirsten)
    assert week["Cache-Control"] == "private, no-store", "no cache between may"
    assert str(kirsten.pk) != mark(kirsten)
    for address in ("/min-uge/?x=1", "/min-uge/2026-W40/", "/profil/", "/min-uge/kalender/"):
        assert KEEP not in as_kirsten.get(address), address
    assert as_kirsten.get("/profil/")[READER] == mark(kirsten)


def test_she_lets_the_device_forget(as_kirsten: KommuneClient, notes: Notebook) -> None:
    as_kirsten.post("/min-uge/uden-net/", {"gem": "ja"})

    as_kirsten.post("/min-uge/uden-net/", {"gem": "nej"})

    assert KEEP not in as_kirsten.get("/min-uge/")


def test_somebody_else_on_the_device_makes_it_forget_and_is_asked_anew(
    as_mads: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    as_mads.cookies[keeping.COOKIE] = mark(kirsten)

    part = as_mads.get("/min-uge/", headers={"Sec-Fetch-Mode": "cors"})
    first = as_mads.get("/min-uge/", headers={"Sec-Fetch-Mode": "navigate"})
    second = as_mads.get("/min-uge/")

    assert part[READER] == first[READER] == offline.NOBODY
    assert keeping.COOKIE not in part.cookies, "no worker has read that one"
    assert KEEP not in first
    assert READER not in second


@pytest.mark.parametrize("address", ["/", "/log-ind/"])
def test_a_login_that_has_run_out_leaves_her_own_device_alone(
    address: str, visitor: KommuneClient, kirsten: Person
) -> None:
    visitor.cookies[keeping.COOKIE] = mark(kirsten)

    assert READER not in visitor.get(address)


def test_marks_differ_from_person_to_person_and_kommune_to_kommune() -> None:
    marks = {
        keeping.reader_of(person_id=person, municipality_id=kommune)
        for person in (1, 2)
        for kommune in (1, 2)
    }

    assert len(marks) == 4
    assert {len(one) for one in marks} == {32}
