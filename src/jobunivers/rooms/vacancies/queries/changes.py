# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Following the rows: what has changed since a change number, for every projection of them."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from datetime import datetime

from django.db import connection
from django.db.models import Q

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.vacancies.models import ImportRun, Vacancy

_AT_A_TIME = 1000


def rows_of(municipality_id: int | None) -> Q:
    """Return the condition that rows are a kommune's own, or of the whole country."""
    if municipality_id is None:
        return Q(municipality__isnull=True)
    return Q(municipality_id=municipality_id)


def owners() -> list[int | None]:
    """Return whose rows there may be: the whole country's, and each opened kommune's own."""
    return [None, *tenancy.opened().order_by("pk").values_list("pk", flat=True)]


def changed(
    owner: int | None,
    *,
    since: int,
    newest: int,
    fields: Sequence[str],
    related: Sequence[str] = (),
    only_open: bool = False,
) -> Iterator[list[Vacancy]]:
    """Yield the owner's rows changed since, up to `newest`, in order of change, some at a time."""
    last = since
    while True:
        # The manager asks whose rows when the query is made, so it is made inside.
        with nullcontext() if owner is None else working_for(owner):
            rows = Vacancy.objects.filter(rows_of(owner), change__gt=last, change__lte=newest)
            if only_open:
                rows = rows.filter(closed_at=None, duplicate_of=None)
            if related:
                rows = rows.select_related(*related)
            page = rows.only(*fields).order_by("change", "pk")
            found = list(page[:_AT_A_TIME])
        if not found:
            return
        yield found
        last = found[-1].change


def is_shown(row: Vacancy, *, at: datetime) -> bool:
    """Say whether an advertisement is open, and is not another one's copy."""
    return row.closed_at is None and row.duplicate_of_id is None and row.expires_at > at


def database_mark() -> str:
    """Return what tells this database, in its present life, from any other or a restored one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT d.oid::text || '.' || 'vacancies_vacancy'::regclass::oid::text"
            " FROM pg_database d WHERE d.datname = current_database()"
        )
        (here,) = cursor.fetchone()
    first = ImportRun.objects.filter(rows_of(None)).order_by("pk").first()
    return f"{here}.{first.started_at.isoformat() if first else ''}"
