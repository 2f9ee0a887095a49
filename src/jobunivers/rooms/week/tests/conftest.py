# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A notebook in place of the rooms, at a day that all tests share."""

from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache

from jobunivers.identity.models import Person
from jobunivers.rooms.week.tests.notebook import NOW, Notebook


@pytest.fixture(autouse=True)
def _that_day() -> Iterator[None]:
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def notes(kirsten: Person) -> Iterator[Notebook]:
    """Return what stands in Kirsten's week."""
    with Notebook(kirsten.pk).open() as notebook:
        yield notebook
