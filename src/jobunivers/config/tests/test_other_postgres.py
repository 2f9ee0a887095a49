# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Any PostgreSQL from version 15 will do: the machine's own is provisioned here, if it has one."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import conninfo, sql

from jobunivers.config.commands import backup, manage, replaced
from jobunivers.config.postgres import roles
from jobunivers.config.problem import Problem
from jobunivers.testing import ROOT

INSTALLED = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))


@pytest.fixture(scope="module")
def admin_url() -> Iterator[str]:
    if not INSTALLED:
        pytest.skip("this machine has no PostgreSQL of its own (apt install postgresql-15)")
    programs = INSTALLED[-1].parent
    # The system's temporary folder, as its PostgreSQL runs as another account when we are root.
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="ju-") as name:
        data = Path(name) / "data"
        account = None
        if os.geteuid() == 0:
            account = pwd.getpwnam("nobody")
            os.chown(name, account.pw_uid, account.pw_gid)
        user = account.pw_uid if account else None

        def run(program: str, *arguments: str) -> None:
            command = [str(programs / program), *arguments]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, user=user, cwd=name)

        run("initdb", "-D", str(data), "-U", "admin", "--auth=trust", "--no-sync", "-E", "UTF8")
        listen = f"-c listen_addresses= -c fsync=off -c unix_socket_directories={name}"
        run("pg_ctl", "-w", "-D", str(data), "-l", f"{name}/log", "-o", listen, "start")
        yield f"postgresql://admin@/postgres?host={name}"
        run("pg_ctl", "-w", "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(data)


@pytest.fixture
def addresses(admin_url: str, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    assert manage.provision(["--admin-url", admin_url]) == 0
    lines = capsys.readouterr().out.splitlines()
    return dict(line.split("=", 1) for line in lines if line.startswith("DATABASE_"))


def test_provisioning_prints_addresses_that_work(addresses: dict[str, str]) -> None:
    for name, role in (("DATABASE_URL", "jobunivers_app"),
                       ("DATABASE_OWNER_URL", "jobunivers_owner")):  # fmt: skip
        with psycopg.connect(addresses[name]) as connection:
            assert connection.execute("SELECT current_user").fetchone() == (role,)


def test_a_provisioned_role_is_safe_and_the_admins_is_not(
    addresses: dict[str, str], admin_url: str
) -> None:
    roles.refuse_unsafe_role(addresses["DATABASE_URL"])

    with pytest.raises(Problem, match="superuser"):
        roles.refuse_unsafe_role(admin_url)


def test_provisioning_again_changes_passwords_and_keeps_rows(
    addresses: dict[str, str], admin_url: str
) -> None:
    with psycopg.connect(addresses["DATABASE_OWNER_URL"]) as owner:
        owner.execute("CREATE TABLE IF NOT EXISTS kept (number int)")
        owner.execute("INSERT INTO kept VALUES (1)")

    manage.provision(["--admin-url", admin_url])

    address = conninfo.make_conninfo(admin_url, dbname="jobunivers")
    with psycopg.connect(address) as admin:
        assert admin.execute("SELECT count(*) FROM kept").fetchone() == (1,)


def test_its_database_knows_danish_capitals(addresses: dict[str, str]) -> None:
    with psycopg.connect(addresses["DATABASE_URL"]) as connection:
        row = connection.execute(
            "SELECT upper('æøå'), current_setting('server_encoding')"
        ).fetchone()
    assert row == ("ÆØÅ", "UTF8")


def test_a_backup_comes_back_with_the_same_passwords(
    addresses: dict[str, str], admin_url: str, tmp_path: Path
) -> None:
    address = conninfo.make_conninfo(admin_url, dbname="jobunivers")
    with psycopg.connect(addresses["DATABASE_OWNER_URL"]) as owner:
        owner.execute("CREATE TABLE word (id int GENERATED ALWAYS AS IDENTITY, said text NOT NULL)")
        owner.execute(
            "INSERT INTO word (said) VALUES ('før'), (E'SET x = 0;\\n\\\\.\\n\\tog mere')"
        )
        said = owner.execute("SELECT * FROM word ORDER BY id").fetchall()
    secret = "SELECT rolpassword FROM pg_authid WHERE rolname LIKE 'jobunivers%' ORDER BY rolname"
    with psycopg.connect(address) as admin:
        before = admin.execute(secret).fetchall()

    backup.back_up(tmp_path / "copy", address)
    backup.restore(tmp_path / "copy", address)

    with psycopg.connect(addresses["DATABASE_URL"]) as app:
        assert app.execute("SELECT * FROM word ORDER BY id").fetchall() == said
        app.execute("INSERT INTO word (said) VALUES ('efter')")
    with psycopg.connect(admin_url, autocommit=True) as admin:
        assert admin.execute(secret).fetchall() == before
        admin.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(replaced.PREVIOUS)))
        public = "SELECT datacl::text FROM pg_database WHERE datname = 'jobunivers'"
        acl = admin.execute(public).fetchone()
    assert acl is not None
    assert "{=" not in acl[0]
    assert ",=" not in acl[0]


def test_an_administrator_who_is_no_superuser_is_enough(admin_url: str) -> None:
    with psycopg.connect(admin_url, autocommit=True) as admin:
        left = "SELECT datname FROM pg_database WHERE datname LIKE '%jobunivers%'"
        for (name,) in admin.execute(left).fetchall():
            admin.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))
        for statement in (
            "DROP ROLE IF EXISTS jobunivers_app, jobunivers_owner, manager",
            "CREATE ROLE manager LOGIN CREATEROLE CREATEDB",
        ):
            admin.execute(statement)
    manager = conninfo.make_conninfo(admin_url, user="manager")

    for password in ("first", "second"):
        roles.provision(manager, owner_password=password, app_password=password)

    address = conninfo.make_conninfo(admin_url, user="jobunivers_app", dbname="jobunivers")
    roles.refuse_unsafe_role(address)


def test_the_tenants_locks_hold_there_too(addresses: dict[str, str]) -> None:
    surroundings = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV_"))}

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "tests/test_tenants.py"],
        cwd=ROOT,
        env={**surroundings, **addresses},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout
