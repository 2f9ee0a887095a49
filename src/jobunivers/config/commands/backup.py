# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writes the whole database to one file, and reads it back beside the one in use."""

import argparse
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import psycopg
from psycopg import conninfo, sql

from jobunivers.config import postgres
from jobunivers.config.commands import expiring, replaced, surroundings
from jobunivers.config.commands.replaced import PREVIOUS
from jobunivers.config.postgres import roles
from jobunivers.config.postgres.cluster import APP, DATABASE, Cluster, clean_environment, programs
from jobunivers.config.problem import Problem

RESTORED = f"{DATABASE}_restored"
# pg_restore sets this at the top of all it writes; a server older than 17 refuses to hear of it.
UNKNOWN_BEFORE_17 = b"SET transaction_timeout = 0;\n"
FIRST_WITH_IT = 170000


def run(verb: str, arguments: list[str]) -> int:
    """Back up to a file, or restore from one; or remove those that have ended."""
    parser = argparse.ArgumentParser(prog=f"./jobunivers {verb}")
    parser.add_argument("file", type=Path, nargs="?", help="with --expire: the folder of backups")
    parser.add_argument(
        "--admin-url",
        help="with DATABASE_URL: the address of a superuser, who sees all municipalities' rows",
    )
    if verb == "backup":
        parser.add_argument(
            "--days", type=int, default=expiring.DAYS, help="how long it may be read back"
        )
        parser.add_argument(
            "--expire", action="store_true", help="remove the backups of a folder that have ended"
        )
    else:
        parser.add_argument(
            "--even-expired", action="store_true", help="also a backup whose time is over"
        )
        parser.add_argument(
            "--drop-replaced",
            action="store_true",
            help="drop what the last restore replaced, now; takes no file",
        )
    options = parser.parse_args(arguments)
    today = datetime.now(UTC).date()
    if verb == "restore" and options.drop_replaced:
        return _drop_replaced(options.admin_url)
    if options.file is None:
        parser.error("name a file")
    if verb == "backup" and options.expire:
        return _expire(options.file, options.admin_url)
    if verb == "restore" and not options.even_expired:
        expiring.refuse_ended(options.file, today=today)
    with _administrator(options.admin_url) as address:
        try:
            (back_up if verb == "backup" else restore)(options.file, address)
        except psycopg.Error as error:
            raise Problem(f"{verb} failed: {' '.join(str(error).split())}") from error
    if verb == "backup":
        last = expiring.mark(options.file, days=options.days, today=today)
        print(f"It may be read back until {last}.")
        return _expire(options.file.parent, options.admin_url)
    return 0


def _drop_replaced(given: str | None) -> int:
    with (
        _administrator(given) as address,
        psycopg.connect(address, dbname="postgres", autocommit=True) as admin,
    ):
        try:
            gone = replaced.drop(admin)
        except psycopg.errors.ObjectInUse as error:
            raise Problem(f"{PREVIOUS} is looked at by somebody: try again") from error
    print(f"Dropped: {PREVIOUS}." if gone else f"There is no database {PREVIOUS}.")
    return 0


def _expire(folder: Path, given: str | None) -> int:
    now = datetime.now(UTC)
    for gone in expiring.remove_ended(folder, today=now.date()):
        print(f"Removed: {gone}; its time was over.")
    if not postgres.given() or given or os.environ.get("DATABASE_ADMIN_URL"):
        with (
            _administrator(given) as address,
            psycopg.connect(address, dbname="postgres", autocommit=True) as admin,
        ):
            if told := replaced.tidy(admin, today=now.date()):
                print(told)
    _set_up()
    expiring.forget_erased(now=now)
    return 0


def back_up(file: Path, address: str) -> None:
    """Write a consistent copy while the system runs; the file appears whole or not at all."""
    part = file.with_name(file.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))
    try:
        _run("pg_dump", address, "--format=custom", f"--file={part}")
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    print(f"Written: {file} ({file.stat().st_size:,} bytes). It holds personal data: keep it safe.")


def restore(file: Path, address: str) -> None:
    """Read the copy into a new database and, when it is whole, let it take the old one's place."""
    if not file.exists():
        raise Problem(f"there is no file {file}")
    with psycopg.connect(address, dbname="postgres", autocommit=True) as admin:
        _drop(admin, RESTORED)
        roles.create_database(admin, RESTORED)
        inside = conninfo.make_conninfo(address, dbname=RESTORED)
        _read_back(file, inside, version=admin.info.server_version)
        _close(inside)
        again = expiring.erase_again(inside)
        others = admin.execute(
            "SELECT count(*) FROM pg_stat_activity "
            "WHERE datname = %s AND backend_type = 'client backend'",
            [DATABASE],
        ).fetchone()
        if others and others[0]:
            _drop(admin, RESTORED)
            raise Problem("the database is in use: stop Jobunivers and restore again")
        _drop(admin, PREVIOUS)
        _rename(admin, DATABASE, PREVIOUS)
        _rename(admin, RESTORED, DATABASE)
        replaced.mark(admin, today=datetime.now(UTC).date())
    if again:
        print(f"Erased again: {again:,} people and steps that were erased after it was made.")
    print(
        f"Restored from {file}. What was there before is kept as the database {PREVIOUS} for "
        f"{replaced.DAYS} days; ./jobunivers restore --drop-replaced drops it now."
    )


@contextmanager
def _administrator(given: str | None) -> Iterator[str]:
    """Give the address of a role that row-level security does not hide anything from."""
    if postgres.given():
        address = given or os.environ.get("DATABASE_ADMIN_URL")
        if not address:
            raise Problem("with DATABASE_URL, name a superuser: --admin-url postgresql://…")
        yield conninfo.make_conninfo(address, dbname=DATABASE)
        return
    with postgres.using(Cluster(surroundings.ROOT)) as use:
        yield conninfo.make_conninfo(use.cluster.admin_url, dbname=DATABASE)


def _run(program: str, address: str, *arguments: str) -> None:
    target, environment = _target(address)
    done = subprocess.run(
        [programs() / program, target, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it ended without a word"])[-1]
        raise Problem(f"{program} failed: {last}")


def _target(address: str) -> tuple[str, dict[str, str]]:
    """Return the argument that names a database, and the environment that holds the password."""
    parts = conninfo.conninfo_to_dict(address)
    password = str(parts.pop("password", "") or "")  # not on a command line others can read
    target = conninfo.make_conninfo("", **parts)
    return f"--dbname={target}", {**clean_environment(), "PGPASSWORD": password}


def _read_back(file: Path, address: str, *, version: int) -> None:
    """Send the copy to a server of any version from 15 as a script, all of it or nothing.

    By way of psql, as what pg_restore 18 sends by itself is understood from version 17 only.
    """
    target, environment = _target(address)
    strictly = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")
    with tempfile.TemporaryFile() as reader_said, tempfile.TemporaryFile() as writer_said:
        reader = subprocess.Popen(
            [programs() / "pg_restore", "--file=-", file],
            env=clean_environment(),
            stdout=subprocess.PIPE,
            stderr=reader_said,
        )
        writer = subprocess.Popen(
            [programs() / "psql", target, *strictly],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=writer_said,
        )
        assert reader.stdout is not None
        assert writer.stdin is not None
        heard = _pass_on(reader.stdout, writer.stdin, without_timeout=version < FIRST_WITH_IT)
        whole = reader.wait() == 0
        if heard and not whole:
            writer.kill()  # before it takes the end of half a copy for the end
        with suppress(BrokenPipeError):
            writer.stdin.close()
        writer.wait()
        if heard and not whole:
            raise Problem(f"pg_restore failed: {_reason(reader_said)}")
        if writer.returncode:
            raise Problem(f"psql failed: {_reason(writer_said)}")


def _pass_on(source: IO[bytes], sink: IO[bytes], *, without_timeout: bool) -> bool:
    """Copy the script from one program to the other; tell whether it was heard to its end."""
    with source:
        try:
            for line in source:
                if not (without_timeout and line == UNKNOWN_BEFORE_17):
                    sink.write(line)
                if line.startswith((UNKNOWN_BEFORE_17, b"-- Name:")):
                    break  # the rest is the data's: never looked into
            shutil.copyfileobj(source, sink)
            sink.flush()
        except BrokenPipeError:
            return False
    return True


def _reason(said: IO[bytes]) -> str:
    """Return the line that says what was wrong; those after it may quote a person's row."""
    said.seek(0)
    lines = said.read().decode(errors="replace").strip().splitlines()
    return next((line for line in lines if "error:" in line.lower()), "it ended without a word")


def _close(address: str) -> None:
    """Give the roles their rights, as ``provision`` and ``prepare`` do; passwords stay."""
    _set_up()
    from jobunivers.config import grants

    with psycopg.connect(address) as connection, connection.cursor() as cursor:
        name = str(connection.info.dbname)
        for statement in roles.privileges(name):
            cursor.execute(statement)
        grants.give_with(cursor, role=APP)


def _set_up() -> None:
    # Only the models' own words are read: nothing is served, so no secret is needed.
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobunivers.config.settings")

    import django
    from django.apps import apps

    if not apps.ready:
        os.environ["JOBUNIVERS_MODE"] = "demo"
        django.setup()


def _drop(admin: psycopg.Connection, name: str) -> None:
    admin.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))


def _rename(admin: psycopg.Connection, old: str, new: str) -> None:
    statement = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    admin.execute(statement.format(sql.Identifier(old), sql.Identifier(new)))
