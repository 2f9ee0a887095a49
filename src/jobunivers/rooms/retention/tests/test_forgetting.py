# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes, goes whole; what stays leads back to nobody; and nothing goes that may not."""

import pytest

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.retention import actions
from jobunivers.rooms.retention.models import (
    PlanState,
)
from jobunivers.rooms.retention.tests import bare
from jobunivers.rooms.retention.tests.conftest import NOW, XENIA, Ending

pytestmark = pytest.mark.django_db


def _run(municipality: Municipality) -> None:
    """Do what the worker does, in this test's transaction."""
    with working_for(municipality.pk):
        for batch_id in actions.to_run():
            while actions.run_batch(batch_id=batch_id, at=NOW):
                pass


def test_after_her_end_nothing_in_the_whole_database_leads_to_her(
    aarhus: Municipality, xenia: Person, mads: Person, ended: Ending
) -> None:
    with working_for(aarhus.pk):
        _, refused = bare.fill([XENIA], municipality_id=aarhus.pk)
        bare.fill([mads.pk], municipality_id=aarhus.pk)
        events.record("tests.done_by_her", at=NOW, citizen_id=mads.pk, actor_id=XENIA)
        his = sum(bare.where_it_stands(str(mads.uuid)).values())
        ended(xenia)
        plan = actions.make_plan(by_id=None, at=NOW)
    assert refused == {}
    assert plan is not None
    assert plan.state == PlanState.APPROVED

    _run(aarhus)

    with working_for(aarhus.pk):
        there = bare.where_it_stands(str(XENIA), str(xenia.uuid), "Xenia", "Qvistorp")
        assert Person.objects.filter(pk=mads.pk).exists()
        assert sum(bare.where_it_stands(str(mads.uuid)).values()) == his
    # What others wrote beside her, in rows of his, is his: only the name of the test stands there.
    assert {table for table in there if not table.startswith("procrastinate")} == set(), there
