# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules send when something becomes true of somebody: once for each occasion, within limits."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.journey.models import Absence
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.marketplace.queries import Way
from jobunivers.rooms.outreach import actions
from jobunivers.rooms.outreach.models import (
    NoMore,
    NoTrigger,
    Push,
    Stand,
    State,
    Trigger,
    TriggerHit,
    TriggerState,
)
from jobunivers.rooms.outreach.tests.making import offer_on_shelf, out_of_work, sent
from jobunivers.rooms.outreach.tests.making_rules import SIX, body, chosen, live, run
from jobunivers.rooms.plan import actions as plan
from jobunivers.rooms.plan.actions import GoalEntry
from jobunivers.rooms.segmentation.models import Placement
from jobunivers.rooms.vacancies.tests.factories import make_application, make_vacancy
from jobunivers.testing.cast import add_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_aarhus")]


@pytest.fixture
def at_aarhus(aarhus: Municipality) -> Any:
    with working_for(aarhus.pk):
        yield


def test_whom_it_has_become_true_of_gets_it_once_with_the_facts(
    omar: Person, kirsten: Person, mads: Person
) -> None:
    out_of_work(kirsten, days=200)
    out_of_work(mads, days=20)
    trigger = live(omar, body())

    assert run() == 1
    assert run() == 0

    hit = TriggerHit.objects.get()
    assert (hit.citizen_id, hit.trigger_version.number) == (kirsten.pk, 1)
    assert hit.facts == [str(timezone.localdate() - timedelta(days=200))]
    push = sent(hit.push)
    assert (push.state, push.trigger_version_id) == (State.SENT, trigger.live_id)
    assert Notice.objects.filter(person_id=kirsten.pk, key=push.occasion).count() == 1


def test_it_sends_nothing_before_it_is_tested_as_it_stands(omar: Person, kirsten: Person) -> None:
    out_of_work(kirsten, days=200)
    now = timezone.now()
    trigger = actions.start_trigger(owner_id=omar.pk, name="Prøve", body=body(), at=now)

    def go() -> Trigger:
        fresh = Trigger.objects.get(pk=trigger.pk)
        return actions.set_live(
            trigger_id=fresh.pk, seen=fresh.version, by_id=omar.pk, why="Ja.", at=now
        )

    with pytest.raises(actions.NotReady, match="test"):
        go()
    test = actions.test_trigger(trigger_id=trigger.pk, by_id=omar.pk, at=now)
    assert (test.fits, test.reached, test.week, test.month) == (1, 1, 0, 1)
    assert not Push.objects.exists()
    assert not Notice.objects.filter(person_id=kirsten.pk).exists()
    # Another text is another version of what was tested.
    actions.change_trigger(
        trigger_id=trigger.pk, seen=1, name="Prøve", body=body(title="Andet"), by_id=omar.pk, at=now
    )
    with pytest.raises(actions.NotReady, match="test"):
        go()
    actions.test_trigger(trigger_id=trigger.pk, by_id=omar.pk, at=now)
    assert go().state == TriggerState.LIVE


def test_a_test_that_is_old_does_not_hold(omar: Person) -> None:
    then = timezone.now() - timedelta(days=8)
    trigger = actions.start_trigger(owner_id=omar.pk, name="Prøve", body=body(), at=then)
    actions.test_trigger(trigger_id=trigger.pk, by_id=omar.pk, at=then)
    with pytest.raises(actions.NotReady, match="test"):
        actions.set_live(trigger_id=trigger.pk, seen=1, by_id=omar.pk, why="Ja.", at=timezone.now())


def test_the_protected_the_absent_those_who_said_no_and_those_at_work_are_left_alone(
    aarhus: Municipality, omar: Person, kirsten: Person, mads: Person
) -> None:
    now, today = timezone.now(), timezone.localdate()
    people = [kirsten, mads, *(add_person(aarhus, f"Søger {n}", "citizen") for n in range(4))]
    for one in people[:5]:
        out_of_work(one, days=250)
    trigger = live(omar, body())
    Person.objects.filter(pk=kirsten.pk).update(protection="cpr")
    NoMore.objects.create(citizen_id=mads.pk, what="message", at=now)
    NoTrigger.objects.create(citizen_id=people[2].pk, trigger=trigger, at=now)
    Absence.objects.create(
        citizen_id=people[3].pk, kind="sick", starts_on=today, told_by="citizen", recorded_at=now
    )

    test = actions.test_trigger(trigger_id=trigger.pk, by_id=omar.pk, at=now)
    assert test.held == {"protected": 1, "absent": 1, "no_more": 1, "no_rule": 1}
    assert (test.fits, test.reached) == (5, 1)
    assert run() == 1
    assert chosen(trigger) == [people[4].pk]


def test_who_says_no_between_choice_and_sending_gets_nothing(omar: Person, kirsten: Person) -> None:
    out_of_work(kirsten, days=200)
    trigger = live(omar, body())
    run()
    NoTrigger.objects.create(citizen_id=kirsten.pk, trigger=trigger, at=timezone.now())
    push = sent(Push.objects.get())
    row = push.recipients.get()
    assert (row.state, row.reason) == (Stand.HELD_BACK, "no_rule")


def test_conditions_are_joined_by_and(
    omar: Person, kirsten: Person, mads: Person, aarhus: Municipality
) -> None:
    vacancy = make_vacancy("Sygeplejerske")
    with writing_shared():
        type(vacancy).objects.filter(pk=vacancy.pk).update(area="sundhed-og-omsorg", isco="2221")
    for one in (kirsten, mads):
        out_of_work(one, days=200)
    make_application(kirsten, vacancy=vacancy)
    area = {"code": "applied_in", "area": "sundhed-og-omsorg", "days": 30}
    trigger = live(omar, body(SIX, area))

    assert run() == 1
    assert chosen(trigger) == [kirsten.pk]
    as_nurse = {"code": "applied_as", "group": "22", "days": 30}
    other = live(omar, body(as_nurse, title="Om faget"), name="Faget")
    assert actions.test_trigger(trigger_id=other.pk, by_id=omar.pk, at=timezone.now()).fits == 1


def test_plan_course_and_completed_offers_are_asked(omar: Person, kirsten: Person) -> None:
    now = timezone.now()
    out_of_work(kirsten, days=40)
    offer = offer_on_shelf()
    marketplace.start(citizen_id=kirsten.pk, offer=offer, way=Way.LINK, key="a", at=now)
    marketplace.complete(citizen_id=kirsten.pk, offer=offer, key="b", at=now)
    nurse = next(
        one.uri for one in taxonomy.occupations().filter(isco__startswith="22").order_by("uri")
    )
    plan.add_goal(
        citizen_id=kirsten.pk, entry=GoalEntry(words="Sundhed", occupation_uri=nurse), at=now
    )
    Placement.objects.update_or_create(
        citizen_id=kirsten.pk,
        defaults={
            "course": "self_driven", "rule": "default", "since": now - timedelta(weeks=3),
            "policy_id": 1,
            "computed_at": now,
        },
    )  # fmt: skip
    asked: tuple[Mapping[str, Any], ...] = (
        {"code": "completed", "offer": str(offer.pk), "days": 7},
        {"code": "plan_changed", "days": 7},
        {"code": "goal_in", "area": "sundhed-og-omsorg"},
        {"code": "in_course", "course": "self_driven", "weeks": 2},
    )
    for n, one in enumerate(asked):
        trigger = actions.start_trigger(owner_id=omar.pk, name=str(n), body=body(one), at=now)
        test = actions.test_trigger(trigger_id=trigger.pk, by_id=omar.pk, at=now)
        assert test.fits == 1, one
    late = {"code": "in_course", "course": "self_driven", "weeks": 4}
    trigger = actions.start_trigger(owner_id=omar.pk, name="x", body=body(late), at=now)
    assert actions.test_trigger(trigger_id=trigger.pk, by_id=omar.pk, at=now).fits == 0


def test_what_is_true_already_gets_nothing_from_a_rule_that_begins_now(
    omar: Person, kirsten: Person
) -> None:
    out_of_work(kirsten, days=200)
    trigger = live(omar, body(from_now=True))
    assert run() == 0
    assert chosen(trigger) == []


def test_the_days_number_is_kept_and_the_rest_come_the_next_days(
    aarhus: Municipality, omar: Person
) -> None:
    for n in range(5):
        out_of_work(add_person(aarhus, f"Søger {n}", "citizen"), days=190 + n)
    trigger = live(omar, body(per_day=2))
    assert [run(), run()] == [2, 0]
    assert run(at=timezone.now() + timedelta(days=1)) == 2
    assert run(at=timezone.now() + timedelta(days=2)) == 1
    assert len(set(chosen(trigger))) == 5


def test_a_new_occasion_within_the_days_of_rest_sends_nothing(
    omar: Person, kirsten: Person
) -> None:
    vacancy = make_vacancy("Kok")
    with writing_shared():
        type(vacancy).objects.filter(pk=vacancy.pk).update(area="sundhed-og-omsorg")
    out_of_work(kirsten, days=40)
    make_application(kirsten, vacancy=vacancy)
    asked = {"code": "applied_in", "area": "sundhed-og-omsorg", "days": 300}
    live(omar, body(asked, cool_days=30))
    assert run() == 1
    make_application(kirsten, title="Igen", vacancy=None)
    later = timezone.now() + timedelta(days=31)
    # The same application is the same occasion, however long ago.
    assert run(at=later) == 0


def test_of_two_rules_the_one_that_stands_first_for_her_course_sends(
    omar: Person, kirsten: Person
) -> None:
    now = timezone.now()
    out_of_work(kirsten, days=200)
    first, second = (live(omar, body(title=t), name=t) for t in ("En", "To"))
    Placement.objects.update_or_create(
        citizen_id=kirsten.pk,
        defaults={
            "course": "self_driven", "rule": "default", "since": now, "policy_id": 1,
            "computed_at": now,
        },
    )  # fmt: skip
    actions.set_order(
        course="self_driven", triggers=[second.pk, first.pk], rest_days=14, by_id=omar.pk, at=now
    )
    assert run() == 1
    assert (chosen(first), chosen(second)) == ([], [kirsten.pk])
    assert run(at=now + timedelta(days=13)) == 0
    assert run(at=now + timedelta(days=15)) == 1
    assert chosen(first) == [kirsten.pk]
