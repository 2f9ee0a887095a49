# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A solution that is withdrawn stands in thousands of plans: each is told, and what instead."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobunivers.foundation import things
from jobunivers.foundation.adding import add_columns
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import actions as identity
from jobunivers.identity.actions import Newcomer
from jobunivers.identity.models import Role
from jobunivers.rooms.marketplace import actions
from jobunivers.rooms.marketplace.queries import Source
from jobunivers.rooms.marketplace.tests.making import make_offer
from jobunivers.rooms.plan.models import Activity

pytestmark = pytest.mark.django_db
PLANS = 3_000


def test_a_withdrawn_solution_in_3000_plans_is_told_to_each_once_by_batches(
    aarhus: Municipality,
) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        offer, other = (make_offer(source=Source.LOCAL, title_da=t) for t in ("Gammelt", "Nyt"))
        words = actions.ShelfWords(title_da="Hylden")
        actions.save_shelf(key="hylden", whose=actions.OWN, entry=words, seen=0, at=now)
        actions.place(shelf_key="hylden", offer_id=other.pk, at=now)
        people = identity.add_people(
            newcomers=[Newcomer(name=f"Søger {n}", role=Role.CITIZEN, at=now) for n in range(PLANS)]
        )
        add_columns(
            Activity,
            {
                "citizen_id": [one.pk for one in people],
                "title": ["Brug det gamle"] * PLANS,
                "thing_kind": ["offer"] * PLANS,
                "thing_id": [offer.pk] * PLANS,
                "thing_title": ["Gammelt"] * PLANS,
                "created_at": [now] * PLANS,
                "changed_at": [now] * PLANS,
            },
        )
        actions.withdraw(offer=offer, why="Firmaet lukker.", at=now)

        with CaptureQueriesContext(connection) as asked:
            assert actions.tell_gone(offer_id=offer.pk, at=now) == PLANS
        assert len(asked) < 100
        assert actions.tell_gone(offer_id=offer.pk, at=now + timedelta(hours=1)) == 0
        told = Notice.objects.filter(kind="marketplace.gone")
        assert told.count() == told.values("person_id").distinct().count() == PLANS

        pointer = things.Pointer("offer", offer.pk)
        shown = things.find([pointer], language="da", at=now)[pointer]
        assert shown.gone
        assert shown.note == "Brug i stedet: Nyt"
