# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database of the tests: a real one, whose app role is held by row-level security.

A plugin of pytest's, because Django reads its settings before any conftest is read.

Tables are made once, as the owner, in a template; each worker's database is a copy of it,
and the tests work in it as the app's role.
"""

import contextlib
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo

from jobunivers.testing import ROOT

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

os.environ["JOBUNIVERS_MODE"] = "test"
os.environ.setdefault("JOBUNIVERS_VAR", str(ROOT / ".jobunivers" / "test"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobunivers.config.settings")


_TRIES = 5


def _start_database() -> None:
    from jobunivers.config import postgres

    os.environ.update(postgres.test_environment(ROOT))


_start_database()


def _template_name() -> str:
    """Return a name that changes whenever any migration or the preparing code does."""
    digest = hashlib.sha256()
    files = sorted(
        path
        for pattern in (
            "**/migrations/*.py",
            "config/**/prepare.py",
            "config/grants.py",
            "**/starter/**/*",
        )
        for path in (ROOT / "src").glob(f"jobunivers/{pattern}")
        if path.is_file()
    )
    for path in files:
        digest.update(path.read_bytes())
    return f"test_jobunivers_{digest.hexdigest()[:12]}"


def address_of(url: str, database: str) -> str:
    """Return the address of another database on the same server."""
    return make_conninfo(url, dbname=database)


def _make_template(owner_url: str, template: str) -> None:
    """Make the template database once, whichever worker comes first."""
    with psycopg.connect(owner_url, autocommit=True) as owner:
        # Workers start at once; the lock lets one of them make the template.
        owner.execute("SELECT pg_advisory_lock(7261)")
        try:
            if owner.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template]).fetchone():
                return
            making = f"{template}_making"
            name = sql.Identifier(making)
            owner.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(name))
            owner.execute(sql.SQL("CREATE DATABASE {}").format(name))
            environment = {
                **os.environ,
                "JOBUNIVERS_AS_OWNER": "1",
                "DATABASE_OWNER_URL": address_of(owner_url, making),
                "PYTHONPATH": str(ROOT / "src"),
            }
            subprocess.run(
                [sys.executable, "-m", "django", "prepare", "--verbosity", "0"],
                env=environment,
                check=True,
                stdout=subprocess.DEVNULL,
            )
            owner.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(name, sql.Identifier(template))
            )
            _sweep(owner, keep=template)
        finally:
            owner.execute("SELECT pg_advisory_unlock(7261)")


def _sweep(owner: psycopg.Connection, *, keep: str) -> None:
    """Drop older templates, and what killed runs have left behind."""
    rows = owner.execute(
        "SELECT datname FROM pg_database WHERE datname ~ '^(test_jobunivers_|world_)'"
    ).fetchall()
    for (name,) in rows:
        last = str(name).rsplit("_", 1)[-1]
        alive = last.isdigit() and Path(f"/proc/{last}").exists()
        if name == keep or alive or str(name).endswith("_making"):
            continue
        with contextlib.suppress(psycopg.Error):  # somebody is still in it
            owner.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))


def copy_of_template(owner_url: str, name: str) -> None:
    """Make a database of this name with every table and the starter data, and nothing else."""
    template = _template_name()
    _make_template(owner_url, template)
    with psycopg.connect(owner_url, autocommit=True) as owner:
        # A template can be copied by one at a time.
        owner.execute("SELECT pg_advisory_lock(7261)")
        owner.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        owner.execute("SELECT pg_advisory_unlock(7261)")


def drop_database(owner_url: str, name: str) -> None:
    """Drop a database, if it is there, with whoever is in it.

    The server's own cleaner may be in it. It belongs to the superuser, so we may not end it, and
    FORCE then fails; a drop without FORCE asks it to leave, and waits.
    """
    drop = sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name))
    with psycopg.connect(owner_url, autocommit=True) as owner:
        for _ in range(_TRIES):
            try:
                owner.execute(sql.SQL("{} WITH (FORCE)").format(drop))
            except psycopg.errors.InsufficientPrivilege:
                with contextlib.suppress(psycopg.errors.ObjectInUse):
                    owner.execute(drop)
            else:
                return
        owner.execute(drop)


@pytest.fixture(scope="session")
def django_db_setup(worker_id: str) -> Iterator[None]:
    """Give this worker a database of its own, and Django the app's role in it."""
    from django.db import connections

    owner_url = os.environ["DATABASE_OWNER_URL"]
    mine = f"{_template_name()}_{worker_id}_{os.getpid()}"
    copy_of_template(owner_url, mine)
    connections["default"].close()
    connections["default"].settings_dict["NAME"] = mine
    yield
    connections["default"].close()
    drop_database(owner_url, mine)


@contextlib.contextmanager
def shared_rows(django_db_blocker: "DjangoDbBlocker") -> Iterator[None]:
    """Let rows that are made in this block stand for the tests within it; then take them back.

    For a fixture of a module, whose world takes seconds to make: each test works in a savepoint
    above it, and leaves it as it was.
    """
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)


@pytest.fixture
def owner_url(db: None) -> str:  # noqa: ARG001 - there must be a database
    """Return the address of this worker's database as the owner of its tables."""
    from django.db import connection

    name = connection.settings_dict["NAME"]
    return address_of(os.environ["DATABASE_OWNER_URL"], str(name))
