# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What Min side shows of her week."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import diary, tiles
from jobunivers.foundation.tiles import Asking
from jobunivers.rooms.week.queries.weeks import Line, WeekPage, week_page_of
from jobunivers.science.calendars import Week, week_of

_LINES_A_DAY = 2


@dataclass(frozen=True, slots=True)
class TileDay:
    """A day of the tile: its first lines, and how many more there are."""

    day: date
    today: bool
    lines: list[Line]
    more: int


def register() -> None:
    """Offer the tile."""
    tiles.register(
        tiles.Tile(
            code="week.week",
            name=_("Min uge"),
            about=_("Hvad der sker i denne uge, dag for dag."),
            template="week/tile.html",
            load=load,
            asks=asks,
            wide=False,
            simple=True,
        )
    )


def asks(asking: Asking) -> None:
    """Say what the rooms must be asked of this week."""
    week = _week(asking)
    found = diary.questions(citizen_id=asking.citizen_id, first=week.first, after=week.after)
    for name, question in found.items():
        asking.wants(f"week.{name}", question)


def load(asking: Asking) -> Mapping[str, Any]:
    """Return the days of this week that have something, today and later."""
    page = _page(asking)
    days = [
        TileDay(
            day.day,
            day.today,
            day.lines[:_LINES_A_DAY],
            day.more + max(0, len(day.lines) - _LINES_A_DAY),
        )
        for day in page.days
        if day.lines and not day.past
    ]
    return {"week": page.week, "days": days}


def _week(asking: Asking) -> Week:
    return week_of(timezone.localdate(asking.at))


def _page(asking: Asking) -> WeekPage:
    week = _week(asking)
    entries = diary.read(
        lambda name: asking.rows(f"week.{name}"),
        citizen_id=asking.citizen_id,
        first=week.first,
        after=week.after,
        language=asking.language,
    )
    return week_page_of(entries, week=week, at=asking.at)
