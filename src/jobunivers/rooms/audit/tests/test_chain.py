# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever changes, removes or adds a row past the platform is found, and the row is named."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.audit import actions, queries
from jobunivers.rooms.audit.models import ChainCheck, ChainLink, ChainStanding, Seal
from jobunivers.rooms.audit.queries import keys, links, outside, reading, words
from jobunivers.rooms.audit.queries.findings import Finding
from jobunivers.rooms.audit.queries.sources import sources, tables
from jobunivers.rooms.audit.tests.making import chained, look_pks, looked
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import actions as trust
from jobunivers.trust.models import Consent

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TAMPERED = ("trust_look", "audit_chainlink", "audit_seal", "trust_consent", "followup_noteversion")
Tamper = Callable[..., None]


@pytest.fixture
def tamper(owner_url: str) -> Iterator[Tamper]:
    """Return what runs a statement with all of a table's owner's rights."""
    app = str(psycopg.conninfo.conninfo_to_dict(os.environ["DATABASE_URL"])["user"])

    def grant(what: str) -> None:
        with psycopg.connect(owner_url, autocommit=True) as owner:
            for table in TAMPERED:
                owner.execute(f"{what.format(table=table, app=app)}")

    def run(statement: str, params: list[Any] | None = None) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, params or [])

    grant("GRANT UPDATE, DELETE ON {table} TO {app}")
    yield run
    grant("REVOKE UPDATE, DELETE ON {table} FROM {app}")
    with psycopg.connect(owner_url, autocommit=True) as owner:
        owner.execute(f"GRANT UPDATE, DELETE ON trust_consent TO {app}")


@pytest.fixture
def ten(
    aarhus: Municipality,
    kirsten: Person,
    omar: Person,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> list[int]:
    """Return the numbers of ten looks in the chain of Aarhus, sealed for a day."""
    with django_capture_on_commit_callbacks(execute=True):
        with working_for(aarhus.pk):
            looked(omar, [kirsten] * 10, at=NOW)
            pks = look_pks()
        chained(aarhus, at=NOW)
        with working_for(aarhus.pk):
            actions.seal(day=NOW.date(), at=NOW + timedelta(days=1))
    return pks


def found(municipality: Municipality) -> list[Finding]:
    """Return what a check finds in earnest."""
    return [
        one for one in actions.look_through(municipality=municipality, at=NOW).findings if one.grave
    ]


def test_a_chain_that_nobody_has_touched_holds(aarhus: Municipality, ten: list[int]) -> None:
    checked = actions.look_through(municipality=aarhus, at=NOW)
    assert checked.findings == []
    assert checked.rows >= len(ten)
    assert (checked.links >= 1, checked.seals) == (True, 1)


def test_a_changed_row_is_named(aarhus: Municipality, ten: list[int], tamper: Tamper) -> None:
    with working_for(aarhus.pk):
        tamper("UPDATE trust_look SET viewer_id = 1 WHERE id = %s", [ten[4]])
    [one] = found(aarhus)
    assert (one.code, one.table, one.pk) == ("row_changed", "trust_look", ten[4])
    assert f"trust_look #{ten[4]}" in words.said(one)


def test_a_removed_row_is_named(aarhus: Municipality, ten: list[int], tamper: Tamper) -> None:
    with working_for(aarhus.pk):
        tamper("DELETE FROM trust_look WHERE id = %s", [ten[0]])
    [one] = found(aarhus)
    assert (one.code, one.pk) == ("row_removed", ten[0])


def test_all_rows_removed_are_named_and_counted_beyond_a_thousand(
    aarhus: Municipality, ten: list[int], kirsten: Person, omar: Person, tamper: Tamper
) -> None:
    with working_for(aarhus.pk):
        looked(omar, [kirsten] * 1_100, at=NOW)
    chained(aarhus, at=NOW)
    with working_for(aarhus.pk):
        tamper("DELETE FROM trust_look")
    told = [one for one in found(aarhus) if one.code.startswith("row_removed")]
    counted = sum(int(one.told) for one in told if one.code == "row_removed_more")
    assert sum(one.code == "row_removed" for one in told) + counted == 1_100 + len(ten)


def test_a_row_put_in_behind_the_chain_is_named(
    aarhus: Municipality, ten: list[int], kirsten: Person, omar: Person, tamper: Tamper
) -> None:
    with working_for(aarhus.pk):
        tamper("DELETE FROM trust_look WHERE id = %s", [ten[3]])
        tamper(
            "INSERT INTO trust_look (id, municipality_id, citizen_id, viewer_id, viewer_role, at,"
            " part, reason, note) VALUES (-5, %s, %s, %s, 'adviser', %s, 'profile', 'talk', '')",
            [aarhus.pk, kirsten.pk, omar.pk, NOW - timedelta(days=3)],
        )
        tamper("UPDATE trust_look SET id = %s WHERE id = -5", [ten[3]])
    [one] = found(aarhus)
    assert (one.code, one.pk) == ("row_changed", ten[3])


def test_a_backdated_row_with_a_number_between_is_found(
    aarhus: Municipality, ten: list[int], kirsten: Person, omar: Person, tamper: Tamper
) -> None:
    with working_for(aarhus.pk), connection.cursor() as cursor:
        cursor.execute("SELECT nextval('trust_look_id_seq')")
        (burnt,) = cursor.fetchone()
        looked(omar, [kirsten], at=NOW)
    chained(aarhus, at=NOW)
    with working_for(aarhus.pk):
        tamper(
            "INSERT INTO trust_look (id, municipality_id, citizen_id, viewer_id, viewer_role, at,"
            " part, reason, note) VALUES (%s, %s, %s, %s, 'adviser', %s, 'profile', 'talk', '')",
            [burnt, aarhus.pk, kirsten.pk, omar.pk, NOW - timedelta(days=3)],
        )
    [one] = found(aarhus)
    assert (one.code, one.pk) == ("row_inserted", burnt)
    assert burnt not in ten


def test_a_row_put_in_where_the_worker_has_looked_already_is_found(
    aarhus: Municipality, ten: list[int], kirsten: Person, omar: Person
) -> None:
    with working_for(aarhus.pk):
        standing = ChainStanding.objects.get(municipality=aarhus)
        standing.highs["trust_look"] = ten[-1] + 100
        standing.save()
        looked(omar, [kirsten], at=NOW)
        [fresh] = set(look_pks()) - set(ten)
    assert [(one.code, one.pk) for one in found(aarhus)] == [("row_inserted", fresh)]


def test_a_chain_whose_end_is_cut_off_is_found_by_the_copy_outside(
    aarhus: Municipality, ten: list[int], tamper: Tamper
) -> None:
    with working_for(aarhus.pk):
        tamper("DELETE FROM trust_look")
        tamper("DELETE FROM audit_chainlink")
        tamper("DELETE FROM audit_seal")
        tamper("UPDATE audit_chainstanding SET number = 0, highs = '{}'")
    assert len(ten) == 10
    assert {one.code for one in found(aarhus)} == {"end_cut_off", "seal_missing"}


def test_a_chain_made_anew_without_the_key_is_found(
    aarhus: Municipality, ten: list[int], tamper: Tamper
) -> None:
    """The administrator changes a row and recomputes every digest, but cannot sign."""
    with working_for(aarhus.pk):
        tamper("UPDATE trust_look SET note = 'pænere' WHERE id = %s", [ten[2]])
        link = ChainLink.objects.get(table="trust_look")
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM audit_chainlink WHERE number > %s", [link.number])
        fresh = _recomputed(aarhus, link)
        tamper(
            "UPDATE audit_chainlink SET digests = %s, hash = %s WHERE id = %s",
            [bytes(fresh.digests), bytes(fresh.hash), link.pk],
        )
    codes = {one.code for one in found(aarhus)}
    assert "signature_wrong" in codes
    assert "row_changed" not in codes
    assert codes & {"end_rewritten", "sealed_end_is_gone", "link_does_not_follow"}


def _recomputed(municipality: Municipality, link: ChainLink) -> ChainLink:
    from jobunivers.rooms.audit.queries import reading
    from jobunivers.rooms.audit.queries.sources import sources

    [source] = [
        one for one in sources(national=municipality.is_national) if one.table == link.table
    ]
    reading.settle_the_text()
    rows = reading.read(source, low=link.low, high=link.high)
    link.digests = rows.digests.tobytes()
    link.hash = links.link_digest(link)
    return link


def test_a_link_taken_out_and_one_changed_are_found(
    aarhus: Municipality, ten: list[int], kirsten: Person, omar: Person, tamper: Tamper
) -> None:
    for _ in range(3):
        with working_for(aarhus.pk):
            looked(omar, [kirsten], at=NOW)
        chained(aarhus, at=NOW)
    with working_for(aarhus.pk):
        last = ChainLink.objects.order_by("-number")[:2]
        newest, before = last[0].number, last[1].number
        tamper("DELETE FROM audit_chainlink WHERE number = %s", [before])
        tamper("UPDATE audit_chainlink SET rows = 7 WHERE number = %s", [newest])
    codes = [(one.code, one.link) for one in found(aarhus)]
    assert ("link_missing", newest) in codes
    assert ("link_changed", newest) in codes
    assert len(ten) == 10


def test_a_seal_that_is_changed_or_missing_is_found(
    aarhus: Municipality, ten: list[int], tamper: Tamper
) -> None:
    with working_for(aarhus.pk):
        tamper("UPDATE audit_seal SET rows = rows - 1")
    assert {one.code for one in found(aarhus)} == {"seal_changed", "seal_differs_from_copy"}
    with working_for(aarhus.pk):
        tamper("DELETE FROM audit_seal")
    assert [one.code for one in found(aarhus)] == ["seal_missing"]
    assert len(ten) == 10


def test_the_text_of_a_consent_is_held_and_taking_it_back_is_no_change(
    aarhus: Municipality, kirsten: Person, tamper: Tamper
) -> None:
    with working_for(aarhus.pk):
        trust.give_consent(
            citizen_id=kirsten.pk, source="akasse", purpose="profile", actor_id=kirsten.pk, at=NOW
        )
    chained(aarhus, at=NOW)
    with working_for(aarhus.pk):
        trust.withdraw_consent(
            citizen_id=kirsten.pk, source="akasse", purpose="profile", actor_id=kirsten.pk,
            at=NOW + timedelta(hours=1),
        )  # fmt: skip
    assert found(aarhus) == []
    with working_for(aarhus.pk):
        pk = Consent.objects.get().pk
        tamper("UPDATE trust_consent SET withdrawn_at = NULL, withdrawn_by_id = NULL")
    assert [(one.code, one.pk) for one in found(aarhus)] == [("consent_reopened", pk)]
    with working_for(aarhus.pk):
        tamper("UPDATE trust_consent SET withdrawn_at = %s, withdrawn_by_id = 1", [NOW])
        tamper("UPDATE trust_consent SET text = 'Ja til alt'")
    assert [(one.code, one.table, one.pk) for one in found(aarhus)] == [
        ("row_changed", "trust_consent", pk)
    ]


def test_another_key_signs_on_and_the_old_one_still_counts(
    aarhus: Municipality, ten: list[int], kirsten: Person, omar: Person, settings: Settings
) -> None:
    old = keys.public_text(keys.signer().key.public_key())
    settings.AUDIT_KEY, _public = keys.new_key()
    with working_for(aarhus.pk):
        looked(omar, [kirsten], at=NOW)
    chained(aarhus, at=NOW)
    assert "key_unknown" in {one.code for one in found(aarhus)}
    settings.AUDIT_OLD_KEYS = [old]
    assert found(aarhus) == []
    assert len(ten) == 10


def test_a_key_that_is_no_key_is_said_plainly(settings: Settings) -> None:
    settings.AUDIT_KEY = "hemmelig"
    with pytest.raises(CommandError, match="32 bytes in base64"):
        call_command("verify_audit", stdout=StringIO())


def test_the_command_tells_which_row_and_fails(
    aarhus: Municipality, ten: list[int], tamper: Tamper
) -> None:
    out = StringIO()
    call_command("verify_audit", "aarhus", stdout=out)
    assert "rows/s" in out.getvalue()
    with working_for(aarhus.pk):
        tamper("UPDATE trust_look SET reason = 'case' WHERE id = %s", [ten[9]])
    out = StringIO()
    with pytest.raises(CommandError, match="does not hold: Aarhus"):
        call_command("verify_audit", "0751", stdout=out)
    assert f"BROKEN: trust_look #{ten[9]}" in out.getvalue()
    with pytest.raises(CommandError, match="no kommune is called 9999"):
        call_command("verify_audit", "9999", stdout=out)


def test_what_a_check_found_is_kept_and_stands_for_the_operators(
    aarhus: Municipality, ten: list[int], tamper: Tamper
) -> None:
    with working_for(aarhus.pk):
        tamper("UPDATE trust_look SET reason = 'case' WHERE id = %s", [ten[0]])
    actions.check(municipality=aarhus, at=NOW)
    with working_for(aarhus.pk):
        kept = ChainCheck.objects.get()
    assert (kept.grave, kept.findings[0]["pk"]) == (1, ten[0])
    assert ChainStanding.objects.get(municipality=aarhus).grave == 1


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
    assert found(aarhus) == found(odense) == []
    assert len(ten) == 10


def test_the_national_chain_holds_what_is_the_countrys_own(national: Municipality) -> None:
    added = chained(national, at=NOW)
    with working_for(national.pk):
        tables = {table for table, _rows, _at in links.by_table()}
    assert added.rows > 0
    assert "trust_modelfigure" in tables
    assert found(national) == []


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
    assert found(aarhus) == []
    assert not actions.begin(municipality=aarhus, at=NOW + timedelta(minutes=2))
    with working_for(aarhus.pk):
        assert Seal.objects.count() == 1
        # The night's seal of today follows the first one.
        assert actions.seal(day=NOW.date(), at=NOW + timedelta(days=1)) is not None
    assert found(aarhus) == []


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
