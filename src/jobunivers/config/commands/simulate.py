# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The simulated Denmark on the command line."""

import os
import subprocess
import sys
from importlib import import_module

from jobunivers.config import postgres
from jobunivers.config.commands import surroundings
from jobunivers.config.problem import Problem

USUAL = "jobunivers.simulator.command"  # some days in the kommuner that are open
KINDS = {"nation": "jobunivers.simulator.nation.command"}


def run(verb: str, arguments: list[str]) -> int:
    """Hand over to what simulates, with the database running and prepared."""
    kind = arguments[0] if arguments and not arguments[0].startswith("-") else ""
    if kind and kind not in KINDS:
        raise Problem(f"usage: ./jobunivers {verb} [{'|'.join(KINDS)}] [ARGUMENT…]")
    module = import_module(KINDS.get(kind, USUAL))
    told = arguments[1:] if kind else arguments
    if {"-h", "--help"} & set(arguments):
        return int(module.main(told))
    surroundings.enter(postgres.database_environment(surroundings.ROOT))
    surroundings.check_settings()
    prepared = subprocess.run(  # as the owner: it makes tables
        [sys.executable, "-m", "django", "prepare", "--verbosity", "0"],
        env=surroundings.as_owner(),
        stdout=subprocess.DEVNULL,
        check=False,
    )
    if prepared.returncode:
        raise Problem("the database could not be prepared; what it said stands above")
    if kind and "DATABASE_OWNER_URL" not in os.environ:
        raise Problem(
            "DATABASE_OWNER_URL is not set: a nation is loaded by the owner of the tables"
        )
    return int(module.main(told))
