# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the rules look at: numbers and days of one citizen. Unknown is None, and holds no rule."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenFacts:
    """One citizen who is out of work, as she is known on a day.

    Nothing of her health, sex, origin or chance of work is here, and no rule can ask for it.
    """

    citizen: int
    today: date
    out_since: date
    absent: bool = False
    absent_until: date | None = None  # the first day she is back
    days_inactive: int | None = None  # days of absence are not counted
    unanswered: int = 0  # pushes in a row
    unanswered_since: date | None = None  # the first of them
    first_applied: date | None = None
    last_applied: date | None = None
    applications90: int = 0
    interviews180: int = 0
    first_interview: date | None = None  # of those in 180 days
    last_interview: date | None = None
    last_offer: date | None = None
    open_offer: date | None = None  # an application stands as offered since then
    activities_ahead: int = 0
    goals_open: int = 0
    finished_on: date | None = None  # the newest course, internship or other activity
    overdue_since: date | None = None  # the oldest day that has passed
    overdue: int = 0
    requirements_fixed: bool = False
