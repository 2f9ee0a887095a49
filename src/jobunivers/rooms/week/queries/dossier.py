# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her week in staff's one view of a citizen: what stands fixed, today and the days after."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy

from jobunivers.foundation import diary, together
from jobunivers.rooms.week.queries.weeks import week_page_of
from jobunivers.science.calendars import Week, week_of
from jobunivers.trust import dossier
from jobunivers.trust.dossier import Part, Showing

CODE = "week.week"
_DAYS_LINES = 4


def offer() -> None:
    """Offer this week as a part. A week is what is ahead, so the print leaves it out."""
    dossier.offer(
        Part(
            code=CODE,
            name=gettext_lazy("Denne uge"),
            order=42,
            looks=("week",),
            template="week/dossier.html",
            ask=_ask,
            load=_load,
            printed=False,
            half=True,
        )
    )


def _week(showing: Showing) -> Week:
    return week_of(timezone.localdate(showing.at))


def _questions(showing: Showing) -> diary.Questions:
    week = _week(showing)
    return diary.questions(citizen_id=showing.citizen_id, first=week.first, after=week.after)


def _ask(showing: Showing) -> list[together.Question]:
    asked = _questions(showing)
    showing.answers.update({f"{CODE}.{name}": (one,) for name, one in asked.items()})
    return list(asked.values())


def _load(showing: Showing) -> dict[str, Any]:
    """Return the days that have something fixed; what is only suggested is hers to choose."""
    week = _week(showing)
    entries = diary.read(
        lambda name: showing.answers[f"{CODE}.{name}"][0],
        citizen_id=showing.citizen_id,
        first=week.first,
        after=week.after,
        language=showing.language,
    )
    page = week_page_of(entries, week=week, at=showing.at)
    days = [(one, one.lines[:_DAYS_LINES]) for one in page.days if one.lines]
    return {"week": week, "days": days}
