# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a rule took from a log is a lawful gap; what somebody made look so is not."""

import os
from collections.abc import Iterator
from datetime import timedelta

import psycopg
import pytest
from django.db import connection, transaction

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.audit import actions as audit
from jobunivers.rooms.audit.models import GapSignature
from jobunivers.rooms.audit.queries import words
from jobunivers.rooms.audit.tests.making import chained, look_pks, looked
from jobunivers.rooms.retention.models import Tombstone
from jobunivers.rooms.retention.tests.conftest import NOW, erased_folder, ways
from jobunivers.rooms.retention.tests.steps import planned, run
from jobunivers.testing.browsers import KommuneClient

__all__ = ["erased_folder", "ways"]
pytestmark = pytest.mark.django_db
_LONG_AGO = NOW - timedelta(days=3_700)


@pytest.fixture
def owner_of_the_database(owner_url: str) -> Iterator[None]:
    """Let statements do what only who owns the tables may."""
    app = str(psycopg.conninfo.conninfo_to_dict(os.environ["DATABASE_URL"])["user"])
    with psycopg.connect(owner_url, autocommit=True) as owner:
        for what in ("DELETE ON trust_look", "INSERT, UPDATE ON retention_tombstone"):
            owner.execute(f"GRANT {what} TO {app}")
        yield
        for what in ("DELETE ON trust_look", "INSERT, UPDATE ON retention_tombstone"):
            owner.execute(f"REVOKE {what} FROM {app}")


@pytest.fixture
def looks(aarhus: Municipality, kirsten: Person, omar: Person) -> list[int]:
    """Return two looks in the chain; an old one was there, and went by the rule."""
    with working_for(aarhus.pk):
        looked(omar, [kirsten], at=_LONG_AGO)
        looked(omar, [kirsten] * 2, at=NOW - timedelta(days=1))
    chained(aarhus, at=NOW)
    planned(aarhus)
    run(aarhus)
    with working_for(aarhus.pk):
        return look_pks()


def _codes(municipality: Municipality) -> list[str]:
    checked = audit.look_through(municipality=municipality, at=NOW)
    return [one.code for one in checked.findings if one.grave]


def test_what_a_rule_took_is_signed_as_it_went_and_explains_the_gap(
    aarhus: Municipality, looks: list[int]
) -> None:
    assert len(looks) == 2
    assert _codes(aarhus) == []
    with working_for(aarhus.pk):
        stones = set(Tombstone.objects.values_list("pk", flat=True))
        assert set(GapSignature.objects.values_list("tombstone_id", flat=True)) == stones != set()
    assert audit.look_through(municipality=aarhus, at=NOW).lawful == 1
    chained(aarhus, at=NOW)
    assert _codes(aarhus) == [], "the signatures are chained too"


def test_an_administrator_who_deletes_a_row_and_writes_that_a_rule_did_is_found(
    aarhus: Municipality, looks: list[int], owner_of_the_database: None, as_olga: KommuneClient
) -> None:
    del owner_of_the_database
    with working_for(aarhus.pk), connection.cursor() as cursor:
        cursor.execute("DELETE FROM trust_look WHERE id = %s", [looks[0]])
        cursor.execute(
            'INSERT INTO retention_tombstone (municipality_id, at, batch_id, "table", pks, changed)'
            ' SELECT municipality_id, at, batch_id, "table", %s, false FROM retention_tombstone'
            " LIMIT 1",
            [[looks[0]]],
        )
        # The worker chains what it finds, and so makes it look old; it does not sign it.
    chained(aarhus, at=NOW)
    assert sorted(_codes(aarhus)) == ["gap_unsigned", "row_removed"]
    audit.check(municipality=aarhus, at=NOW)
    page = as_olga.get("/administration/revisionsspor/").content.decode()
    for code in ("gap_unsigned", "row_removed"):
        assert str(words.FINDINGS[code]) in page
    assert f"trust_look #{looks[0]}" in page


def test_a_gap_that_is_made_wider_afterwards_explains_nothing(
    aarhus: Municipality, looks: list[int], owner_of_the_database: None
) -> None:
    del owner_of_the_database
    with working_for(aarhus.pk), connection.cursor() as cursor:
        cursor.execute("DELETE FROM trust_look WHERE id = %s", [looks[0]])
        cursor.execute("UPDATE retention_tombstone SET pks = pks || %s::bigint", [looks[0]])
    assert "gap_unsigned" in _codes(aarhus)
    assert "row_removed" in _codes(aarhus)


def test_a_signature_is_made_once_and_only_of_what_this_transaction_wrote(
    aarhus: Municipality, looks: list[int]
) -> None:
    with working_for(aarhus.pk):
        before = GapSignature.objects.count()
        batch = Tombstone.objects.values_list("batch_id", flat=True)[0]
        with transaction.atomic():
            assert audit.sign_gaps(batch, NOW) == 0
        assert GapSignature.objects.count() == before
    assert len(looks) == 2
