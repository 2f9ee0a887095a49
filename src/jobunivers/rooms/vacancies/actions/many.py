# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What many citizens do with advertisements, in a few statements; each row says when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from jobunivers.foundation.adding import add_columns
from jobunivers.foundation.events import actions as events
from jobunivers.foundation.events.actions import Happened
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.vacancies.actions.joblog import ApplicationEntry
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationStatus,
    Hidden,
    HideReason,
    SavedSearch,
    Star,
)

_AT_A_TIME = 2_000
_MOVE = """
    WITH moved AS (
        UPDATE vacancies_application a
        SET status = n.status, applied_on = COALESCE(a.applied_on, n.at::date),
            answered_on = CASE WHEN n.status IN ('interview', 'offer', 'rejected')
                THEN COALESCE(a.answered_on, n.at::date) ELSE a.answered_on END,
            version = a.version + 1, changed_at = n.at
        FROM unnest(%s::bigint[], %s::text[], %s::timestamptz[]) AS n(id, status, at)
        WHERE a.id = n.id AND a.municipality_id = %s AND a.status <> n.status
        RETURNING a.municipality_id, a.id, a.citizen_id, a.vacancy_id, a.status, a.changed_at
    ), stepped AS (
        INSERT INTO vacancies_applicationstep
            (municipality_id, application_id, citizen_id, status, "on", at)
        SELECT municipality_id, id, citizen_id, status, changed_at::date, changed_at FROM moved
    )
    SELECT id, citizen_id, vacancy_id, status, changed_at FROM moved
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """An application for the joblog; without an advertisement the words are all there is."""

    citizen_id: int
    vacancy_id: int | None
    entry: ApplicationEntry
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """A search that she saves, as the query part of its address."""

    citizen_id: int
    name: str
    query: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An application has come farther, or to its end."""

    application_id: int
    status: ApplicationStatus
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """An advertisement somebody keeps, or hides for a reason."""

    citizen_id: int
    vacancy_id: int
    at: datetime
    reason: HideReason = HideReason.OTHER


@transaction.atomic
def log_applications(*, logged: Sequence[Logged]) -> list[Application]:
    """Add applications to joblogs; return the new ones, in order.

    One whose advertisement stands in her joblog already is passed over.
    """
    known = _known(Application, logged)
    new = []
    for one in logged:
        pair = (one.citizen_id, one.vacancy_id)
        if one.vacancy_id is not None and pair in known:
            continue
        known.add(pair)
        new.append(
            Application(
                citizen_id=one.citizen_id,
                vacancy_id=one.vacancy_id,
                created_at=one.at,
                changed_at=one.at,
                **one.entry.row(),
            )
        )
    made = _added(new)
    _record(
        _happened(
            "vacancies.application_logged",
            row.citizen_id,
            row.vacancy_id,
            at=row.created_at,
            application_id=row.pk,
            status=ApplicationStatus(row.status).value,
        )
        for row in made
    )
    return made


def _added(new: list[Application]) -> list[Application]:
    """Return applications that have been written, with their numbers."""
    names = [one.attname for one in Application._meta.concrete_fields]  # noqa: SLF001 - documented
    told = [name for name in names if name not in {"id", "municipality_id"}]
    columns = {name: [getattr(row, name) for row in new] for name in told}
    for row, number in zip(new, add_columns(Application, columns, returning=True), strict=True):
        row.pk = number
    return new


@transaction.atomic
def move_applications(*, moved: Sequence[Moved]) -> int:
    """Let applications come farther; those that are gone or there already stay. Returns how many.

    Each application may be named once.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            _MOVE,
            [
                [one.application_id for one in moved],
                [one.status.value for one in moved],
                [one.at for one in moved],
                current_municipality_id(),
            ],
        )
        rows: list[tuple[int, int, int | None, str, datetime]] = sorted(cursor.fetchall())
    return _record(
        _happened(
            "vacancies.application_moved", citizen, vacancy, at=at, application_id=pk, status=status
        )
        for pk, citizen, vacancy, status, at in rows
    )


@transaction.atomic
def star_many(*, marked: Sequence[Marked]) -> int:
    """Keep advertisements; what is kept already is passed over. Returns how many are new."""
    new = _new(Star, marked)
    add_columns(
        Star,
        {
            "citizen_id": [one.citizen_id for one in new],
            "vacancy_id": [one.vacancy_id for one in new],
            "at": [one.at for one in new],
        },
    )
    return _record(
        _happened("vacancies.starred", one.citizen_id, one.vacancy_id, at=one.at) for one in new
    )


@transaction.atomic
def save_searches(*, searched: Sequence[Searched]) -> list[SavedSearch]:
    """Save searches; one that is saved already stays as it is. Returns the new ones."""
    there = set(
        SavedSearch.objects.filter(citizen_id__in={one.citizen_id for one in searched})
        .order_by()
        .values_list("citizen_id", "query")
    )
    new = {(one.citizen_id, one.query): one for one in reversed(searched)}
    made = SavedSearch.objects.bulk_create(
        [
            SavedSearch(
                citizen_id=one.citizen_id,
                name=one.name,
                query=one.query,
                created_at=one.at,
                opened_at=one.at,
            )
            for key, one in reversed(new.items())
            if key not in there
        ],
        batch_size=_AT_A_TIME,
    )
    _record(
        _happened(
            "vacancies.search_saved", one.citizen_id, None, at=one.created_at, search_id=one.pk
        )
        for one in made
    )
    return made


@transaction.atomic
def hide_many(*, marked: Sequence[Marked]) -> int:
    """Hide advertisements, which are kept no longer; what is hidden stays. Returns how many."""
    new = _new(Hidden, marked)
    Hidden.objects.bulk_create(
        [
            Hidden(
                citizen_id=one.citizen_id,
                vacancy_id=one.vacancy_id,
                at=one.at,
                reason=one.reason,
            )
            for one in new
        ],
        batch_size=_AT_A_TIME,
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM vacancies_star s USING unnest(%s::bigint[], %s::bigint[])"
            " AS n(citizen, vacancy) WHERE s.citizen_id = n.citizen"
            " AND s.vacancy_id = n.vacancy AND s.municipality_id = %s",
            [
                [one.citizen_id for one in new],
                [one.vacancy_id for one in new],
                current_municipality_id(),
            ],
        )
    return _record(
        _happened(
            "vacancies.hidden",
            one.citizen_id,
            one.vacancy_id,
            at=one.at,
            reason=one.reason.value,
        )
        for one in new
    )


def _known(
    model: type[Application | Star | Hidden], rows: Sequence[Logged | Marked]
) -> set[tuple[int, int | None]]:
    """Return which of the pairs of citizen and advertisement are there already."""
    there = model._default_manager.filter(  # noqa: SLF001 - Django's documented name
        citizen_id__in={one.citizen_id for one in rows},
        vacancy_id__in={one.vacancy_id for one in rows if one.vacancy_id is not None},
    )
    return set(there.order_by().values_list("citizen_id", "vacancy_id"))


def _new(model: type[Star | Hidden], marked: Sequence[Marked]) -> list[Marked]:
    known, new = _known(model, marked), []
    for one in marked:
        if (one.citizen_id, one.vacancy_id) not in known:
            known.add((one.citizen_id, one.vacancy_id))
            new.append(one)
    return new


def _happened(
    kind: str, citizen_id: int, vacancy_id: int | None, *, at: datetime, **data: object
) -> Happened:
    facts = data if vacancy_id is None else {"vacancy_id": vacancy_id, **data}
    return Happened(kind=kind, at=at, citizen_id=citizen_id, actor_id=citizen_id, data=facts)


def _record(happened: Iterable[Happened]) -> int:
    return events.record_many(list(happened))
