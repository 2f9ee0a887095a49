# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in the table cannot be read there; what is found by its value is found by a hash."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import connection
from django.db.models import QuerySet
from psycopg import sql
from pytest_django import Settings

from jobunivers.config.grants import append_only_tables
from jobunivers.foundation.crypto import rotating, sealing
from jobunivers.foundation.crypto.fields import (
    encrypted_fields,
    encrypted_models,
    hash_fields,
    hashes,
)
from jobunivers.foundation.crypto.keys import new_key
from jobunivers.foundation.crypto.migrating import encrypts
from jobunivers.foundation.crypto.models import KnownKey
from jobunivers.foundation.files import queries as files
from jobunivers.foundation.files.models import PIECE, FilePiece, StoredFile
from jobunivers.foundation.notices.models import Address, Channel
from jobunivers.foundation.tenancy.current import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person, Protection
from tests.addresses.lines import WHO
from tests.addresses.table import TABLE
from tests.addresses.world import World, ask

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def logs_can_be_written(owner_url: str) -> Iterator[None]:
    """Let the app rewrite what is only ever added to, as the owner may who exchanges keys.

    The owner's own connection would not see the rows of a test.
    """
    logs = sorted({one._meta.db_table for one in encrypted_models()} & {*append_only_tables()})
    tables = sql.SQL(", ").join(map(sql.Identifier, logs))
    app = sql.Identifier(settings.APP_ROLE)
    assert logs
    with psycopg.connect(owner_url, autocommit=True) as owner:
        owner.execute(sql.SQL("GRANT UPDATE ON {} TO {}").format(tables, app))
        yield
        owner.execute(sql.SQL("REVOKE UPDATE ON {} FROM {}").format(tables, app))


def _address(kirsten: Person, text: str = "kirsten@example.dk") -> Address:
    return Address.objects.create(
        person_id=kirsten.pk, channel=Channel.EMAIL, address=text, created_at=NOW
    )


def _raw(column: str, table: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} ORDER BY id")
        return [value for (value,) in cursor.fetchall()]


def test_the_table_holds_nothing_readable(kirsten: Person, aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        _address(kirsten)

        [stored] = _raw("address", "notices_address")
        assert stored.startswith("e1.")
        assert "kirsten" not in stored
        assert Address.objects.get().address == "kirsten@example.dk"
        assert list(Address.objects.values_list("address", flat=True)) == ["kirsten@example.dk"]


def test_a_row_is_found_by_the_hash_of_its_value(kirsten: Person, aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        row = _address(kirsten)

        known = hashes(Address, "address_hash", "kirsten@example.dk")
        assert Address.objects.get(address_hash__in=known) == row
        assert not Address.objects.filter(
            address_hash__in=hashes(Address, "address_hash", "other@example.dk")
        ).exists()


def test_a_column_that_is_encrypted_is_never_searched_in_vain() -> None:
    for model in encrypted_models():
        for field in encrypted_fields(model):
            for lookup in ("icontains", "in", "startswith", "gt"):
                with pytest.raises(FieldError, match="is encrypted"):
                    QuerySet(model).filter(
                        **{f"{field.name}__{lookup}": ["x"] if lookup == "in" else "x"}
                    )


def test_whether_a_text_is_empty_can_be_asked(kirsten: Person, aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        Protection.objects.create(
            person=kirsten, kind="own", since_on=NOW.date(), source="staff", reason="Trusler",
            set_at=NOW,
        )  # fmt: skip

        assert Protection.objects.exclude(reason="").filter(lifted_why="").count() == 1
        with pytest.raises(FieldError, match="only whether it is empty"):
            Protection.objects.filter(reason="Trusler").count()


def test_a_file_is_encrypted_piece_by_piece(aarhus: Municipality, kirsten: Person) -> None:
    content = b"%PDF-1.4 " + b"Kirstens CV " * 50_000
    with working_for(aarhus.pk):
        row = StoredFile.objects.create(
            municipality=aarhus, name="cv.pdf", kind="pdf", media_type="application/pdf",
            bytes=len(content), sha256="0" * 64, kept_at=NOW,
        )  # fmt: skip
        for number, start in enumerate(range(0, len(content), PIECE)):
            FilePiece.objects.create(
                file=row, number=number, content=content[start : start + PIECE], municipality=aarhus
            )

        assert all(b"Kirsten" not in bytes(one) for one in _raw("content", "files_filepiece"))
        assert files.content(row) == content


def test_what_is_emptied_in_the_database_is_read_as_nothing(
    kirsten: Person, aarhus: Municipality
) -> None:
    with working_for(aarhus.pk):
        row = _address(kirsten)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE notices_address SET address = ''")
        row.refresh_from_db()
        assert row.address == ""
    for model in encrypted_models():
        for field in encrypted_fields(model):
            assert not field.take(b"" if field.get_internal_type() == "BinaryField" else "")


def test_every_key_is_exchanged_and_hashes_follow(
    kirsten: Person, aarhus: Municipality, settings: Settings
) -> None:
    before, after = new_key("k1"), new_key("k2")
    settings.DATA_KEYS = before
    with working_for(aarhus.pk):
        for number in range(5):
            _address(kirsten, f"{number}@example.dk")
    settings.DATA_KEYS = f"{after},{before}"

    done = {one.table: one.rows for one in rotating.rotate()}

    assert done["notices_address"] == 5
    assert list(rotating.rotate()) == [], "what is done is not done again"
    settings.DATA_KEYS = after
    with working_for(aarhus.pk):
        assert Address.objects.order_by("pk").first().address == "0@example.dk"  # type: ignore[union-attr]
        known = hashes(Address, "address_hash", "3@example.dk")
        assert Address.objects.get(address_hash__in=known).address == "3@example.dk"
    assert rotating.standing().keys() == {"k2"}


def test_a_database_of_other_keys_is_refused_by_name(settings: Settings) -> None:
    KnownKey.objects.all().delete()
    settings.DATA_KEYS = new_key("k1")
    rotating.know_key(at=NOW)

    settings.DATA_KEYS = new_key("k2")
    with pytest.raises(rotating.WrongKeys, match="'k1', which is not in JOBUNIVERS_DATA_KEYS"):
        rotating.know_key(at=NOW)
    settings.DATA_KEYS = new_key("k1")
    with pytest.raises(rotating.WrongKeys, match="'k1' in JOBUNIVERS_DATA_KEYS is not the one"):
        rotating.check_keys()


def test_a_hash_stands_beside_a_field_that_is_encrypted() -> None:
    for model in apps.get_models():
        encrypted = {one.name for one in encrypted_fields(model)}
        assert {one.of for one in hash_fields(model)} <= encrypted


def test_what_the_rooms_hold_of_somebodys_own_words_is_encrypted() -> None:
    told = {
        f"{model._meta.label}.{one.name}"
        for model in encrypted_models()
        for one in encrypted_fields(model)
    }
    assert {
        "followup.Note.text", "followup.NoteVersion.text", "followup.Letter.words",
        "talks.Talk.referat", "availability.Case.text", "availability.CaseEntry.data",
        "notices.Address.address", "files.FilePiece.content", "identity.Protection.reason",
        "vacancies.Proposal.lines", "segmentation.Objection.words", "entrance.Finding.fields",
    } <= told  # fmt: skip
    assert sealing.MARK == "e1", "stored values say by which rules they are made"


def test_a_migration_encrypts_what_stands_there_and_opens_it_on_the_way_back(
    kirsten: Person, aarhus: Municipality
) -> None:
    with working_for(aarhus.pk):
        _address(kirsten)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE notices_address SET address = 'k@example.dk', address_hash = ''")
    there = encrypts("notices", "Address", "address")

    there.code(apps, None)  # type: ignore[arg-type]

    with working_for(aarhus.pk):
        assert _raw("address", "notices_address")[0].startswith("e1.")
        known = hashes(Address, "address_hash", "k@example.dk")
        assert Address.objects.get(address_hash__in=known).address == "k@example.dk"

    there.reverse_code(apps, None)  # type: ignore[misc,arg-type]

    with working_for(aarhus.pk):
        assert _raw("address", "notices_address") == ["k@example.dk"]


def test_after_an_exchange_every_page_opens_without_the_old_key(
    request: pytest.FixtureRequest, settings: Settings, logs_can_be_written: None
) -> None:
    before, after = new_key("k1"), new_key("k2")
    settings.DATA_KEYS = before
    world: World = request.getfixturevalue("world")  # filled under the old key
    rotated = sum(one.rows for one in _exchanged(settings, after, before))
    assert rotated > 20, "rows of many rooms lie under a key"
    assert rotating.standing().keys() == {"k2"}

    settings.DATA_KEYS = after

    wrong = []
    for address, line in TABLE.items():
        if line.method != "GET" or not line.about or not line.answers.startswith("login"):
            continue
        for who in ("kirsten", "omar"):
            expected = line.answers.split()[WHO.index(who)]
            given = ask(world.browsers[who], "GET", world.path(address))
            if given != expected:
                wrong.append(f"{address} as {who}: {given}, not {expected}")
    assert wrong == []


def _exchanged(settings: Settings, after: str, before: str) -> list[rotating.Rotated]:
    settings.DATA_KEYS = f"{after},{before}"
    return list(rotating.rotate())
