# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who answers, what notices came to, and whether a sender has stopped: what others build on."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions, queries, register, tasks
from jobunivers.foundation.notices.models import Alarm, Beat, Delivery, Notice, State
from jobunivers.foundation.notices.tests.conftest import NOW
from jobunivers.foundation.notices.tests.making import make_address
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.integrations.mail.fake import MailCatcher

pytestmark = pytest.mark.django_db
Person = Any  # identity is a floor above
DAY = timedelta(days=1)
LONG_AGO = NOW - 90 * DAY


def pushed(person: Person, at: datetime, *, kind: str = "tests.at_once", **marks: object) -> Notice:
    """Return a notice that left the house at a moment, inside the kommune."""
    notice = actions.notify(person_id=person.pk, kind=kind, at=at)
    Notice.objects.filter(pk=notice.pk).update(sent_at=at, **marks)
    return notice


def test_silence_is_counted_from_the_last_answer_on(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    with working_for(aarhus.pk):
        pushed(kirsten, NOW - 9 * DAY)
        answered = pushed(kirsten, NOW - 8 * DAY, opened_at=NOW - 7 * DAY)
        pushed(kirsten, NOW - 6 * DAY)
        pushed(kirsten, NOW - 5 * DAY)
        asked = [kirsten.pk, mads.pk]
        assert queries.unanswered(asked, LONG_AGO) == {kirsten.pk: 2, mads.pk: 0}
        assert queries.unanswered(asked, NOW - 5 * DAY) == {kirsten.pk: 1, mads.pk: 0}
        assert queries.last_answer(asked) == {kirsten.pk: NOW - 7 * DAY}
        for mark in ("acted_at", "read_at"):
            Notice.objects.filter(pk=answered.pk).update(opened_at=None, **{mark: NOW - DAY})
            assert queries.unanswered(asked, LONG_AGO)[kirsten.pk] == 2
            assert queries.last_answer(asked) == {kirsten.pk: NOW - DAY}
            Notice.objects.filter(pk=answered.pk).update(**{mark: None})
        assert queries.unanswered(asked, LONG_AGO)[kirsten.pk] == 4
        assert queries.last_answer(asked) == {}


def test_only_pushes_that_ask_for_something_and_left_the_house_count(
    aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        pushed(kirsten, NOW, kind="tests.critical")
        actions.notify(person_id=kirsten.pk, kind="tests.at_once", at=NOW)
        assert queries.unanswered([kirsten.pk], LONG_AGO) == {kirsten.pk: 0}
        inside = queries.unanswered([kirsten.pk], LONG_AGO, also_inside=True)
        assert inside == {kirsten.pk: 1}


def test_another_kommune_hears_nothing_of_it(
    aarhus: Municipality, odense: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        pushed(kirsten, NOW)
    with working_for(odense.pk):
        assert queries.unanswered([kirsten.pk], LONG_AGO) == {kirsten.pk: 0}


def test_many_are_answered_in_few_questions(
    aarhus: Municipality, kirsten: Person, django_assert_max_num_queries: Any
) -> None:
    with working_for(aarhus.pk):
        pushed(kirsten, NOW)
        with django_assert_max_num_queries(4):
            found = queries.unanswered(range(1, 30_001), LONG_AGO)
    assert len(found) == 30_000


def test_the_act_it_was_for_is_remembered_and_another_is_not(
    aarhus: Municipality, kirsten: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = timezone.now()
    from jobunivers.foundation.events.actions import _subscribers

    monkeypatch.setitem(_subscribers, "tests.applied", [tasks.WhenDone("tests.applied")])
    with working_for(aarhus.pk):
        notice = actions.notify(
            person_id=kirsten.pk, kind="tests.daily", at=now, data={"vacancy_ids": [7]}
        )
        old = actions.notify(
            person_id=kirsten.pk, kind="tests.daily", at=now - 15 * DAY, data={"vacancy_ids": [7]}
        )
        for vacancy_id in (8, 7):
            assert Notice.objects.get(pk=notice.pk).acted_at is None
            events.record(
                "tests.applied", at=now, citizen_id=kirsten.pk, data={"vacancy_id": vacancy_id}
            )
        assert Notice.objects.get(pk=notice.pk).acted_at is not None
        assert Notice.objects.get(pk=old.pk).acted_at is None


def test_figures_add_up_by_type_and_say_nothing_of_few(
    aarhus: Municipality, kirsten: Person, post: MailCatcher
) -> None:
    with working_for(aarhus.pk):
        make_address(kirsten)
        for _ in range(5):
            actions.notify(person_id=kirsten.pk, kind="tests.at_once", at=NOW)
        actions.notify(person_id=kirsten.pk, kind="tests.daily", at=NOW)
        first = Notice.objects.filter(kind="tests.at_once").first()
        assert first is not None
    actions.deliver_due(municipality_id=aarhus.pk, at=NOW)
    with working_for(aarhus.pk):
        actions.follow(notice=first, via="email", at=NOW)
        many, few = queries.figures(since=NOW - DAY, until=NOW + DAY)
        assert (many.kind, many.made, many.sent, many.left_out) == ("tests.at_once", 5, 3, 2)
        assert (many.opened, many.acted) == (1, 0)
        assert (few.kind, few.made, few.sent, few.opened) == ("tests.daily", 1, 0, None)
        assert queries.figures(since=NOW + DAY, until=NOW + 2 * DAY) == []


@pytest.fixture
def sender() -> register.Sender:
    """Know a daily sender that should not be silent for four days."""
    return register.sender(
        register.Sender(code="tests.daily", name="Dagligt", every=DAY, quiet_for=4 * DAY)
    )


def test_a_sender_that_stops_is_noticed_after_three_rounds(sender: register.Sender) -> None:
    assert "tests.daily" not in queries.standing_still(at=NOW)
    actions.begin_watch(at=NOW - 4 * DAY)
    assert "tests.daily" in queries.standing_still(at=NOW), "it has never run"
    actions.beat(sender=sender.code, at=NOW - 2 * DAY)
    assert "tests.daily" not in queries.standing_still(at=NOW)
    assert "tests.daily" in queries.standing_still(at=NOW + 2 * DAY)
    assert Beat.objects.get(sender=sender.code).known_since == NOW - 4 * DAY


def test_those_who_answer_for_it_are_told_once_until_it_is_over(
    aarhus: Municipality, kirsten: Person, anne: Person, sender: register.Sender
) -> None:
    def watched(days: int) -> list[str]:
        at = NOW + days * DAY
        actions.begin_watch(at=at)
        Beat.objects.update(beat_at=at)  # all of them run; one has nothing to say
        return actions.watch(at=at)

    with working_for(aarhus.pk):
        notice = actions.notify(person_id=kirsten.pk, kind="tests.critical", at=NOW)
        Notice.objects.filter(pk=notice.pk).update(sender=sender.code)
        for days in (3, 5, 6):
            assert watched(days) == ([] if days == 3 else ["silent:tests.daily"])
        told = Notice.objects.filter(person_id=anne.pk)
        assert [queries.text_of(one) for one in told] == ["“Dagligt” har ikke sendt noget længe."]
        again = actions.notify(person_id=kirsten.pk, kind="tests.critical", at=NOW + 6 * DAY)
        Notice.objects.filter(pk=again.pk).update(sender=sender.code)
        assert watched(7) == []
        assert Alarm.objects.get().over_at == NOW + 7 * DAY
        assert watched(11) == ["silent:tests.daily"]
        assert told.all().count() == 2


def test_a_jump_in_failures_and_a_queue_that_stands_are_noticed(
    aarhus: Municipality, kirsten: Person
) -> None:
    def ended(state: State, many: int, at: datetime) -> None:
        for _ in range(many):
            notice = actions.notify(person_id=kirsten.pk, kind="tests.at_once", at=at)
            Delivery.objects.create(
                notice=notice, person_id=kirsten.pk, channel="email", rhythm="at_once",
                state=state, due_at=at, changed_at=at, reason="smtp-451",
            )  # fmt: skip

    with working_for(aarhus.pk):
        ended(State.SENT, 40, NOW - 3 * DAY)
        ended(State.SENT, 15, NOW)
        ended(State.FAILED, 4, NOW)
        assert queries.troubles(at=NOW) == [], "too few to say"
        ended(State.FAILED, 1, NOW)
        assert queries.troubles(at=NOW) == ["failing:email"]
        ended(State.WAITING, 1, NOW)
        assert queries.troubles(at=NOW + timedelta(minutes=31)) == ["stuck", "failing:email"]
