# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff say where they disagree with a suggestion."""

from datetime import datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.casework.models import Objection, RecommendationRemark


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
