# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an import in a test has prepared goes when the test's transaction is rolled back."""

from collections.abc import Iterator

import pytest

from jobunivers.foundation.places import cache


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    cache.forget()
    yield
    cache.forget()
