# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Backups end, and who has been erased since one was made is erased again when it is read back."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import psycopg

from jobunivers.config.problem import Problem

SUFFIX = ".expires"
DAYS, MOST_DAYS = 35, 90
_END = "end"


def mark(file: Path, *, days: int, today: date) -> date:
    """Write beside a backup the last day it may be read back; return the day.

    Raises:
        Problem: it would outlive what is remembered of who has been erased.
    """
    if not 1 <= days <= MOST_DAYS:
        raise Problem(f"a backup lasts from 1 to {MOST_DAYS} days")
    last = today + timedelta(days=days)
    beside(file).write_text(f"{last.isoformat()}\n", encoding="ascii")
    return last


def beside(file: Path) -> Path:
    """Return the file that says when a backup ends."""
    return file.with_name(file.name + SUFFIX)


def last_day(file: Path) -> date | None:
    """Return the last day a backup may be read back; None: nobody has said."""
    try:
        return date.fromisoformat(beside(file).read_text(encoding="ascii").strip())
    except (FileNotFoundError, ValueError):
        return None


def refuse_ended(file: Path, *, today: date) -> None:
    """Refuse a backup whose time is over: it holds people who have been forgotten since.

    Raises:
        Problem: its last day has passed.
    """
    last = last_day(file)
    if last is not None and last < today:
        raise Problem(f"{file} ended on {last}; --even-expired reads it all the same")


def remove_ended(folder: Path, *, today: date) -> list[Path]:
    """Remove the backups of a folder whose last day has passed; those nobody has marked stay."""
    gone = []
    for marker in sorted(folder.glob(f"*{SUFFIX}")):
        file = marker.with_name(marker.name.removesuffix(SUFFIX))
        last = last_day(file)
        if last is not None and last < today:
            file.unlink(missing_ok=True)
            marker.unlink()
            gone.append(file)
    return gone


def forget_erased(*, now: datetime) -> int:
    """Forget who was erased before every backup there can be was made; return how many lines."""
    from jobunivers.rooms.retention.actions import erased

    return erased.forget_before(at=now - timedelta(days=MOST_DAYS + 1))


def erase_again(address: str) -> int:
    """Erase in a database just read back whoever has been erased since; return how many people.

    Whom a hold of that time keeps is left, and told. Needs a superuser: the app cannot do it.
    """
    from jobunivers.rooms.retention.actions import erased

    every, key = erased.remembered(), erased.key()
    people = 0
    with psycopg.connect(address) as connection:
        if every and not _can(connection):
            raise Problem("the backup is of an older version: it cannot erase anybody again")
        for kommune, codes in sorted(every.items()):
            connection.execute(
                "SELECT set_config('jobunivers.municipality', %s, false)", [str(kommune)]
            )
            rows = connection.execute(
                "SELECT p.id, p.uuid, EXISTS (SELECT 1 FROM retention_hold h "
                "WHERE h.person_id = p.id AND h.lifted_at IS NULL) "
                "FROM identity_person p WHERE p.municipality_id = %s",
                [kommune],
            ).fetchall()
            known = {erased.digest(key, uuid): (pk, held) for pk, uuid, held in rows}
            for code in sorted(codes, key=lambda one: one == _END):  # the last step at last
                found = [known[one] for one in codes[code] if one in known]
                if any(held for _, held in found):
                    print("Somebody is held back in the backup: look at the list of holds.")
                ids = [pk for pk, held in found if not held]
                if ids:
                    connection.execute(
                        "SELECT retention_let_go(0, 0, %s, %s, %s)", [code, ids, datetime.now(UTC)]
                    )
                    people += len(ids)
    return people


def _can(connection: psycopg.Connection) -> bool:
    name = "retention_let_go(bigint, bigint, text, bigint[], timestamptz)"
    row = connection.execute("SELECT to_regprocedure(%s) IS NOT NULL", [name]).fetchone()
    return bool(row and row[0])
