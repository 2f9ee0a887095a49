# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She asks to have something done about what is held on her; a person answers within a month."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.notices.actions import Wanted
from jobunivers.identity import queries as identity
from jobunivers.rooms.mydata.models import DataRequest, Decision, RequestKind
from jobunivers.rooms.mydata.queries.paths import office_path, request_path

_MONTHS, _MORE = 1, 2  # GDPR article 12(3)


class ChangedMeanwhile(Exception):  # noqa: N818 - it reads as what happened
    """Somebody else has changed the request; `row` is how it stands."""

    def __init__(self, row: DataRequest) -> None:
        super().__init__(f"request {row.pk} is at version {row.version}")
        self.row = row


class Over(Exception):  # noqa: N818 - it reads as what is wrong
    """The request is answered or taken back."""


class TooLate(Exception):  # noqa: N818 - it reads as what is wrong
    """She must be told of more time within the first month, and once only."""


class LawNeeded(Exception):  # noqa: N818 - it reads as what is missing
    """A no, whole or in part, says why and by which paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a request is about: a kind of data and one item of it; all empty: nothing certain."""

    label: str = ""
    row_id: str = ""
    row_title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person of the kommune answers. `law` is needed unless all is granted."""

    decision: Decision
    words: str
    law: str = ""


def months_later(day: date, months: int) -> date:
    """Return the day so many months later; the last of the month where there is no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@transaction.atomic
def ask(
    *, person_id: int, kind: RequestKind, about: About, words: str, key: UUID, at: datetime
) -> DataRequest:
    """Keep what she asks for; the same form sent twice is one request."""
    row = DataRequest(
        person_id=person_id,
        kind=kind,
        label=about.label,
        row_id=about.row_id,
        row_title=about.row_title[:300],
        words=words,
        key=key,
        made_at=at,
        due_on=months_later(timezone.localdate(at), _MONTHS),
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        first = DataRequest.objects.filter(person_id=person_id, key=key).first()
        if first is None:
            raise
        return first
    _record("mydata.requested", row, actor_id=person_id, at=at)
    notices.notify_many(
        [
            Wanted(
                person_id=pk,
                kind="mydata.asked",
                data={"request": row.pk, "due": row.due_on.isoformat()},
                path=office_path(row.pk),
                key=f"mydata.asked:{row.pk}",
            )
            for pk in who_answers()
        ],
        at=at,
    )
    return row


def who_answers() -> list[int]:
    """Return whom the kommune has for data protection; its administrators where there is none."""
    return identity.officer_ids() or identity.administrator_ids()


@transaction.atomic
def withdraw(*, request: DataRequest, at: datetime) -> None:
    """Take a request back; raises Over when it is answered or taken back already."""
    row = _locked(request.pk)
    if not row.is_open:
        raise Over
    row.withdrawn_at = at
    _save(row)
    _record("mydata.request_withdrawn", row, actor_id=row.person_id, at=at)


@transaction.atomic
def take(*, request: DataRequest, staff_id: int, at: datetime) -> DataRequest:
    """Note who looks at it; taking it over from a colleague is allowed. Raises Over."""
    row = _locked(request.pk)
    if not row.is_open:
        raise Over
    if row.taken_by_id == staff_id:
        return row
    row.taken_at, row.taken_by_id = at, staff_id
    _save(row)
    _record("mydata.request_taken", row, actor_id=staff_id, at=at)
    return row


@transaction.atomic
def extend(
    *, request: DataRequest, staff_id: int, why: str, version: int, at: datetime
) -> DataRequest:
    """Take two months more, and tell her why; raises Over, TooLate, ChangedMeanwhile."""
    row = _current(request.pk, version)
    today = timezone.localdate(at)
    if row.extended_at is not None or today > row.due_on:
        raise TooLate
    row.extended_at, row.extended_by_id, row.extended_why = at, staff_id, why
    row.due_on = months_later(timezone.localdate(row.made_at), _MONTHS + _MORE)
    _save(row)
    _record("mydata.request_extended", row, actor_id=staff_id, at=at)
    _tell_her(row, "mydata.extended", at=at, data={"due": row.due_on.isoformat()})
    return row


@transaction.atomic
def answer(
    *, request: DataRequest, staff_id: int, answer: Answer, version: int, at: datetime
) -> DataRequest:
    """Decide, by a named person and with words; she is told. Nothing is changed by it.

    Raises:
        Over: it is answered or taken back.
        ChangedMeanwhile: somebody else has changed it.
        LawNeeded: it says no without a paragraph.
    """
    row = _current(request.pk, version)
    if answer.decision != Decision.GRANTED and not answer.law.strip():
        raise LawNeeded
    row.decision, row.answer, row.law = answer.decision, answer.words, answer.law.strip()
    row.decided_at, row.decided_by_id = at, staff_id
    _save(row)
    _record("mydata.request_answered", row, actor_id=staff_id, at=at)
    _tell_her(row, "mydata.answered", at=at, data={})
    return row


@transaction.atomic
def remind_of_deadlines(*, at: datetime) -> int:
    """Tell who answers of requests due within a week, and of those overdue; return how many."""
    today = timezone.localdate(at)
    wanted: list[Wanted] = []
    rows = DataRequest.objects.filter(decided_at=None, withdrawn_at=None).order_by("due_on", "pk")
    for row in rows:
        left = (row.due_on - today).days
        step = "over" if left < 0 else "week" if left <= _WEEK else ""
        if not step:
            continue
        wanted += [
            Wanted(
                person_id=pk,
                kind="mydata.request_due",
                data={"request": row.pk, "due": row.due_on.isoformat()},
                path=office_path(row.pk),
                key=f"mydata.due:{row.pk}:{row.due_on}:{step}",
            )
            for pk in ([row.taken_by_id] if row.taken_by_id else who_answers())
        ]
    return len(notices.notify_many(wanted, at=at))


_WEEK = 7


def _locked(pk: int) -> DataRequest:
    return DataRequest.objects.select_for_update().get(pk=pk)


def _current(pk: int, version: int) -> DataRequest:
    row = _locked(pk)
    if not row.is_open:
        raise Over
    if row.version != version:
        raise ChangedMeanwhile(row)
    return row


def _save(row: DataRequest) -> None:
    row.version += 1
    row.save()


def _tell_her(row: DataRequest, kind: str, *, at: datetime, data: dict[str, str]) -> None:
    notices.notify(
        person_id=row.person_id,
        kind=kind,
        at=at,
        data={"request": row.pk, **data},
        path=request_path(row.pk),
        key=f"{kind}:{row.pk}",
    )


def _record(kind: str, row: DataRequest, *, actor_id: int, at: datetime) -> None:
    events.record(
        kind,
        at=at,
        citizen_id=row.person_id,
        actor_id=actor_id,
        data={"request_id": row.pk, "kind": row.kind},
    )
