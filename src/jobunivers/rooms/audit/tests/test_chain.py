# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever changes, removes or adds a row past the platform is found, and the row is named."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import Settings

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.audit import actions
from jobunivers.rooms.audit.models import ChainCheck, ChainLink, ChainStanding
from jobunivers.rooms.audit.queries import keys, links, reading, words
from jobunivers.rooms.audit.queries.sources import sources
from jobunivers.rooms.audit.tests.making import chained, found, look_pks, looked
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


def test_a_chain_that_nobody_has_touched_holds(aarhus: Municipality, ten: list[int]) -> None:
    checked = actions.look_through(municipality=aarhus, at=NOW)
    assert checked.findings == []
    assert checked.rows >= len(ten)
    assert (checked.links >= 1, checked.seals) == (True, 1)


def test_a_changed_row_is_named(aarhus: Municipality, ten: list[int], tamper: Tamper) -> None:
    with working_for(aarhus.pk):
        tamper("UPDATE trust_look SET viewer_id = 1 WHERE id = %s", [ten[4]])
    [one] = found(aarhus, at=NOW)
    assert (one.code, one.table, one.pk) == ("row_changed", "trust_look", ten[4])
    assert f"trust_look #{ten[4]}" in words.said(one)


def test_a_removed_row_is_named(aarhus: Municipality, ten: list[int], tamper: Tamper) -> None:
    with working_for(aarhus.pk):
        tamper("DELETE FROM trust_look WHERE id = %s", [ten[0]])
    [one] = found(aarhus, at=NOW)
    assert (one.code, one.pk) == ("row_removed", ten[0])


def test_all_rows_removed_are_named_and_counted_beyond_a_thousand(
    aarhus: Municipality, ten: list[int], kirsten: Person, omar: Person, tamper: Tamper
) -> None:
    with working_for(aarhus.pk):
        looked(omar, [kirsten] * 1_100, at=NOW)
    chained(aarhus, at=NOW)
    with working_for(aarhus.pk):
        tamper("DELETE FROM trust_look")
    told = [one for one in found(aarhus, at=NOW) if one.code.startswith("row_removed")]
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
    [one] = found(aarhus, at=NOW)
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
    [one] = found(aarhus, at=NOW)
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
    assert [(one.code, one.pk) for one in found(aarhus, at=NOW)] == [("row_inserted", fresh)]


def test_a_chain_whose_end_is_cut_off_is_found_by_the_copy_outside(
    aarhus: Municipality, ten: list[int], tamper: Tamper
) -> None:
    with working_for(aarhus.pk):
        tamper("DELETE FROM trust_look")
        tamper("DELETE FROM audit_chainlink")
        tamper("DELETE FROM audit_seal")
        tamper("UPDATE audit_chainstanding SET number = 0, highs = '{}'")
    assert len(ten) == 10
    assert {one.code for one in found(aarhus, at=NOW)} == {"end_cut_off", "seal_missing"}


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
    codes = {one.code for one in found(aarhus, at=NOW)}
    assert "signature_wrong" in codes
    assert "row_changed" not in codes
    assert codes & {"end_rewritten", "sealed_end_is_gone", "link_does_not_follow"}


def _recomputed(municipality: Municipality, link: ChainLink) -> ChainLink:

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
    codes = [(one.code, one.link) for one in found(aarhus, at=NOW)]
    assert ("link_missing", newest) in codes
    assert ("link_changed", newest) in codes
    assert len(ten) == 10


def test_a_seal_that_is_changed_or_missing_is_found(
    aarhus: Municipality, ten: list[int], tamper: Tamper
) -> None:
    with working_for(aarhus.pk):
        tamper("UPDATE audit_seal SET rows = rows - 1")
    assert {one.code for one in found(aarhus, at=NOW)} == {"seal_changed", "seal_differs_from_copy"}
    with working_for(aarhus.pk):
        tamper("DELETE FROM audit_seal")
    assert [one.code for one in found(aarhus, at=NOW)] == ["seal_missing"]
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
    assert found(aarhus, at=NOW) == []
    with working_for(aarhus.pk):
        pk = Consent.objects.get().pk
        tamper("UPDATE trust_consent SET withdrawn_at = NULL, withdrawn_by_id = NULL")
    assert [(one.code, one.pk) for one in found(aarhus, at=NOW)] == [("consent_reopened", pk)]
    with working_for(aarhus.pk):
        tamper("UPDATE trust_consent SET withdrawn_at = %s, withdrawn_by_id = 1", [NOW])
        tamper("UPDATE trust_consent SET text = 'Ja til alt'")
    assert [(one.code, one.table, one.pk) for one in found(aarhus, at=NOW)] == [
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
    assert "key_unknown" in {one.code for one in found(aarhus, at=NOW)}
    settings.AUDIT_OLD_KEYS = [old]
    assert found(aarhus, at=NOW) == []
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
