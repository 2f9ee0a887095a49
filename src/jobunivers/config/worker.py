# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker that does later work: ``python -m jobunivers.config.worker``."""

import logging
import os
import sys
from collections.abc import Callable
from typing import Any

from jobunivers.config import orphans

SHUTDOWN_SECONDS = 3  # then a job is aborted; it is safe to run twice


def main(arguments: list[str]) -> None:
    """Work until told to stop."""
    orphans.end_with_parent(grace=SHUTDOWN_SECONDS)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobunivers.config.settings")

    from django.conf import settings
    from django.core.management import execute_from_command_line
    from procrastinate import cli

    if settings.LOG_FILE:
        cli.print_stderr = _greeting_in_the_log(cli.print_stderr)
    wait = f"--shutdown-graceful-timeout={SHUTDOWN_SECONDS}"
    execute_from_command_line(["worker", "procrastinate", "worker", wait, *arguments])


def _greeting_in_the_log(say: Callable[..., None]) -> Callable[..., None]:
    """Return procrastinate's way to speak, with its greeting in the log and problems as before."""

    def speak(*words: Any) -> None:
        text = " ".join(map(str, words))
        if text.startswith("Launching a worker"):
            logging.getLogger("jobunivers.worker").info(text)
        else:
            say(text)

    return speak


if __name__ == "__main__":
    main(sys.argv[1:])
