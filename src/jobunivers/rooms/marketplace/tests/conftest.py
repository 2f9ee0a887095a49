# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace import actions
from jobunivers.testing.cast import add_person

Index = Callable[[], int]
Citizens = Callable[[int], list[Person]]


@pytest.fixture
def offers_index(own_folders: None, db: None) -> Index:
    """Return what brings an index of offers, empty at first, up to date."""
    return lambda: actions.bring_index_up_to_date(at=timezone.now())


@pytest.fixture
def citizens(aarhus: Municipality) -> Citizens:
    """Return what makes so many citizens of Aarhus."""
    return lambda count: [
        add_person(aarhus, f"Borger {number}", "citizen") for number in range(count)
    ]
