# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""train profile: learn chances of work from each kommune's own history."""

from jobunivers.config.commands import manage
from jobunivers.config.problem import Problem

WHAT = {"profile": "train_profile"}


def run(_verb: str, arguments: list[str]) -> int:
    """Learn what is asked for; return the exit code."""
    if not arguments or arguments[0] not in WHAT:
        raise Problem(f"usage: ./jobunivers train {{{'|'.join(WHAT)}}} [ARGUMENT…]")
    return manage.run("manage", [WHAT[arguments[0]], *arguments[1:]])
