# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writes the whole database to one file, and reads it back beside the one in use."""

import argparse
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import conninfo, sql

from jobunivers.config import postgres
from jobunivers.config.commands import surroundings
from jobunivers.config.postgres import roles
from jobunivers.config.postgres.cluster import DATABASE, Cluster, clean_environment, programs
from jobunivers.config.problem import Problem

RESTORED, PREVIOUS = f"{DATABASE}_restored", f"{DATABASE}_previous"


def run(verb: str, arguments: list[str]) -> int:
    """Back up to a file, or restore from one."""
    parser = argparse.ArgumentParser(prog=f"./jobunivers {verb}")
    parser.add_argument("file", type=Path)
    parser.add_argument(
        "--admin-url",
        help="with DATABASE_URL: the address of a superuser, who sees all municipalities' rows",
    )
    options = parser.parse_args(arguments)
    with _administrator(options.admin_url) as address:
        try:
            (back_up if verb == "backup" else restore)(options.file, address)
        except psycopg.Error as error:
            raise Problem(f"{verb} failed: {' '.join(str(error).split())}") from error
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
        _run("pg_restore", inside, "--exit-on-error", "--single-transaction", str(file))
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
    print(f"Restored from {file}. What was there before is kept as the database {PREVIOUS}.")


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
    parts = conninfo.conninfo_to_dict(address)
    password = str(parts.pop("password", "") or "")  # not on a command line others can read
    target = conninfo.make_conninfo("", **parts)
    done = subprocess.run(
        [programs() / program, f"--dbname={target}", *arguments],
        env={**clean_environment(), "PGPASSWORD": password},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it ended without a word"])[-1]
        raise Problem(f"{program} failed: {last}")


def _drop(admin: psycopg.Connection, name: str) -> None:
    admin.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))


def _rename(admin: psycopg.Connection, old: str, new: str) -> None:
    statement = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    admin.execute(statement.format(sql.Identifier(old), sql.Identifier(new)))
