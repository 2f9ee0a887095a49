# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Programs that must not outlive the one that started them, however that one ended."""

import os
import signal
import threading
import time

from jobunivers.config.postgres import account

LOOK_SECONDS = 1.0


def end_with_parent(*, grace: float) -> None:
    """End this process when its parent is gone: asked politely, and after ``grace`` s for certain.

    Call it in the main thread. Linux tells at once; a thread that looks for the parent covers other
    systems, and a program that does not listen.
    """
    parent = os.getppid()
    account.end_with_parent(signal.SIGTERM if grace else signal.SIGKILL)
    threading.Thread(target=_look, args=(parent, grace), daemon=True).start()


def _look(parent: int, grace: float) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_SECONDS)
    if grace:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(grace)
    os._exit(1)
