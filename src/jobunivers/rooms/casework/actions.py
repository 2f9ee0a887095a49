# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff say why they look and where they disagree, and what was shown is remembered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.events.actions import Happened
from jobunivers.rooms.casework.models import Objection, RecommendationRemark
from jobunivers.trust.opening import Reason, keep_reason


def give_reason(
    session: SessionBase,
    *,
    citizen_id: int,
    adviser_id: int,
    code: str,
    note: str,
    today: date,
    at: datetime,
) -> None:
    """Keep why an adviser looks at a citizen, in her session, to the end of the day."""
    keep_reason(session, citizen_id=citizen_id, reason=Reason(code, note), today=today)
    events.record(
        "casework.reason_given",
        at=at,
        citizen_id=citizen_id,
        actor_id=adviser_id,
        data={"reason": code},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonGiven:
    """A member of staff said why she looks at a citizen."""

    citizen_id: int
    adviser_id: int
    code: str
    at: datetime


def note_reasons(*, given: Sequence[ReasonGiven]) -> int:
    """Remember reasons that were given elsewhere or in a replayed past; return how many."""
    return events.record_many(
        [
            Happened(
                kind="casework.reason_given",
                at=one.at,
                citizen_id=one.citizen_id,
                actor_id=one.adviser_id,
                data={"reason": one.code},
            )
            for one in given
        ]
    )


def names_shown(
    *, adviser_id: int, citizen_ids: Iterable[int], searched: bool, at: datetime
) -> None:
    """Remember whose names a list showed: one event a list, ids only, no words."""
    events.record(
        "casework.names_shown",
        at=at,
        actor_id=adviser_id,
        data={"citizen_ids": list(citizen_ids), "searched": searched},
    )


class NothingToTakeBack(Exception):  # noqa: N818 - it reads as what happened
    """The adviser has no remark that holds on this suggestion."""


class WordsNeeded(ValueError):  # noqa: N818
    """Another reason than those to choose from must be said in words."""


@transaction.atomic
def dispute(
    *,
    citizen_id: int,
    vacancy_id: int,
    run_id: int,
    model: str,
    adviser_id: int,
    code: str,
    note: str,
    at: datetime,
) -> RecommendationRemark:
    """Keep that an adviser disagrees with a suggestion; what she said before of it is replaced.

    Raises:
        ValueError: the code is none of `Objection`.
        WordsNeeded: the reason is another one, and there are no words.
    """
    objection = Objection(code)
    if objection == Objection.OTHER and not note.strip():
        raise WordsNeeded
    remark = RecommendationRemark.objects.create(
        citizen_id=citizen_id,
        vacancy_id=vacancy_id,
        run_id=run_id,
        model=model,
        adviser_id=adviser_id,
        at=at,
        code=objection,
        note=note.strip(),
    )
    _record("casework.suggestion_disputed", remark, at=at)
    return remark


@transaction.atomic
def take_back(*, citizen_id: int, vacancy_id: int, adviser_id: int, at: datetime) -> None:
    """Take back what an adviser said of a suggestion.

    Raises:
        NothingToTakeBack: she has said nothing of it, or taken it back already.
    """
    rows = RecommendationRemark.objects.filter(
        citizen_id=citizen_id, vacancy_id=vacancy_id, adviser_id=adviser_id
    )
    newest = rows.order_by("-pk").first()
    if newest is None or newest.taken_back:
        raise NothingToTakeBack
    remark = RecommendationRemark.objects.create(
        citizen_id=citizen_id,
        vacancy_id=vacancy_id,
        run_id=newest.run_id,
        model=newest.model,
        adviser_id=adviser_id,
        at=at,
        code=newest.code,
        note=newest.note,
        taken_back=True,
    )
    _record("casework.dispute_taken_back", remark, at=at)


def _record(kind: str, remark: RecommendationRemark, *, at: datetime) -> None:
    events.record(
        kind,
        at=at,
        citizen_id=remark.citizen_id,
        actor_id=remark.adviser_id,
        data={"vacancy_id": remark.vacancy_id, "run_id": remark.run_id, "reason": remark.code},
    )
