# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A statement that is taken back after it was read takes its act back, unless another holds it."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.things import Pointer
from jobunivers.identity.models import Person
from jobunivers.rooms.evidence.tests.making import Telling, read, send, statement, telling
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.models import OfferUse, UseAct
from jobunivers.rooms.marketplace.queries import acts_of, use_of
from jobunivers.rooms.marketplace.tests.catalogue import kommune
from jobunivers.rooms.plan import actions as plan
from jobunivers.rooms.plan.models import Activity
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
HALF = {"extensions": {"https://w3id.org/xapi/cmi5/result/extensions/progress": 50}}


def void(one: Telling, told: dict[str, Any]) -> dict[str, Any]:
    return statement(one, "voided", object={"objectType": "StatementRef", "id": told["id"]})


def take(visitor: KommuneClient, one: Telling, *told: dict[str, Any]) -> None:
    assert send(visitor, one, list(told)).status_code == 200
    read()


def use(one: Telling, citizen: Person) -> OfferUse:
    with working_for(kommune().pk):
        found = use_of(citizen_id=citizen.pk, offer_id=one.offer.pk)
    assert found is not None
    return found


def counted(one: Telling) -> int:
    """Return how many completions a settlement of these days would pay for."""
    now = timezone.now()
    with working_for(kommune().pk):
        table = acts_of([one.offer.pk], first=now - timedelta(days=9), end=now + timedelta(days=1))
    return int((table.act == 2).sum())


def test_what_was_counted_goes_and_what_is_left_holds(
    visitor: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    far = statement(one, result=HALF | {"score": {"scaled": 0.4}})
    through = statement(one, "passed", result={"score": {"scaled": 0.9}})
    take(visitor, one, far, through)
    assert (use(one, kirsten).score, counted(one)) == (0.9, 1)

    take(visitor, one, void(one, through))

    after = use(one, kirsten)
    assert (after.progress, after.score, after.completed_at) == (0.5, 0.4, None)
    assert counted(one) == 0
    with working_for(kommune().pk):
        # Nothing is struck: that it was told, and taken back, both stand.
        assert UseAct.objects.filter(act="completed", citizen_id=kirsten.pk).count() == 1
        assert UseAct.objects.filter(act="taken_back", citizen_id=kirsten.pk).count() == 1


def test_it_stands_as_long_as_another_statement_holds_it(
    visitor: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    first = statement(one, "completed", result={"score": {"scaled": 0.9}})
    second = statement(one, "completed")
    take(visitor, one, first, second)

    take(visitor, one, void(one, first))

    after = use(one, kirsten)
    assert (after.progress, after.score, counted(one)) == (1.0, None, 1), "its grade is gone"
    take(visitor, one, void(one, second))
    assert (use(one, kirsten).progress, counted(one)) == (0.0, 0)


def test_it_stands_when_somebody_else_told_it_too(visitor: KommuneClient, kirsten: Person) -> None:
    one = telling(kirsten)
    told = statement(one, "completed")
    take(visitor, one, told)
    with working_for(kommune().pk):
        market.complete(
            citizen_id=kirsten.pk, offer=one.offer, key="lti:1:1", at=timezone.now(), score=0.7
        )

    take(visitor, one, void(one, told))

    after = use(one, kirsten)
    assert after.completed_at is not None
    assert (after.progress, counted(one)) == (1.0, 1)


def test_she_can_be_through_anew_and_that_counts_once(
    visitor: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    told = statement(one, "completed")
    take(visitor, one, told)
    take(visitor, one, void(one, told), void(one, told))
    again = statement(one, "completed")

    take(visitor, one, again)
    take(visitor, one, statement(one, "completed"))

    assert use(one, kirsten).completed_at is not None
    assert counted(one) == 1
    with working_for(kommune().pk):
        assert UseAct.objects.filter(act="completed", citizen_id=kirsten.pk).count() == 2


def test_her_plan_follows_unless_she_has_said_so_herself(
    visitor: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    now = timezone.now()
    with working_for(kommune().pk):
        row = plan.add_thing(
            citizen_id=kirsten.pk, pointer=Pointer("offer", one.offer.pk),
            actor=plan.herself(kirsten.pk), language="da", at=now,
        )  # fmt: skip
        before = row.state
        plan.done_by_offer(citizen_id=kirsten.pk, offer_id=one.offer.pk, at=now)

        plan.undone_by_offer(citizen_id=kirsten.pk, offer_id=one.offer.pk, at=now)
        assert Activity.objects.get(pk=row.pk).state == before

        mine = Activity.objects.get(pk=row.pk)
        plan.set_state(
            activity=mine, state=plan.ActivityState.DONE, actor=plan.herself(kirsten.pk), at=now
        )
        assert plan.undone_by_offer(citizen_id=kirsten.pk, offer_id=one.offer.pk, at=now) == 0
