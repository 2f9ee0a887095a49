# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hearing her (FVL § 19): a letter that a person has read, a day, and her answer."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from jobunivers.rooms.availability.actions import telling
from jobunivers.rooms.availability.actions.noting import NotAllowed, held, note, saved
from jobunivers.rooms.availability.models import Case, CaseFact
from jobunivers.rooms.availability.queries.guiding import Guide, guide
from jobunivers.science.procedure import next_working_day

HEARINGS = ("hear", "hear_assessment")


@transaction.atomic
def save_hearing(
    *, case_id: int, version: int, text: str, due_on: date, staff_id: int, at: datetime
) -> Case:
    """Keep the letter as it is written so far. Raises Closed, ChangedMeanwhile, NotAllowed."""
    case = held(case_id, version=version)
    if case.hearing_sent_at is not None:
        raise NotAllowed([])
    before, case.hearing_text, case.hearing_due_on = case.hearing_text, text, due_on
    saved(case, actor_id=staff_id, at=at)
    note(case, "hearing_written", actor_id=staff_id, at=at, data={"before": before})
    return case


@transaction.atomic
def send_hearing(
    *, case_id: int, version: int, text: str, due_on: date, staff_id: int, at: datetime
) -> Case:
    """Send her the letter: it stands on her pages, and she is told at once.

    Raises:
        Closed, ChangedMeanwhile: as they say.
        NotAllowed: the procedure forbids it, or it was sent already.
    """
    case = held(case_id, version=version)
    if case.hearing_sent_at is not None:
        raise NotAllowed([])
    demand(guide(case, on=timezone.localdate(at)), *HEARINGS)
    case.hearing_text, case.hearing_due_on = text, due_on
    case.hearing_sent_at, case.hearing_sent_by_id = at, staff_id
    saved(case, actor_id=staff_id, at=at)
    note(case, "hearing_sent", actor_id=staff_id, at=at, data={"due": due_on.isoformat()})
    telling.tell_her(case, telling.HEARING, at=at)
    telling.task_after_hearing(case, due_on=next_working_day(due_on + timedelta(days=1)), at=at)
    return case


@transaction.atomic
def answer_hearing(*, case_id: int, words: str, by_id: int, at: datetime) -> Case:
    """Keep what she says, by herself or written down for her.

    She may change it all. What staff write down is added below: her own words stay as they are.
    That she had no good reason must be weighed anew: it was said before she was heard.
    Raises Closed, NotAllowed (she has not been heard).
    """
    case = held(case_id)
    if case.hearing_sent_at is None:
        raise NotAllowed([])
    by_her = by_id == case.citizen_id
    if words == case.answer or (not by_her and case.answer.endswith(words)):
        return case
    before = case.answer
    case.answer = words if by_her or not before else f"{before}\n\n{words}"
    case.answered_at, case.answered_by_id = at, by_id
    case.reviewed_by_id = case.reviewed_at = None
    case.draft_holds = not case.text
    CaseFact.objects.filter(case=case, code="cause", value=False).update(value=None)
    saved(case, actor_id=by_id, at=at)
    note(case, "hearing_answered", actor_id=by_id, at=at, data={"before": before})
    telling.task_after_hearing(case, due_on=next_working_day(timezone.localdate(at)), at=at)
    if by_her:
        telling.tell_staff_of_answer(case, at=at)
    return case


def demand(guidance: Guide, *codes: str) -> None:
    """Raise NotAllowed with the reasons unless one of these steps may be taken now."""
    if any(guidance.allows(code) for code in codes):
        return
    step = guidance.step(*codes)
    raise NotAllowed(step.why if step else [guidance.gap])
