# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How it goes with very many people's applications, as columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jobunivers.foundation.columns import Doubles, Ints, read_columns
from jobunivers.foundation.tenancy import current_municipality_id

APPLICATION_DAYS, INTERVIEW_DAYS = 90, 180
# An offer without a day is as old as the last change of its entry. Withdrawn ones were sent too.
_JOBLOG = """
    SELECT a.citizen_id AS citizen,
        min(a.applied_on) - DATE '1970-01-01' AS first_applied,
        max(a.applied_on) - DATE '1970-01-01' AS last_applied,
        count(*) FILTER (WHERE a.applied_on > %(applied)s) AS applications,
        max(coalesce(a.answered_on, a.changed_at::date)) FILTER (WHERE a.status = 'offer')
            - DATE '1970-01-01' AS offer
    FROM vacancies_application a
    WHERE a.municipality_id = %(kommune)s AND a.status <> 'planned' AND a.applied_on <= %(today)s
        AND (%(ids)s::bigint[] IS NULL OR a.citizen_id = ANY(%(ids)s::bigint[]))
    GROUP BY a.citizen_id
"""
# A talk is known by its own row, or by the state of the application alone: one of an application
# either way.
_TALKS = """
    SELECT citizen, count(*) AS many, min(day) - DATE '1970-01-01' AS first,
        max(day) - DATE '1970-01-01' AS last
    FROM (
        SELECT i.citizen_id AS citizen, i.on AS day
        FROM vacancies_interview i
        WHERE i.municipality_id = %(kommune)s AND i.cancelled_at IS NULL
            AND i.on > %(talked)s AND i.on <= %(today)s
            AND (%(ids)s::bigint[] IS NULL OR i.citizen_id = ANY(%(ids)s::bigint[]))
        UNION ALL
        SELECT a.citizen_id, coalesce(a.answered_on, a.changed_at::date)
        FROM vacancies_application a
        WHERE a.municipality_id = %(kommune)s AND a.status IN ('interview', 'offer')
            AND coalesce(a.answered_on, a.changed_at::date) > %(talked)s
            AND coalesce(a.answered_on, a.changed_at::date) <= %(today)s
            AND (%(ids)s::bigint[] IS NULL OR a.citizen_id = ANY(%(ids)s::bigint[]))
            AND NOT EXISTS (SELECT FROM vacancies_interview i
                WHERE i.application_id = a.id AND i.cancelled_at IS NULL)
    ) AS talks GROUP BY citizen
"""


@dataclass(frozen=True, slots=True)
class Joblogs:
    """One row a citizen who has applied; days since 1970, NaN: never.

    `applications` are those of the last 90 days; `offer`: the newest that stands as offered.
    """

    ids: Ints
    first_applied: Doubles
    last_applied: Doubles
    applications: Ints
    offer: Doubles


@dataclass(frozen=True, slots=True)
class Talks:
    """One row a citizen who had talks with employers in 180 days: how many, first and last day."""

    ids: Ints
    many: Ints
    first: Ints
    last: Ints


def joblogs(*, today: date, ids: Sequence[int] | None = None) -> Joblogs:
    """Return how it goes with everybody's applications in the kommune, or with these people's."""
    whole, numbers = read_columns(
        _JOBLOG,
        _asked(today, ids),
        ints=("citizen", "applications"),
        doubles=("first_applied", "last_applied", "offer"),
    )
    return Joblogs(
        whole["citizen"],
        numbers["first_applied"],
        numbers["last_applied"],
        whole["applications"],
        numbers["offer"],
    )


def talks(*, today: date, ids: Sequence[int] | None = None) -> Talks:
    """Return everybody's talks with employers in the last 180 days, or these people's."""
    names = ("citizen", "many", "first", "last")
    whole, _ = read_columns(_TALKS, _asked(today, ids), ints=names)
    return Talks(*(whole[name] for name in names))


def _asked(today: date, ids: Sequence[int] | None) -> dict[str, object]:
    return {
        "kommune": current_municipality_id(),
        "ids": None if ids is None else [int(one) for one in ids],
        "today": today,
        "applied": today - timedelta(days=APPLICATION_DAYS),
        "talked": today - timedelta(days=INTERVIEW_DAYS),
    }
