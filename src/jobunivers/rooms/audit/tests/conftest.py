# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.audit import actions
from jobunivers.rooms.audit.tests.making import chained, look_pks, looked

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def ten(
    aarhus: Municipality,
    kirsten: Person,
    omar: Person,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> list[int]:
    """Return the numbers of ten looks in the chain of Aarhus, sealed for a day."""
    with django_capture_on_commit_callbacks(execute=True):
        with working_for(aarhus.pk):
            looked(omar, [kirsten] * 10, at=NOW)
            pks = look_pks()
        chained(aarhus, at=NOW)
        with working_for(aarhus.pk):
            actions.seal(day=NOW.date(), at=NOW + timedelta(days=1))
    return pks
