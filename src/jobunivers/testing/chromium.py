# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One real browser for all tests of a process: two cannot be driven at once."""

from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(scope="session")
def chromium(django_db_setup: None) -> Iterator[Any]:  # noqa: ARG001 - comes first
    """Return Debian's Chromium, started.

    The process' database is made before: afterwards the browser's loop runs in this thread, in
    which Django lets no connection be closed.
    """
    from playwright.sync_api import sync_playwright

    from jobunivers.foundation.ui import checking

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(checking.CHROMIUM), args=checking.CHROMIUM_ARGUMENTS
        )
        yield started
        started.close()
