# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules are paused, agreed to by two, written anew while they run, and refused with the reason."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.marketplace.queries import Way
from jobunivers.rooms.outreach import actions
from jobunivers.rooms.outreach.actions import Body
from jobunivers.rooms.outreach.models import (
    Push,
    PushRecipient,
    State,
    TriggerHit,
    TriggerState,
)
from jobunivers.rooms.outreach.tests.making import message, offer_on_shelf, out_of_work, sent
from jobunivers.rooms.outreach.tests.making_rules import SIX, body, chosen, live, run
from jobunivers.testing.cast import add_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_aarhus")]


@pytest.fixture
def at_aarhus(aarhus: Municipality) -> Any:
    with working_for(aarhus.pk):
        yield


def test_a_paused_rule_stops_also_what_is_on_its_way(
    omar: Person, kirsten: Person, mads: Person
) -> None:
    out_of_work(kirsten, days=200)
    trigger = live(omar, body())
    run()
    actions.pause_trigger(trigger_id=trigger.pk, by_id=omar.pk, at=timezone.now())
    push = sent(Push.objects.get())
    assert (push.state, push.over_why) == (State.STOPPED, "rule")
    assert not Notice.objects.filter(person_id=kirsten.pk).exists()
    out_of_work(mads, days=300)
    assert run() == 0
    actions.resume_trigger(trigger_id=trigger.pk, by_id=omar.pk, at=timezone.now())
    assert run() == 1


def test_a_withdrawn_offer_pauses_the_rule_and_tells_its_owner(
    omar: Person, kirsten: Person
) -> None:
    now = timezone.now()
    out_of_work(kirsten, days=200)
    offer = offer_on_shelf()
    trigger = live(
        omar, body(what="offer", thing=str(offer.pk), path=f"markedspladsen/{offer.pk}/")
    )
    marketplace.withdraw(offer=offer, why="Lukker.", at=now)

    assert actions.look_again(offer_ids=[offer.pk], at=now) == [trigger.pk]
    trigger.refresh_from_db()
    assert (trigger.state, trigger.paused_why) == (TriggerState.PAUSED, "closed")
    assert Notice.objects.filter(person_id=omar.pk, kind="outreach.rule_paused").count() == 1
    assert run() == 0
    with pytest.raises(actions.NotReady, match="closed"):
        actions.resume_trigger(trigger_id=trigger.pk, by_id=omar.pk, at=now)


def test_an_offer_is_sent_to_those_on_whose_shelves_it_stands_and_who_have_not_begun(
    omar: Person, kirsten: Person, mads: Person
) -> None:
    now = timezone.now()
    for one in (kirsten, mads):
        out_of_work(one, days=200)
    offer = offer_on_shelf()
    marketplace.start(citizen_id=mads.pk, offer=offer, way=Way.LINK, key="a", at=now)
    trigger = live(
        omar, body(what="offer", thing=str(offer.pk), path=f"markedspladsen/{offer.pk}/")
    )
    test = actions.test_trigger(trigger_id=trigger.pk, by_id=omar.pk, at=now)
    assert test.held == {"begun": 1}
    run()
    assert chosen(trigger) == [kirsten.pk]


def test_an_owner_who_may_not_send_any_more_pauses_the_rule(
    omar: Person, kirsten: Person, bente: Person
) -> None:
    out_of_work(kirsten, days=200)
    trigger = live(omar, body())
    Person.objects.filter(pk=omar.pk).update(role="editor")
    assert run() == 0
    trigger.refresh_from_db()
    assert trigger.paused_why == "owner"
    assert Notice.objects.filter(person_id=bente.pk, kind="outreach.rule_paused").exists()


def test_many_need_a_second_person_who_is_another(
    aarhus: Municipality, omar: Person, ida: Person, bente: Person, anne: Person
) -> None:
    now = timezone.now()
    actions.decide_rule(
        above=2, staff_may=False, effective_from=timezone.localdate(), decided_by="Udvalget",
        why="Ro", by_id=anne.pk, at=now,
    )  # fmt: skip
    for n in range(3):
        out_of_work(add_person(aarhus, f"Søger {n}", "citizen"), days=190 + n)
    trigger = live(omar, body())
    assert trigger.state == TriggerState.DRAFT
    assert run() == 0
    assert Notice.objects.filter(person_id=bente.pk, kind="outreach.rule_waits").count() == 1
    for who, why in ((omar, "own"), (ida, "role")):
        with pytest.raises(actions.NotAllowed, match=why):
            actions.approve_trigger(trigger_id=trigger.pk, by_id=who.pk, role=who.role, at=now)
    actions.refuse_trigger(
        trigger_id=trigger.pk, by_id=bente.pk, role=bente.role, why="Skriv kortere.", at=now
    )
    trigger.refresh_from_db()
    actions.set_live(
        trigger_id=trigger.pk, seen=trigger.version, by_id=omar.pk, why="Nu kortere.", at=now
    )
    actions.approve_trigger(trigger_id=trigger.pk, by_id=bente.pk, role=bente.role, at=now)
    with pytest.raises(actions.NotNow):
        actions.approve_trigger(trigger_id=trigger.pk, by_id=bente.pk, role=bente.role, at=now)
    assert run() == 3


def test_what_is_live_goes_on_while_the_next_version_is_written(
    omar: Person, ida: Person, kirsten: Person, mads: Person
) -> None:
    now = timezone.now()
    out_of_work(kirsten, days=200)
    trigger = live(omar, body())
    trigger = actions.change_trigger(
        trigger_id=trigger.pk, seen=trigger.version, name="Nyt navn", body=body(title="Nyt"),
        by_id=ida.pk, at=now,
    )  # fmt: skip
    assert trigger.draft is not None
    assert trigger.live is not None
    assert (trigger.live.number, trigger.draft.number) == (1, 2)
    assert run() == 1
    assert Push.objects.get().title == "Nye veje"
    with pytest.raises(actions.Stale):
        actions.change_trigger(
            trigger_id=trigger.pk, seen=trigger.version - 1, name="x", body=body(), by_id=omar.pk,
            at=now,
        )  # fmt: skip
    out_of_work(mads, days=200)
    actions.test_trigger(trigger_id=trigger.pk, by_id=ida.pk, at=now)
    actions.set_live(
        trigger_id=trigger.pk, seen=trigger.version, by_id=ida.pk, why="Bedre ord.", at=now
    )
    assert run() == 1
    assert TriggerHit.objects.get(citizen_id=mads.pk).trigger_version.number == 2


@pytest.mark.parametrize(
    ("conditions", "about", "words"),
    [
        ([], "", "mindst én"),
        ([{"code": "moon"}], "moon", "“moon” findes ikke"),
        ([{"code": "out_of_work", "months": 0}], "out_of_work", "fra 1 til 120"),
        ([{"code": "out_of_work", "months": "6"}], "out_of_work", "fra 1 til 120"),
        ([{"code": "out_of_work", "months": 6, "until": 6}], "out_of_work", "både så længe"),
        ([SIX, {"code": "out_of_work", "months": 1, "until": 3}], "out_of_work", "både så"),
        ([{"code": "applied_in", "area": "maanen", "days": 3}], "applied_in", "“maanen”"),
        ([{"code": "completed", "offer": "987654", "days": 3}], "completed", "“987654”"),
        ([SIX | {"name": "x"}], "out_of_work", "“name”"),
        (
            [
                {"code": "in_course", "course": "self_driven", "weeks": 1},
                {"code": "in_course", "course": "combined", "weeks": 1},
            ],
            "in_course",
            "to forløb",
        ),
    ],
)
def test_what_cannot_be_asked_or_cannot_be_true_is_refused_with_the_reason(
    omar: Person, conditions: Sequence[Mapping[str, Any]], about: str, words: str
) -> None:
    with pytest.raises(actions.Unfit) as refused:
        actions.start_trigger(
            owner_id=omar.pk, name="x", body=Body(conditions=conditions), at=timezone.now()
        )
    (wrong, *_) = refused.value.args[0]
    assert wrong.code == about
    assert words in wrong.words


def test_a_single_job_is_no_matter_for_a_rule(omar: Person) -> None:
    with pytest.raises(ValueError, match="job"):
        actions.start_trigger(
            owner_id=omar.pk, name="x", body=body(what="job", thing="1"), at=timezone.now()
        )


def test_a_run_for_those_something_has_happened_to_asks_the_rules_that_follow_it(
    omar: Person, kirsten: Person, mads: Person
) -> None:
    for one in (kirsten, mads):
        out_of_work(one, days=200)
    live(omar, body())
    assert run(ids=[kirsten.pk], after=["vacancies.application_logged"]) == 0
    assert run(ids=[kirsten.pk]) == 1
    assert run() == 1


def test_an_occasion_is_kept_once_even_past_the_code(omar: Person, kirsten: Person) -> None:
    out_of_work(kirsten, days=200)
    live(omar, body())
    run()
    hit = TriggerHit.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        TriggerHit.objects.create(
            trigger=hit.trigger, trigger_version=hit.trigger_version, citizen_id=hit.citizen_id,
            occurrence=hit.occurrence, push=hit.push, at=hit.at,
        )  # fmt: skip


def test_what_goes_first_is_due_first(omar: Person, kirsten: Person, mads: Person) -> None:
    now: datetime = timezone.now()
    slow, quick = message(omar, [kirsten]), message(omar, [mads], title="Haster")
    for push, urgent in ((slow, False), (quick, True)):
        actions.submit(
            push_id=push.pk, version=push.version, send_at=now, despite="", at=now, urgent=urgent
        )
    assert actions.due(at=now) == [quick.pk, slow.pk]
    assert PushRecipient.objects.count() == 2
