# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django's commands, with the database running and the right role chosen."""

import argparse
import os
import secrets
import sys

import psycopg

from jobunivers.config import postgres
from jobunivers.config.commands import surroundings
from jobunivers.config.postgres import roles
from jobunivers.config.postgres.cluster import APP, DATABASE, OWNER
from jobunivers.config.problem import Problem

KINDS = ("esco", "disco", "nace", "geography", "vacancies", "law")
# These change tables or read the record of changes; everything else is held by row-level security.
OWNERS = {
    "migrate", "prepare", "makemigrations", "showmigrations", "sqlmigrate", "rotate_keys",
}  # fmt: skip
WITHOUT_DATABASE = {"help", "version", "collectstatic", "makemessages", "compilemessages"}


def run(verb: str, arguments: list[str]) -> int:
    """Run a management command and return its exit code."""
    if verb == "import":
        arguments = _import(arguments)
    command = arguments[0] if arguments else "help"
    if command == "provision":
        return provision(arguments[1:])
    asks = "--help" in arguments or "-h" in arguments
    alone = command in WITHOUT_DATABASE or asks
    surroundings.enter({} if alone else postgres.database_environment(surroundings.ROOT))
    if command in OWNERS:
        os.environ["JOBUNIVERS_AS_OWNER"] = "1"
    surroundings.check_settings()

    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(["./jobunivers manage", *(arguments or ["help"])])
    except BrokenPipeError:  # whoever read our output (head, less) has seen enough
        sys.stdout = None
    return 0


def provision(arguments: list[str]) -> int:
    """Make the two roles and the database on a PostgreSQL that somebody else runs."""
    parser = argparse.ArgumentParser(prog="./jobunivers manage provision")
    may = "address of a role that may create roles and databases; used now and not kept"
    parser.add_argument("--admin-url", required=True, help=f"postgresql:// {may}")
    options = parser.parse_args(arguments)
    passwords = {OWNER: secrets.token_urlsafe(32), APP: secrets.token_urlsafe(32)}
    try:
        roles.provision(
            options.admin_url, owner_password=passwords[OWNER], app_password=passwords[APP]
        )
        with psycopg.connect(options.admin_url) as admin:
            host, port = admin.info.host, admin.info.port
    except psycopg.Error as error:
        raise Problem("cannot provision: " + " ".join(str(error).split())) from error
    print("The roles and the database are there. Keep these two; they are not shown again:")
    for name, role in (("DATABASE_URL", APP), ("DATABASE_OWNER_URL", OWNER)):
        print(f"{name}={address(role, passwords[role], host, port)}")
    return 0


def address(role: str, password: str, host: str, port: int) -> str:
    """Return a postgresql:// address; a host that is a folder holds a Unix socket."""
    if host.startswith("/"):
        return f"postgresql://{role}:{password}@/{DATABASE}?host={host}&port={port}"
    return f"postgresql://{role}:{password}@{host}:{port}/{DATABASE}"


def _import(arguments: list[str]) -> list[str]:
    if not arguments or arguments[0] not in KINDS:
        raise Problem(f"usage: ./jobunivers import {{{'|'.join(KINDS)}}} FILE_OR_FOLDER …")
    return [f"import_{arguments[0]}", *arguments[1:]]
