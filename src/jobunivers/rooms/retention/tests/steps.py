# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of forgetting do again and again."""

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.retention import actions
from jobunivers.rooms.retention.models import Plan
from jobunivers.rooms.retention.tests.conftest import NOW


def run(municipality: Municipality) -> None:
    """Do what the worker does, in this test's transaction."""
    with working_for(municipality.pk):
        for batch_id in actions.to_run():
            while actions.run_batch(batch_id=batch_id, at=NOW):
                pass


def planned(municipality: Municipality) -> Plan:
    with working_for(municipality.pk):
        plan = actions.make_plan(by_id=None, at=NOW)
    assert plan is not None
    return plan


def is_there(municipality: Municipality, person: Person) -> bool:
    with working_for(municipality.pk):
        return Person.objects.filter(pk=person.pk).exists()
