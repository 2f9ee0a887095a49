# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The nightly table of open positions and job seekers, as it is kept and as it is read again."""

from datetime import date, timedelta

from jobunivers.rooms.tailored.models import DemandFigures
from jobunivers.science.demand import Balance, GroupRow, Table

DEPTH = 3
"""Digits of the ISCO groups that are kept: "222" nurses, not each of its titles."""
TREND_DAYS = 28
"""A trend is against four weeks ago: the same day of the week, and most of what is open is new."""


def row_as_list(row: GroupRow) -> list[object]:
    """Return a row as it is kept; the names of its parts would be most of the table."""
    held = row.balance
    return [
        row.group,
        row.region,
        row.vacancies,
        held.positions,
        held.squares,
        held.seekers,
        held.ratio,
        held.low,
        held.high,
        held.label,
        held.trend,
        [list(pair) for pair in row.elsewhere],
    ]


def table_of(figures: DemandFigures) -> Table:
    """Return the table of a night."""
    return Table(
        tuple(
            GroupRow(group, region, vacancies, Balance(*balance), tuple(map(tuple, elsewhere)))
            for group, region, vacancies, *balance, elsewhere in figures.rows
        ),
        (),
    )


def table_before(today: date) -> Table | None:
    """Return the newest table that is at least four weeks old."""
    rows = DemandFigures.objects.filter(day__lte=today - timedelta(days=TREND_DAYS))
    found = rows.order_by("-day").first()
    return table_of(found) if found else None


def newest() -> DemandFigures | None:
    """Return the newest night's table; None before the first night."""
    return DemandFigures.objects.order_by("-day").first()
