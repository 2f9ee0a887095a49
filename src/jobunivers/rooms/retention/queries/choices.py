# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the kommune has chosen, and what it may choose."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap.rules import RETENTIONS, Clock, Retention, Then
from jobunivers.rooms.retention.models import END, LEFT, Choice

DAYS = "days:"


@dataclass(frozen=True, slots=True)
class Number:
    """A number the kommune may choose, with its bounds."""

    code: str
    name: Promise | str
    value: int
    least: int
    most: int


NUMBERS = {
    one.code: one
    for one in (
        Number("people_above", _("En anden skal sige ja, når flere personer end"), 50, 0, 100_000),
        Number(
            "aged_above",
            _("En anden skal sige ja, når flere gamle rækker end"),
            200_000,
            0,
            1_000_000_000,
        ),
        Number(
            "epsilon_thousandths",
            _("Budget for tal med støj om året, i tusindedele"),
            1_000,
            0,
            10_000,
        ),
    )
}


def choosable() -> dict[str, Retention]:
    """Return the retentions whose days a kommune may choose."""
    return {
        code: one
        for code, one in RETENTIONS.items()
        if one.clock is not Clock.NEVER and one.then is not Then.KEEP
    }


def bounds(code: str) -> tuple[int, int] | None:
    """Return the least and the most that may be chosen; None: there is no such choice."""
    if code in NUMBERS:
        return NUMBERS[code].least, NUMBERS[code].most
    one = choosable().get(code.removeprefix(DAYS)) if code.startswith(DAYS) else None
    return (one.least, one.most) if one else None


def in_force(on: date | None = None) -> dict[str, int]:
    """Return the numbers chosen that hold on a day (today), by code; what was never chosen is not.

    One question.
    """
    day = on or timezone.localdate()
    rows = (
        Choice.objects.filter(from_on__lte=day)
        .order_by("code", "-from_on", "-pk")
        .distinct("code")
        .values_list("code", "value")
    )
    return dict(rows)


def chosen() -> dict[str, int]:
    """Return the days chosen, by the code of the retention; what `keeping.chosen_days` asks."""
    return _days(in_force())


def _days(held: Mapping[str, int]) -> dict[str, int]:
    return {code.removeprefix(DAYS): value for code, value in held.items() if code.startswith(DAYS)}


def days_on(day: date) -> dict[str, int]:
    """Return the days of every retention that count for deletion on a day, with `END`, `LEFT`.

    As the database's function finds them: never fewer than the least.
    """
    held = _days(in_force(day))
    days = {code: max(one.least, held.get(code, one.days)) for code, one in RETENTIONS.items()}
    days[END] = max(days[code] for code in of_clock(Clock.JOURNEY))
    days[LEFT] = max(days[code] for code in of_clock(Clock.LEFT))
    return days


def of_clock(clock: Clock) -> list[str]:
    """Return the codes of the retentions that count from one thing."""
    return [code for code, one in RETENTIONS.items() if one.clock is clock]


def number(code: str, on: date | None = None) -> int:
    """Return a number of `NUMBERS` as it holds."""
    return in_force(on).get(code, NUMBERS[code].value)


def steps(day: date) -> dict[str, int]:
    """Return the steps by which a citizen goes, and the days to each.

    What goes on the same day as the last of her goes with the last.
    """
    days = days_on(day)
    first = {code: days[code] for code in of_clock(Clock.JOURNEY) if days[code] < days[END]}
    return {**first, END: days[END]}
