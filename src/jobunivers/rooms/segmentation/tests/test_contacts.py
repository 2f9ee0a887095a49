# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom she can make an agreement with: her consultant, and who stands in while she is away."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.plan import queries as plan
from jobunivers.rooms.segmentation import actions
from jobunivers.rooms.segmentation.models import Assignment
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db


def test_while_her_consultant_is_away_who_stands_in_comes_first_and_no_longer(
    aarhus: Municipality, kirsten: Person, tove: Person, bente: Person, as_kirsten: KommuneClient
) -> None:
    other, today = add_person(aarhus, "Per Bro", "consultant"), timezone.localdate()
    with working_for(aarhus.pk):
        Assignment.objects.create(
            citizen_id=kirsten.pk, staff_id=tove.pk, began_at=timezone.now(), why="load"
        )
        actions.plan_leave(
            staff_id=tove.pk, away_from=today, away_to=today + timedelta(days=3),
            substitute_id=other.pk, by_id=bente.pk, at=timezone.now(),
        )  # fmt: skip
        now = plan.contacts_of(citizen_id=kirsten.pk, today=today)
        after = plan.contacts_of(citizen_id=kirsten.pk, today=today + timedelta(days=3))
    assert [pk for pk, _name in now] == [other.pk, tove.pk]
    assert [pk for pk, _name in after] == [tove.pk]
    assert "Per Bro" in as_kirsten.get("/min-plan/aftale/ny/").content.decode()
