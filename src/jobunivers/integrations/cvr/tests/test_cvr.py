# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking whose a CVR number is, at a service on a real socket."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.integrations.cvr import CvrRegister, Firm, Outcome, is_cvr, tidy
from jobunivers.integrations.cvr.fake import FakeCvr

NORDLYS = Firm(
    cvr="99990007", name="Nordlys Læring ApS", address="Havnegade 1", postcode="8000", city="Aarhus"
)


@pytest.fixture
def service() -> Iterator[FakeCvr]:
    with FakeCvr([NORDLYS]) as fake:
        yield fake


def register(fake: FakeCvr, **more: float) -> CvrRegister:
    return CvrRegister(fake.address, contact="drift@kommune.example", **more)


def test_a_number_is_a_firm(service: FakeCvr) -> None:
    found = register(service).look_up("99990007")
    assert found.outcome == Outcome.FOUND
    assert found.firm == NORDLYS
    assert register(service).check()


def test_a_number_of_nobody_is_said_to_be_so(service: FakeCvr) -> None:
    assert register(service).look_up("99990015").outcome == Outcome.NONE


def test_what_is_no_number_is_never_asked_about(service: FakeCvr) -> None:
    assert register(service).look_up("12345678").outcome == Outcome.NONE
    assert register(service).look_up("99990007&vat=1").outcome == Outcome.NONE
    assert service.asked == []


@pytest.mark.parametrize(
    "broken",
    [
        (500, b"{}"),
        (429, b'{"error": "QUOTA_EXCEEDED"}'),
        (200, b'{"error": "QUOTA_EXCEEDED"}'),
        (404, b"<html>"),
        (200, b"not json"),
        (200, b"[]"),
        (200, b'{"vat": 99990015, "name": "Another"}'),
        (200, b'{"vat": 99990007, "name": ""}'),
        (200, b'"' + b"x" * 200_000 + b'"'),
        (302, b""),
    ],
)
def test_an_answer_without_sense_is_nothing_learnt(
    service: FakeCvr, broken: tuple[int, bytes]
) -> None:
    service.broken = broken
    assert register(service).look_up("99990007").outcome == Outcome.SILENT
    assert not register(service).check()


def test_who_does_not_answer_is_nothing_learnt(service: FakeCvr) -> None:
    gone = CvrRegister("http://127.0.0.1:9/api", contact="x", seconds=0.2)
    assert gone.look_up("99990007").outcome == Outcome.SILENT
    assert CvrRegister("", contact="x").look_up("99990007").outcome == Outcome.OFF


def test_a_firm_that_has_closed_says_when(service: FakeCvr) -> None:
    service.firms["99990007"] = Firm(cvr="99990007", name="X", closed="31/12 - 2024")
    found = register(service).look_up("99990007").firm
    assert found is not None
    assert found.closed == "31/12 - 2024"


@settings(max_examples=60)
@given(
    st.integers(min_value=10_000_000, max_value=99_999_999), st.integers(0, 7), st.integers(1, 9)
)
def test_one_wrong_digit_is_always_seen(number: int, place: int, more: int) -> None:
    text = str(number)
    if is_cvr(text):
        wrong = str((int(text[place]) + more) % 10)
        assert not is_cvr(text[:place] + wrong + text[place + 1 :])


@pytest.mark.parametrize(
    ("typed", "kept"), [("DK 99 99 00 07", "99990007"), ("9999.0007", "99990007"), ("x", "X")]
)
def test_a_number_is_read_as_people_write_it(typed: str, kept: str) -> None:
    assert tidy(typed) == kept
