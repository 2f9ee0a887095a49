# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker that does later work: ``python -m jobunivers.config.worker``."""

import os
import sys

from jobunivers.config import orphans

SHUTDOWN_SECONDS = 3  # then a job is aborted; it is safe to run twice


def main(arguments: list[str]) -> None:
    """Work until told to stop."""
    orphans.end_with_parent(grace=SHUTDOWN_SECONDS)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobunivers.config.settings")

    from django.core.management import execute_from_command_line

    wait = f"--shutdown-graceful-timeout={SHUTDOWN_SECONDS}"
    execute_from_command_line(["worker", "procrastinate", "worker", wait, *arguments])


if __name__ == "__main__":
    main(sys.argv[1:])
