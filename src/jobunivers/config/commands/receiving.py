# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""receive: take letters that citizens send on to their joblog, until told to stop."""

from jobunivers.config.commands import manage


def run(_verb: str, arguments: list[str]) -> int:
    """Serve; return the exit code."""
    return manage.run("manage", ["receive_letters", *arguments])
