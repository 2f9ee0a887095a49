# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from psycopg import conninfo

from jobunivers.config.commands import backup, replaced
from jobunivers.config.postgres import Cluster, Use, using
from jobunivers.config.postgres.cluster import DATABASE
from jobunivers.config.problem import Problem
from jobunivers.front.queries import REPLACED


@pytest.fixture
def use(tmp_path: Path) -> Iterator[Use]:
    with using(Cluster(tmp_path)) as running:
        with psycopg.connect(running.environment()["DATABASE_OWNER_URL"]) as owner:
            owner.execute("CREATE TABLE note (kommune text, said text)")
            owner.execute("ALTER TABLE note ENABLE ROW LEVEL SECURITY")
            owner.execute("INSERT INTO note VALUES ('0751', 'før'), ('0461', 'også før')")
            owner.execute("ALTER TABLE note FORCE ROW LEVEL SECURITY")
            owner.execute("GRANT SELECT ON note TO jobunivers_app")
        yield running


@pytest.fixture
def address(use: Use) -> str:
    return conninfo.make_conninfo(use.cluster.admin_url, dbname=DATABASE)


def notes(address: str) -> list[str]:
    with psycopg.connect(address) as connection:
        return [row[0] for row in connection.execute("SELECT said FROM note ORDER BY kommune DESC")]


def test_what_was_backed_up_comes_back_from_every_kommune(address: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    backup.back_up(copy, address)
    with psycopg.connect(address) as admin:
        admin.execute("UPDATE note SET said = 'efter'")

    backup.restore(copy, address)

    assert notes(address) == ["før", "også før"]


def test_the_locks_between_kommuner_come_back_too(use: Use, address: str, tmp_path: Path) -> None:
    backup.back_up(tmp_path / "copy", address)
    backup.restore(tmp_path / "copy", address)

    assert notes(use.environment()["DATABASE_URL"]) == []
    assert notes(use.environment()["DATABASE_OWNER_URL"]) == []


def test_what_a_restore_replaced_is_kept(address: str, tmp_path: Path) -> None:
    backup.back_up(tmp_path / "copy", address)
    with psycopg.connect(address) as admin:
        admin.execute("UPDATE note SET said = 'efter'")

    backup.restore(tmp_path / "copy", address)

    assert notes(conninfo.make_conninfo(address, dbname=replaced.PREVIOUS)) == ["efter", "efter"]


def test_what_was_replaced_is_said_and_dropped_when_its_days_are_over(
    use: Use, address: str, tmp_path: Path
) -> None:
    backup.back_up(tmp_path / "copy", address)
    backup.restore(tmp_path / "copy", address)
    today = datetime.now(UTC).date()
    with psycopg.connect(address, autocommit=True) as admin:
        assert replaced.standing(admin) == (True, today)
        told = replaced.tidy(admin, today=today + timedelta(days=6))
        assert f"is dropped from {today + timedelta(days=7)} on" in told
        with psycopg.connect(conninfo.make_conninfo(address, dbname=replaced.PREVIOUS)):
            told = replaced.tidy(admin, today=today + timedelta(days=7))
            assert "still there" in told
        assert replaced.standing(admin)[0]
        assert "Dropped" in replaced.tidy(admin, today=today + timedelta(days=7))
        assert replaced.standing(admin) == (False, None)
        assert replaced.tidy(admin, today=today) == ""
        assert not replaced.drop(admin)
    with psycopg.connect(use.environment()["DATABASE_URL"]) as app:
        assert app.execute(REPLACED).fetchone() is None


def test_one_that_nobody_has_marked_has_its_days_from_now_on_and_the_app_sees_it(
    use: Use, address: str
) -> None:
    today = datetime.now(UTC).date()
    with psycopg.connect(address, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {replaced.PREVIOUS}")
        assert replaced.standing(admin) == (True, None)
        assert str(today + timedelta(days=7)) in replaced.tidy(admin, today=today)
    with psycopg.connect(use.environment()["DATABASE_URL"]) as app:
        assert app.execute(REPLACED).fetchone() == (f"replaced {today}",)


def test_a_restored_database_is_closed_to_all_but_the_two_roles(
    use: Use, address: str, tmp_path: Path
) -> None:
    backup.back_up(tmp_path / "copy", address)
    backup.restore(tmp_path / "copy", address)

    with psycopg.connect(address) as admin:
        everybody = admin.execute(
            "SELECT count(*) FROM pg_database d, aclexplode(d.datacl) a "
            "WHERE d.datname = %s AND a.grantee = 0",
            [DATABASE],
        ).fetchone()
    assert everybody == (0,)
    with psycopg.connect(use.environment()["DATABASE_URL"]) as app:
        app.execute("SELECT said FROM note")


def test_rights_come_from_the_program_and_not_from_the_copy(
    use: Use, address: str, tmp_path: Path
) -> None:
    with psycopg.connect(use.environment()["DATABASE_OWNER_URL"]) as owner:
        owner.execute("GRANT TRUNCATE ON note TO jobunivers_app")
    backup.back_up(tmp_path / "copy", address)
    backup.restore(tmp_path / "copy", address)

    with psycopg.connect(address) as admin:
        may = admin.execute(
            "SELECT has_table_privilege('jobunivers_app', 'note', 'TRUNCATE'),"
            " has_table_privilege('jobunivers_app', 'note', 'INSERT')"
        ).fetchone()
    assert may == (False, True)


def test_half_a_file_changes_nothing(address: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    backup.back_up(copy, address)
    copy.write_bytes(copy.read_bytes()[:-200])

    with pytest.raises(Problem, match="pg_restore failed"):
        backup.restore(copy, address)

    assert notes(address) == ["før", "også før"]


def test_a_database_in_use_is_not_replaced(use: Use, address: str, tmp_path: Path) -> None:
    backup.back_up(tmp_path / "copy", address)

    with (
        psycopg.connect(use.environment()["DATABASE_URL"]),
        pytest.raises(Problem, match="in use"),
    ):
        backup.restore(tmp_path / "copy", address)


def test_a_backup_is_for_its_owner_alone(address: str, tmp_path: Path) -> None:
    backup.back_up(tmp_path / "copy", address)

    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0
