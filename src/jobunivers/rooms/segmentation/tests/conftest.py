# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterator

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.segmentation import actions
from jobunivers.rooms.segmentation.tests.people import NOW
from jobunivers.trust import actions as trust


@pytest.fixture
def by_rules_alone(aarhus: Municipality, anne: Person) -> Iterator[None]:
    """Work for Aarhus under the country's policy, without chances: they have their own tests."""
    with working_for(aarhus.pk):
        actions.ensure_policy(at=NOW)
        trust.switch(code="chance", on=False, actor_id=anne.pk, reason="Prøves alene", at=NOW)
        yield
