# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The web server: ``python -m jobunivers.config.web HOST PORT WORKERS``."""

import sys
from collections.abc import Callable
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from jobunivers.config import orphans

KILL_SECONDS = 3
APPLICATION = "jobunivers.config.wsgi:application"


def load(_target: str) -> Callable[..., Any]:
    """Load the application in a worker, which from then on dies with the server."""
    orphans.end_with_parent(grace=0)
    from jobunivers.config.wsgi import application

    return application


def main(arguments: list[str]) -> None:
    """Serve pages until told to stop, one request at a time in each worker.

    Python runs one thread at a time, so a second thread would only make both requests slow, and
    would need a second database connection.
    """
    orphans.end_with_parent(grace=KILL_SECONDS)
    host, port, workers = arguments
    Granian(
        APPLICATION,
        address=host,
        port=int(port),
        interface=Interfaces.WSGI,
        workers=int(workers),
        blocking_threads=1,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=KILL_SECONDS,
    ).serve(target_loader=load)


if __name__ == "__main__":
    main(sys.argv[1:])
