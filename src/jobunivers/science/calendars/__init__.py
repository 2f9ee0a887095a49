# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times as Danish clocks and weeks show them, and as calendars exchange them."""

from jobunivers.science.calendars.clocks import (
    COPENHAGEN,
    NoSuchTime,
    Period,
    moment,
    periods,
)
from jobunivers.science.calendars.files import Appointment, CalendarFile, ics
from jobunivers.science.calendars.weeks import NoSuchWeek, Week, week_named, week_of

__all__ = [
    "COPENHAGEN",
    "Appointment",
    "CalendarFile",
    "NoSuchTime",
    "NoSuchWeek",
    "Period",
    "Week",
    "ics",
    "moment",
    "periods",
    "week_named",
    "week_of",
]
