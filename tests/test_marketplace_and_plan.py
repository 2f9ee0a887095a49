# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two rooms that do not know each other: what one tells, the other follows."""

import pytest

from jobunivers.foundation import things
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace.tests.catalogue import on_shelf
from jobunivers.rooms.plan import tasks as plan
from jobunivers.testing.browsers import KommuneClient, text_of

pytestmark = pytest.mark.django_db


def test_what_staff_suggested_stands_in_her_plan_and_is_done_when_she_is_through(
    kirsten: Person, omar: Person, as_kirsten: KommuneClient, aarhus: Municipality
) -> None:
    offer = on_shelf("Truckkursus")
    told = {"municipality_id": aarhus.pk, "citizen_id": kirsten.pk}
    for _ in range(2):
        plan.follow_suggested_offer(**told, event_data={"offer_id": offer.pk, "staff_id": omar.pk})
    assert text_of(as_kirsten.get("/min-plan/")).count("Truckkursus</a>") == 1
    with working_for(aarhus.pk):
        assert Notice.objects.filter(person_id=kirsten.pk, kind="plan.proposed").count() == 1
    plan.follow_completed_offer(**told, event_data={"offer_id": offer.pk})
    with working_for(aarhus.pk):
        assert things.holders(things.Pointer("offer", offer.pk)) == set()
