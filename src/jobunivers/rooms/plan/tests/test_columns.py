# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How everybody's plan stands, as columns."""

from datetime import timedelta

import numpy as np
import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.plan import actions
from jobunivers.rooms.plan.queries.columns import plans
from jobunivers.rooms.plan.tests.making import (
    NOON,
    TODAY,
    fix,
    make_activity,
    make_goal,
    proposed_agreement,
)

pytestmark = pytest.mark.django_db


def test_everybodys_plan_stands_in_one_row(kirsten: Person, mads: Person, omar: Person) -> None:
    with working_for(kirsten.municipality_id or 0):
        make_goal(kirsten)
        make_activity(kirsten, "Forsinket", day=TODAY - timedelta(days=3))
        make_activity(kirsten, "Uden dag")
        row = proposed_agreement(kirsten, omar, due_on=TODAY - timedelta(days=5))
        actions.say_yes(agreement=row, version=1, actor=actions.herself(kirsten.pk), at=NOON)
        fix(kirsten, omar)
        make_goal(mads)

        found = plans(today=TODAY, ids=[kirsten.pk])
        everybody = plans(today=TODAY)

    assert found.ids.tolist() == [kirsten.pk]
    assert (found.ahead[0], found.goals[0], found.late[0], found.fixed[0]) == (2, 1, 2, 1)
    assert found.late_since[0] == (TODAY - timedelta(days=5)).toordinal() - 719163
    assert np.isnan(found.finished[0])
    assert sorted(everybody.ids.tolist()) == sorted([kirsten.pk, mads.pk])
