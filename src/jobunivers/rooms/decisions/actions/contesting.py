# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She says no to one choice; a named person answers in words."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.identity import queries as identity
from jobunivers.rooms.decisions.models import Contest, Outcome
from jobunivers.trust import decided
from jobunivers.trust.decided import Choice

ANSWERED_WITHIN = timedelta(days=14)
_LONGEST = 400


class NoWords(ValueError):  # noqa: N818 - it reads as what is wrong
    """Neither she nor who answers may say nothing."""


class AlreadyContested(Exception):  # noqa: N818 - it reads as what happened
    """She waits for an answer about this choice already."""


class AlreadyAnswered(Exception):  # noqa: N818 - it reads as what happened
    """Somebody has answered, or she took it back."""


@transaction.atomic
def contest(*, citizen_id: int, kind: str, choice: Choice, words: str, at: datetime) -> Contest:
    """Say no to a choice: whoever helps her gets it, else the officer of data protection.

    Raises:
        NoWords: nothing is said.
        AlreadyContested: she waits for an answer about it.
    """
    if not words.strip():
        raise NoWords
    today = timezone.localdate(at)
    row, made = Contest.objects.get_or_create(
        citizen_id=citizen_id,
        kind=kind,
        decision_id=choice.pk,
        answered_at=None,
        defaults={
            "decided_at": choice.at,
            "what": choice.what[:_LONGEST],
            "model": choice.model[:80],
            "words": words.strip(),
            "at": at,
            "due_on": today + ANSWERED_WITHIN,
            "responsible_id": _who_answers(citizen_id, at=at),
        },
    )
    if not made:
        raise AlreadyContested
    _record("decisions.contested", row, citizen_id, at)
    if row.responsible_id is not None:
        notices.notify(
            person_id=row.responsible_id,
            kind="decisions.contest",
            at=at,
            data={"due": row.due_on.isoformat()},
            path=f"medarbejder/uenige/{row.pk}/",
            key=f"contest-{row.pk}",
        )
    return row


def _who_answers(citizen_id: int, *, at: datetime) -> int | None:
    """Return the named person: who helps her, else who sees to data protection."""
    found = decided.who_answers(citizen_id, timezone.localdate(at))
    if found is not None:
        return found
    officers = sorted(identity.officer_ids())
    return officers[0] if officers else None


@transaction.atomic
def take_back_contest(*, contest_id: int, citizen_id: int, at: datetime) -> None:
    """Let her take it back; raises AlreadyAnswered."""
    row = _end(contest_id, outcome=Outcome.TAKEN_BACK, answer="", by_id=None, at=at)
    _record("decisions.contest_taken_back", row, citizen_id, at)


@transaction.atomic
def answer_contest(
    *, contest_id: int, staff_id: int, outcome: Outcome, answer: str, at: datetime
) -> Contest:
    """Answer in words she reads. Nothing changes by itself: who agrees puts it right by hand.

    Raises:
        NoWords: nothing is said.
        AlreadyAnswered: somebody was first.
    """
    if not answer.strip():
        raise NoWords
    row = _end(contest_id, outcome=outcome, answer=answer.strip(), by_id=staff_id, at=at)
    _record("decisions.contest_answered", row, staff_id, at)
    notices.notify(
        person_id=row.citizen_id,
        kind="decisions.answered",
        at=at,
        path=f"beslutninger-om-mig/{row.kind}/{row.decision_id}/",
        key=f"contest-{row.pk}",
    )
    return row


def _end(
    contest_id: int, *, outcome: Outcome, answer: str, by_id: int | None, at: datetime
) -> Contest:
    changed = Contest.objects.filter(pk=contest_id, answered_at=None).update(
        outcome=outcome, answer=answer, answered_by_id=by_id, answered_at=at
    )
    if not changed:
        raise AlreadyAnswered
    return Contest.objects.get(pk=contest_id)


def _record(kind: str, row: Contest, actor_id: int, at: datetime) -> None:
    data = {"contest": row.pk, "kind": row.kind, "decision": row.decision_id}
    events.record(kind, at=at, citizen_id=row.citizen_id, actor_id=actor_id, data=data)
