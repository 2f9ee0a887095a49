# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A kommune writes its assessments, and a named person signs them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.decisions.models import Assessment, AssessmentKind
from jobunivers.rooms.decisions.queries.assessing import newest_assessment, unanswered


class Stale(Exception):  # noqa: N818 - it reads as what happened
    """Somebody has written a newer version since; `newest` is it."""

    def __init__(self, newest: Assessment) -> None:
        super().__init__(newest.number)
        self.newest = newest


class NotComplete(ValueError):  # noqa: N818 - it reads as what is wrong
    """A field that must be answered before signing is empty; its codes are the argument."""


@transaction.atomic
def write_assessment(
    *, kind: AssessmentKind, answers: Mapping[str, str], seen: int, by_id: int, at: datetime
) -> Assessment:
    """Add a version; the same words again add none.

    Args:
        kind: which assessment.
        answers: the kommune's own fields, all of them.
        seen: the number of the version the writer has read; 0: there was none.
        by_id: who writes.
        at: now.

    Raises:
        Stale: there is a newer one than she has read.
    """
    before = _locked(kind, seen)
    said = {name: words.strip() for name, words in answers.items()}
    if before is not None and before.answers == said:
        return before
    return _add(kind, seen, said, by_id=by_id, at=at)


@transaction.atomic
def sign_assessment(
    *,
    kind: AssessmentKind,
    seen: int,
    signed_by: str,
    review_on: date,
    facts: Sequence[Mapping[str, Any]],
    by_id: int,
    at: datetime,
) -> Assessment:
    """Sign the newest version under what the system says of itself at this moment.

    Raises:
        Stale: there is a newer one than the signer has read.
        NotComplete: what must be answered is not; or nobody is named.
        ValueError: it is to be looked at again no later than today.
    """
    before = _locked(kind, seen)
    said = before.answers if before else {}
    if lacking := unanswered(kind, said):
        raise NotComplete(*lacking)
    if not signed_by.strip():
        raise NotComplete("signed_by")
    if review_on <= at.date():
        raise ValueError("An assessment is looked at again after today")
    return _add(
        kind, seen, said, by_id=by_id, at=at, signed_by=signed_by.strip(), review_on=review_on,
        facts=[dict(one) for one in facts],
    )  # fmt: skip


def _locked(kind: AssessmentKind, seen: int) -> Assessment | None:
    newest = newest_assessment(kind)
    if newest is not None and newest.number != seen:
        raise Stale(newest)
    return newest


def _add(
    kind: AssessmentKind,
    seen: int,
    answers: Mapping[str, str],
    *,
    by_id: int,
    at: datetime,
    **signed: Any,
) -> Assessment:
    """Add the next number; whoever is second of two at once is told by the number's constraint."""
    row, made = Assessment.objects.get_or_create(
        kind=kind,
        number=seen + 1,
        defaults={"answers": dict(answers), "written_by_id": by_id, "at": at, **signed},
    )
    if not made:
        raise Stale(row)
    what = "assessment_signed" if row.is_signed else "assessment_written"
    data = {"kind": str(kind), "number": row.number}
    events.record(f"decisions.{what}", at=at, actor_id=by_id, data=data)
    return row
