# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff may choose for a while, she may object, and a named person answers."""

from datetime import timedelta

import pytest

from jobunivers.foundation.notices.models import Notice
from jobunivers.identity.models import Person
from jobunivers.rooms.segmentation import actions
from jobunivers.rooms.segmentation.models import (
    Move,
    Objection,
    ObjectionKind,
    ObjectionOutcome,
    Override,
)
from jobunivers.rooms.segmentation.queries.explaining import make_again
from jobunivers.rooms.segmentation.tests.people import NOW, TODAY, out_of_work, placed, segmented
from jobunivers.testing.cast import add_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("by_rules_alone")]
DAY = timedelta(days=1)


def chosen(
    kirsten: Person, omar: Person, course: str = "close_support", days: int = 30
) -> Override:
    return actions.override(
        citizen_id=kirsten.pk,
        staff_id=omar.pk,
        course=course,
        reason="Hun har fortalt, at hun har brug for en at tale med",
        until=TODAY + days * DAY,
        at=NOW,
    )


def objected(kirsten: Person, **other: str) -> Objection:
    return actions.object_to(
        citizen_id=kirsten.pk, kind=ObjectionKind.NO_THANKS, words="Nej tak", at=NOW, **other
    )


def test_what_staff_chose_holds_until_its_day_and_then_the_rules_again(
    kirsten: Person, omar: Person
) -> None:
    out_of_work(kirsten.pk, weeks=1)
    segmented(kirsten.pk)

    chosen(kirsten, omar)
    assert placed(kirsten.pk).course == "close_support"
    move = Move.objects.latest("pk")
    assert (move.kind, move.actor_id) == ("override", omar.pk)
    again = make_again(move)
    assert again is not None
    assert again.same
    assert segmented(kirsten.pk, at=NOW + 29 * DAY).course == "close_support"

    assert segmented(kirsten.pk, at=NOW + 30 * DAY).course != "close_support"
    assert Move.objects.latest("pk").kind == "override_ended"


def test_a_choice_can_be_ended_before_its_time(kirsten: Person, omar: Person) -> None:
    out_of_work(kirsten.pk, weeks=1)
    segmented(kirsten.pk)
    chosen(kirsten, omar)

    actions.end_override(citizen_id=kirsten.pk, staff_id=omar.pk, at=NOW)

    assert placed(kirsten.pk).course == "self_driven"
    with pytest.raises(actions.NotPlaced):
        actions.end_override(citizen_id=kirsten.pk, staff_id=omar.pk, at=NOW)


def test_a_new_choice_ends_the_one_before(kirsten: Person, omar: Person) -> None:
    out_of_work(kirsten.pk, weeks=1)
    segmented(kirsten.pk)
    first = chosen(kirsten, omar)
    chosen(kirsten, omar, course="combined")

    first.refresh_from_db()
    assert first.ended_at == NOW
    assert placed(kirsten.pk).course == "combined"


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"reason": "  "}, actions.NoReason),
        ({"until": TODAY}, actions.TooLong),
        ({"until": TODAY + 400 * DAY}, actions.TooLong),
        ({"course": "somewhere"}, actions.UnknownCourse),
    ],
)
def test_a_choice_needs_a_reason_an_end_and_a_course(
    kirsten: Person, omar: Person, wrong: dict[str, object], refusal: type[Exception]
) -> None:
    out_of_work(kirsten.pk, weeks=1)
    segmented(kirsten.pk)
    asked: dict[str, object] = {"course": "combined", "reason": "Fordi", "until": TODAY + 9 * DAY}
    with pytest.raises(refusal):
        actions.override(
            citizen_id=kirsten.pk,
            staff_id=omar.pk,
            at=NOW,
            **{**asked, **wrong},  # type: ignore[arg-type]
        )


def test_an_objection_is_a_task_with_a_date_for_a_named_person(
    kirsten: Person, omar: Person
) -> None:
    out_of_work(kirsten.pk, weeks=30)
    segmented(kirsten.pk)

    row = objected(kirsten, wished_course="self_driven")

    assert (row.responsible_id, row.due_on) == (omar.pk, TODAY + 14 * DAY)
    assert Notice.objects.get(person_id=omar.pk).kind == "segmentation.objection"
    with pytest.raises(actions.AlreadyObjected):
        objected(kirsten)


def test_her_own_consultant_answers_unless_she_is_away(
    kirsten: Person, omar: Person, tove: Person
) -> None:
    out_of_work(kirsten.pk, weeks=60)
    segmented(kirsten.pk)
    first = objected(kirsten)
    assert first.responsible_id == tove.pk
    actions.take_back_objection(objection_id=first.pk, citizen_id=kirsten.pk, at=NOW)

    leave = actions.plan_leave(
        staff_id=tove.pk, away_from=TODAY, away_to=TODAY + 7 * DAY, substitute_id=None,
        by_id=omar.pk, at=NOW,
    )  # fmt: skip
    second = objected(kirsten)
    assert second.responsible_id == omar.pk
    actions.take_back_objection(objection_id=second.pk, citizen_id=kirsten.pk, at=NOW)

    assert kirsten.municipality is not None
    sara = add_person(kirsten.municipality, "Sara Vig", "adviser")
    actions.change_substitute(
        leave_id=leave.pk, version=leave.version, substitute_id=sara.pk, by_id=omar.pk, at=NOW
    )
    assert objected(kirsten).responsible_id == sara.pk


def test_an_answer_is_in_words_she_is_told_of_and_given_once(kirsten: Person, omar: Person) -> None:
    out_of_work(kirsten.pk, weeks=30)
    segmented(kirsten.pk)
    row = objected(kirsten)

    def answer(words: str) -> None:
        actions.answer_objection(
            objection_id=row.pk, staff_id=omar.pk, answer=words,
            outcome=ObjectionOutcome.AGREED, at=NOW,
        )  # fmt: skip

    with pytest.raises(actions.NoReason):
        answer(" ")
    answer("Du har ret")
    assert Notice.objects.filter(person_id=kirsten.pk, kind="segmentation.answered").exists()
    with pytest.raises(actions.AlreadyAnswered):
        answer("En gang til")
