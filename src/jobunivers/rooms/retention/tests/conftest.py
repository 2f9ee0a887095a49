# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A world in which people's ways have ended long ago."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import LazySettings
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.retention import actions
from jobunivers.rooms.retention.models import END, Ended, Told

NOW = datetime(2026, 11, 23, 3, 40, tzinfo=UTC)
LONG_AGO = date(2015, 5, 1)


@pytest.fixture(autouse=True)
def erased_folder(tmp_path: Path, settings: LazySettings) -> Path:
    """Keep who has been erased beside the test."""
    settings.ERASED_FOLDER = tmp_path / "erased"
    return tmp_path / "erased"
