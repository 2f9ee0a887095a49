# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest
from django.utils import timezone

from jobunivers.rooms.marketplace import actions

Index = Callable[[], int]


@pytest.fixture
def offers_index(own_folders: None, db: None) -> Index:  # noqa: ARG001 - what is followed
    """Return what brings an index of offers, empty at first, up to date."""
    return lambda: actions.bring_index_up_to_date(at=timezone.now())
