# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Backups end, and a backup that is read back erases again whom it brings back."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import psycopg
import pytest
from pytest_django import Settings

from jobunivers.config.commands import expiring
from jobunivers.config.problem import Problem
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.retention.actions import erased

TODAY = date(2026, 11, 26)
GONE, HELD, OTHER = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()


def test_a_backup_ends_and_is_removed_with_its_marker(tmp_path: Path) -> None:
    old, new, unmarked = (tmp_path / name for name in ("old", "new", "unmarked"))
    for file in (old, new, unmarked):
        file.write_bytes(b"x")
    expiring.mark(old, days=1, today=date(2026, 11, 1))
    assert expiring.mark(new, days=35, today=TODAY) == date(2026, 12, 31)

    assert expiring.remove_ended(tmp_path, today=TODAY) == [old]

    assert sorted(one.name for one in tmp_path.iterdir()) == ["new", "new.expires", "unmarked"]


def test_a_backup_lasts_until_the_end_of_its_last_day(tmp_path: Path) -> None:
    file = tmp_path / "copy"
    expiring.mark(file, days=1, today=TODAY)
    expiring.refuse_ended(file, today=date(2026, 11, 27))
    with pytest.raises(Problem, match="ended on 2026-11-27"):
        expiring.refuse_ended(file, today=date(2026, 11, 28))


@pytest.mark.parametrize("days", [0, 91])
def test_no_backup_outlives_what_is_remembered_of_the_erased(tmp_path: Path, days: int) -> None:
    with pytest.raises(Problem, match="from 1 to 90 days"):
        expiring.mark(tmp_path / "copy", days=days, today=TODAY)


@contextmanager
def _restored(owner: psycopg.Connection) -> Iterator[dict[uuid.UUID, int]]:
    """Give a kommune with three people who are confirmed in the database, gone afterwards."""
    (kommune,) = owner.execute(
        "INSERT INTO tenancy_municipality (code, slug, name, primary_colour, accent_colour,"
        " logo_type, contact_phone, contact_email, contact_address, headline_da, headline_en,"
        " welcome_da, welcome_en) VALUES ('9998', 'restored', 'Restored', '#000000', '#000000',"
        " '', '', '', '', '', '', '', '') RETURNING id"
    ).fetchone() or (0,)
    owner.execute("SELECT set_config('jobunivers.municipality', %s, false)", [str(kommune)])
    ids = {uuid.UUID(int=0): kommune}
    for one in (GONE, HELD, OTHER):
        row = owner.execute(
            "INSERT INTO identity_person (municipality_id, password, uuid, name, sort_key, role,"
            " is_active, created_at) VALUES (%s, '', %s, 'Nogen', '', 'citizen', true, now())"
            " RETURNING id",
            [kommune, one],
        ).fetchone()
        ids[one] = row[0] if row else 0
    owner.execute(
        "INSERT INTO retention_hold (municipality_id, person_id, kind, source, reason, set_at,"
        " lifted_why) VALUES (%s, %s, 'court', 'tests', 'x', now(), '')",
        [kommune, ids[HELD]],
    )
    owner.commit()
    try:
        yield ids
    finally:
        for table in ("retention_hold", "retention_ledgerline", "identity_person"):
            owner.execute(f"DELETE FROM {table} WHERE municipality_id = %s", [kommune])
        owner.execute("DELETE FROM tenancy_municipality WHERE id = %s", [kommune])
        owner.commit()


def test_whoever_was_erased_is_erased_again_and_nobody_else(
    owner_url: str, tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.ERASED_FOLDER = tmp_path / "erased"
    with psycopg.connect(owner_url) as owner, _restored(owner) as ids:
        kommune = ids[uuid.UUID(int=0)]
        with working_for(kommune):
            erased.note(
                uuids={ids[GONE]: GONE, ids[HELD]: HELD}, code="end", batch_id=1,
                at=datetime(2026, 11, 25, tzinfo=UTC),
            )  # fmt: skip

        assert expiring.erase_again(owner_url) == 1

        left = owner.execute("SELECT uuid FROM identity_person WHERE municipality_id = %s",
                             [kommune]).fetchall()  # fmt: skip
        assert {one for (one,) in left} == {HELD, OTHER}
    assert "held back" in capsys.readouterr().out
