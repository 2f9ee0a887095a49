# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two roles and what each may do, on the embedded PostgreSQL or on any other.

``jobunivers_owner`` owns the database and migrates it; ``jobunivers_app`` is what pages and workers
are: it reads and writes rows and is bound by row-level security, as neither is allowed around it.
"""

import psycopg
from psycopg import sql

from jobunivers.config.postgres.cluster import APP, DATABASE, OWNER
from jobunivers.config.problem import Problem

OLDEST_VERSION = 150000  # PostgreSQL 15: NULLS NOT DISTINCT, and a public schema closed by default
BUILTIN_LOCALE = {18: "PG_UNICODE_FAST", 17: "C.UTF-8"}


def provision(admin_url: str, *, owner_password: str, app_password: str) -> None:
    """Make roles, database and privileges; run again it only brings them back to this state."""
    with psycopg.connect(admin_url, autocommit=True) as admin:
        version = admin.info.server_version
        if version < OLDEST_VERSION:
            raise Problem(f"PostgreSQL {version // 10000} is too old: 15 or newer is needed")
        _role(admin, OWNER, owner_password, "CREATEDB")
        _role(admin, APP, app_password, "NOCREATEDB")
        if not _exists(admin, "SELECT 1 FROM pg_database WHERE datname = %s", DATABASE):
            create_database(admin, DATABASE)
        with psycopg.connect(admin_url, dbname=DATABASE, autocommit=True) as inside:
            for statement in privileges(DATABASE):
                inside.execute(statement)


def privileges(database: str) -> list[sql.Composed]:
    """Return what closes a database to everybody but the two roles.

    What the application's role may do with each table is given by ``prepare``, as the owner.
    """
    names = {
        "database": sql.Identifier(database),
        "app": sql.Identifier(APP),
    }
    statements = (
        "REVOKE ALL ON DATABASE {database} FROM PUBLIC",
        "GRANT CONNECT, TEMPORARY ON DATABASE {database} TO {app}",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        "GRANT USAGE ON SCHEMA public TO {app}",
    )
    return [sql.SQL(text).format(**names) for text in statements]


def refuse_unsafe_role(url: str) -> None:
    """Raise a Problem unless the address's role is bound by row-level security."""
    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            row = connection.execute(
                "SELECT rolsuper, rolbypassrls, rolname FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
            version = connection.info.server_version
    except psycopg.OperationalError as error:
        raise Problem(f"cannot reach the database in DATABASE_URL: {_one_line(error)}") from error
    if version < OLDEST_VERSION:
        raise Problem(f"PostgreSQL {version // 10000} is too old: 15 or newer is needed")
    if row is None or row[0] or row[1]:
        raise Problem(
            f"the role in DATABASE_URL ({row[2] if row else 'unknown'}) is a superuser or has "
            "BYPASSRLS, so municipalities' rows would not be kept apart: use jobunivers_app"
        )


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


def _exists(admin: psycopg.Connection, query: str, name: str) -> bool:
    return admin.execute(query, [name]).fetchone() is not None


def _is_superuser(admin: psycopg.Connection) -> bool:
    query = "SELECT 1 FROM pg_roles WHERE rolname = current_user AND rolsuper"
    return admin.execute(query).fetchone() is not None


def _role(admin: psycopg.Connection, name: str, password: str, databases: str) -> None:
    """Make a role, or bring it back to what it may; only a superuser may take away the rest."""
    exists = _exists(admin, "SELECT 1 FROM pg_roles WHERE rolname = %s", name)
    options = "LOGIN NOCREATEROLE " + databases
    if not exists or _is_superuser(admin):
        options += " NOSUPERUSER NOBYPASSRLS NOREPLICATION"
    verb = "ALTER" if exists else "CREATE"
    admin.execute(
        sql.SQL(f"{verb} ROLE {{}} {options} PASSWORD {{}}").format(
            sql.Identifier(name), sql.Literal(password)
        )
    )


def create_database(admin: psycopg.Connection, name: str) -> None:
    """Create an empty database that sorts by code point and knows every letter's case."""
    version = admin.info.server_version // 10000
    builtin = BUILTIN_LOCALE.get(min(version, max(BUILTIN_LOCALE)))
    locale = f"LOCALE_PROVIDER builtin BUILTIN_LOCALE '{builtin}' LOCALE 'C'"
    if builtin is None:
        locale = "LOCALE 'C.UTF-8'"
    # Who administers need not be superuser: it must be a member of a role to give it a database.
    if not _is_superuser(admin):
        admin.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(OWNER)))
    statement = f"CREATE DATABASE {{}} OWNER {{}} TEMPLATE template0 ENCODING 'UTF8' {locale}"
    admin.execute(sql.SQL(statement).format(sql.Identifier(name), sql.Identifier(OWNER)))
