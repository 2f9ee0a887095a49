# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How advertisements say dates, wages and numbers, in Danish and English."""

import random
from datetime import date

from jobunivers.simulator.words import Occupation

MONTHS_DA = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS_DA = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
STREETS = (
    "Industrivej", "Nørregade", "Skolegade", "Stationsvej", "Vestergade", "Østergade", "Møllevej",
    "Havnegade", "Søndergade", "Ringvejen", "Kirkevej", "Erhvervsparken", "Tværgade", "Birkevej",
    "Engvej", "Bredgade", "Lundevej", "Parkvej", "Fabriksvej", "Mejerivej",
)  # fmt: skip
TONGUES_DA = ("seks", "ni", "elleve", "fjorten", "sytten")
TONGUES_EN = ("six", "nine", "eleven", "fourteen", "seventeen")
MANY_DA = ("20.000", "60.000", "150.000", "400.000", "over 3.000", "mere end 10.000")
MANY_EN = ("20,000", "60,000", "150,000", "400,000", "more than 3,000", "more than 10,000")
SMALL_DA = ("tre", "fire", "fem", "seks", "syv", "otte", "ni")
SMALL_EN = ("three", "four", "five", "six", "seven", "eight", "nine")
# Thousand kroner a month by ISCO major group: rough, and only for show.
_MONTHLY = {"1": 42, "2": 36, "3": 30, "4": 28, "5": 25, "6": 26, "7": 30, "8": 27, "9": 25}
_HOURS_A_MONTH = 160.33  # a full-time month in Danish agreements: 37 × 52 / 12


def wage(rng: random.Random, occupation: Occupation, language: str) -> str:
    """Return a stated wage in words."""
    month = _MONTHLY[occupation.isco[0]] + int(6 * rng.random())
    if occupation.isco.startswith("221"):
        month += 20
    if occupation.hours[0] < 30 or rng.random() < 0.2:
        hourly = round(month * 1000 / _HOURS_A_MONTH)
        return f"{hourly} kr. i timen" if language == "da" else f"DKK {hourly} an hour"
    if language == "da":
        return f"{month}.000-{month + 4}.000 kr. om måneden"
    return f"DKK {month},000-{month + 4},000 a month"


def not_christmas(day: date) -> date:
    """Return the day, or the last working day before Christmas when it falls in the holiday."""
    return day.replace(day=22) if day.month == 12 and 23 <= day.day <= 27 else day


def remote_days(share: float | None, *, danish: bool) -> str:
    """Return how many days a week a share of work from home is, in words."""
    days = max(1, round((share or 0.2) * 5))
    if danish:
        return f"{('en', 'to', 'tre', 'fire', 'fem')[days - 1]} {'dag' if days == 1 else 'dage'}"
    return f"{('one', 'two', 'three', 'four', 'five')[days - 1]} {'day' if days == 1 else 'days'}"


def spoken(day: date, form: int, *, danish: bool) -> str:
    """Return the date as advertisements write it."""
    if not danish:
        month = MONTHS_EN[day.month - 1]
        return (f"{day.day} {month}", f"{day.day} {month} {day.year}",
                f"{DAYS_EN[day.weekday()]} {day.day} {month}")[form % 3]  # fmt: skip
    month = MONTHS_DA[day.month - 1]
    return (
        f"den {day.day}. {month}",
        f"den {day.day}. {month} {day.year}",
        f"{DAYS_DA[day.weekday()]} den {day.day}. {month}",
        f"{DAYS_DA[day.weekday()]} den {day.day}. {month} kl. 12",
        f"den {day.day}/{day.month}-{day.year}",
    )[form]
