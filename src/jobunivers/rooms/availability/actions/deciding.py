# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The decision: drafted by one, read by another where the kommune wants it, signed by one."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from jobunivers.rooms.availability.actions import telling
from jobunivers.rooms.availability.actions.hearing import demand
from jobunivers.rooms.availability.actions.noting import NotAllowed, held, note, saved
from jobunivers.rooms.availability.models import Case, CaseState, Outcome
from jobunivers.rooms.availability.queries import words
from jobunivers.rooms.availability.queries.guiding import Guide, case_rules, guide


class SamePerson(Exception):  # noqa: N818 - it reads as what is wrong
    """Whoever wrote the decision cannot be the second person who reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionEntry:
    """A decision as somebody drafts it; `rate` is None where the year's is not known."""

    outcome: Outcome
    reasons: str
    text: str
    days: int | None = None
    rate: int | None = None
    rate_source: str = ""


@transaction.atomic
def draft_decision(
    *, case_id: int, version: int, entry: DecisionEntry, staff_id: int, at: datetime
) -> Case:
    """Keep a draft; a review of the draft before falls.

    Raises:
        Closed, ChangedMeanwhile: as they say.
        NotAllowed: the procedure does not allow this outcome now.
    """
    case = held(case_id, version=version)
    _demand_outcome(case, guide(case, on=timezone.localdate(at)), entry.outcome)
    before = {"outcome": case.outcome, "text": case.text, "reasons": case.reasons}
    case.outcome, case.reasons, case.text = entry.outcome, entry.reasons, entry.text
    case.days, case.rate, case.rate_source = entry.days, entry.rate, entry.rate_source
    case.drafted_by_id, case.reviewed_by_id, case.reviewed_at = staff_id, None, None
    case.draft_holds = True
    saved(case, actor_id=staff_id, at=at)
    note(case, "decision_drafted", actor_id=staff_id, at=at, data={"before": before})
    return case


@transaction.atomic
def review_decision(*, case_id: int, version: int, staff_id: int, at: datetime) -> Case:
    """Let a second person say that she has read the draft and stands by it.

    Raises Closed, ChangedMeanwhile, SamePerson, NotAllowed (there is no draft, or an old one).
    """
    case = held(case_id, version=version)
    if not case.text or case.drafted_by_id is None:
        raise NotAllowed([])
    _demand_draft(case)
    if case.drafted_by_id == staff_id:
        raise SamePerson
    case.reviewed_by_id, case.reviewed_at = staff_id, at
    saved(case, actor_id=staff_id, at=at)
    note(case, "decision_reviewed", actor_id=staff_id, at=at)
    return case


@transaction.atomic
def sign_decision(*, case_id: int, version: int, staff_id: int, at: datetime) -> Case:
    """Decide: a named person signs, she is told, and nothing of the case changes any more.

    The procedure is asked again at this moment: what was allowed when the draft was written may
    be forbidden now. Raises Closed, ChangedMeanwhile, NotAllowed.
    """
    case = held(case_id, version=version)
    if not (case.text and case.reasons and case.outcome):
        raise NotAllowed([])
    _demand_draft(case)
    now = guide(case, on=timezone.localdate(at))
    _demand_outcome(case, now, Outcome(case.outcome))
    if now.standing is not None:
        demand(now, "sign")
    elif case_rules().four_eyes and case.reviewed_at is None:
        raise NotAllowed([])
    case.state, case.decided_by_id, case.decided_at = CaseState.DECIDED, staff_id, at
    saved(case, actor_id=staff_id, at=at)
    note(case, "case_decided", actor_id=staff_id, at=at, data=_kept(case))
    telling.tell_her(case, telling.DECIDED, at=at)
    telling.close_tasks(case, at=at, staff_id=staff_id)
    return case


def _demand_draft(case: Case) -> None:
    """Refuse a draft of what was known before: it may say that she has not answered (FVL § 24)."""
    if not case.draft_holds:
        raise NotAllowed([str(words.OLD_DRAFT)])


def _kept(case: Case) -> dict[str, object]:
    """Return what the log of the case keeps of a decision, beside the case itself."""
    return {
        "outcome": case.outcome,
        "days": case.days,
        "rate": case.rate,
        "procedure": case.procedure,
        "facts": {one.code: one.value for one in case.facts.order_by("pk")},
    }


def _demand_outcome(case: Case, now: Guide, outcome: Outcome) -> None:
    if outcome not in now.outcomes(case.kind):
        step = now.step(words.STEP_OF.get((case.kind, outcome), ""))
        raise NotAllowed(step.why if step else [now.gap] if now.gap else [])
