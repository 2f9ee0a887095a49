# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever changes, removes or adds a row past the platform is found, and the row is named."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.audit import actions, queries
from jobunivers.rooms.audit.models import Seal
from jobunivers.rooms.audit.queries import links, outside, reading
from jobunivers.rooms.audit.queries.sources import sources, tables
from jobunivers.rooms.audit.tests.making import chained, found, looked
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


"""The chain from day to day: chained, sealed, checked, and read by the officer."""


def test_chaining_twice_adds_nothing_and_a_day_is_sealed_once(
    aarhus: Municipality, ten: list[int]
) -> None:
    assert chained(aarhus, at=NOW).rows == 0
    with working_for(aarhus.pk):
        assert actions.seal(day=NOW.date(), at=NOW) is None
        assert Seal.objects.count() == 1
        assert links.position("trust_look", ten[0]) is not None
        assert links.position("trust_look", ten[-1] + 1) is None


def test_one_kommunes_chain_holds_nothing_of_anothers(
    aarhus: Municipality, ten: list[int], odense: Municipality, jonas: Person, lise: Person
) -> None:
    with working_for(odense.pk):
        looked(lise, [jonas], at=NOW)
    assert chained(aarhus, at=NOW).rows == 0
    assert chained(odense, at=NOW).rows >= 1
    assert found(aarhus, at=NOW) == found(odense, at=NOW) == []
    assert len(ten) == 10


def test_the_national_chain_holds_what_is_the_countrys_own(national: Municipality) -> None:
    added = chained(national, at=NOW)
    with working_for(national.pk):
        tables = {table for table, _rows, _at in links.by_table()}
    assert added.rows > 0
    assert "trust_modelfigure" in tables
    assert found(national, at=NOW) == []


def test_only_what_was_marked_a_moment_ago_and_is_over_is_settled(db: None) -> None:
    actions.mark(at=NOW)
    actions.mark(at=NOW + timedelta(minutes=2))
    # This very transaction is under way, so nothing that it may yet write is settled.
    assert actions.settled() == {}


def test_a_days_head_and_seals_stand_outside_the_database(
    aarhus: Municipality, ten: list[int]
) -> None:
    head = outside.head("0751")
    assert head is not None
    with working_for(aarhus.pk):
        last = links.last_link()
    assert last is not None
    assert head["hash"] == bytes(last.hash).hex()
    assert [one["day"] for one in outside.seals("0751")] == [date(2026, 11, 23).isoformat()]
    assert len(ten) == 10


def test_a_chain_is_sealed_and_checked_on_its_first_day_and_once(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    assert not actions.begin(municipality=aarhus, at=NOW)
    assert queries.how_sealed().state == "nothing chained yet"
    with working_for(aarhus.pk):
        looked(omar, [kirsten] * 3, at=NOW)
    chained(aarhus, at=NOW)
    assert queries.how_sealed().state == "nothing sealed yet"
    assert queries.warnings(at=NOW) == ["audit:unsealed", "audit:unchecked"]

    assert actions.begin(municipality=aarhus, at=NOW)

    whole = queries.how_sealed()
    assert (whole.state, whole.sealed_on) == ("whole", date(2026, 11, 22))
    assert queries.warnings(at=NOW) == []
    assert found(aarhus, at=NOW) == []
    assert not actions.begin(municipality=aarhus, at=NOW + timedelta(minutes=2))
    with working_for(aarhus.pk):
        assert Seal.objects.count() == 1
        # The night's seal of today follows the first one.
        assert actions.seal(day=NOW.date(), at=NOW + timedelta(days=1)) is not None
    assert found(aarhus, at=NOW) == []


def test_the_command_says_that_nothing_is_chained_yet_and_how_much_waits(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    with working_for(aarhus.pk):
        looked(omar, [kirsten] * 3, at=NOW)
    out = StringIO()
    call_command("verify_audit", "aarhus", stdout=out)
    assert "nothing is chained yet" in out.getvalue()
    assert "rows wait for the worker" in out.getvalue()


def test_catching_up_waits_for_who_writes_and_does_not_wait_for_ever(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    with working_for(aarhus.pk):
        looked(omar, [kirsten], at=NOW)
    waited: list[float] = []
    # The test's own transaction goes on writing, so nothing is settled.
    assert not actions.catch_up(kommuner=[aarhus], clock=lambda: NOW, wait=waited.append)
    assert len(waited) > 10
    assert queries.how_sealed().state == "nothing chained yet"


def test_what_was_written_before_the_demo_was_ready_is_sealed_and_whole(
    aarhus: Municipality, kirsten: Person, omar: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with working_for(aarhus.pk):
        looked(omar, [kirsten] * 3, at=NOW)
    highs = reading.given_out(tables(sources(national=True)))
    monkeypatch.setattr("jobunivers.rooms.audit.actions.beginning.settled", lambda: highs)
    assert actions.catch_up(kommuner=[aarhus], clock=lambda: NOW, wait=lambda _seconds: None)
    assert queries.how_sealed().state == "whole"
    out = StringIO()
    call_command("verify_audit", "aarhus", stdout=out)
    assert ", 1 seals" in out.getvalue()
    assert "nothing is chained yet" not in out.getvalue()


def test_the_officer_reads_each_seal_as_it_stands_in_the_copy_outside(
    as_olga: KommuneClient, ten: list[int]
) -> None:
    [kept] = outside.seals("0751")
    page = as_olga.get("/administration/revisionsspor/").content.decode()
    assert str(kept["digest"]) in page
    assert len(ten) == 10
