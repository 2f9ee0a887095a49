# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers as sources write them: points on the map, weekly hours, CVR, counts, pay."""

import math
import re

from jobunivers.integrations.jobads.values.notes import Notes
from jobunivers.integrations.jobads.values.text import as_text, line

_NUMBER = re.compile(r"^[+-]?(?:\d{1,6}(?:[.,]\d{1,20})?|[.,]\d{1,20})$")
# Europe with Iceland, the Faroes, the Canaries and Cyprus; Greenland belongs to the Kingdom.
_EUROPE = (27.0, 72.0, -32.0, 45.0)  # south, north, west, east
_GREENLAND = (59.0, 84.0, -74.0, -10.0)
_MOST_HOURS = 80.0  # a week; more is a month, a year or an error
_HOURS = re.compile(
    r"(?<![\d.,:])(\d{1,3}(?:[.,]\d{1,2})?)"
    r"(?:\s*(?:-|–|til|to|og|and|à)\s*(\d{1,3}(?:[.,]\d{1,2})?))?"
    r"\s*(?:t(?:imer|\.)?(?=[\s/.,;)]|$)|hours?\b|hrs?\b|h(?=[\s/.,;)]|$))"
    r"(?!\s*(?:/|pr\.?|per|om|i|a|each)?\s*(?:måned|mdr|md\b|month|år|year|dag|day|døgn))",
    re.IGNORECASE,
)
_SALARY_LIMIT = 200


def number(value: object) -> float | None:
    """Return a number, also from "55,7" and "-.26"; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        try:
            found = float(value)
        except OverflowError:
            return None
        return found if math.isfinite(found) else None
    text = as_text(value).strip()
    return float(text.replace(",", ".")) if _NUMBER.match(text) else None


def point(latitude: object, longitude: object, notes: Notes) -> tuple[float | None, float | None]:
    """Return WGS84 degrees, or two None with a warning that says why.

    Zeros are what systems write for "unknown". A point outside Europe that lies in Europe when its
    two numbers change places, has had them swapped; any other outside Europe is dropped.
    """
    if latitude in (None, "") and longitude in (None, ""):
        return None, None
    north, east = number(latitude), number(longitude)
    if north is None or east is None:
        notes.add("coordinates_unreadable")
    elif north == 0 and east == 0:
        notes.add("coordinates_zero")
    elif _in_europe(north, east):
        return north, east
    elif _in_europe(east, north):
        notes.add("coordinates_swapped")
        return east, north
    else:
        notes.add("coordinates_outside_europe")
    return None, None


def _in_europe(north: float, east: float) -> bool:
    return any(
        south <= north <= top and west <= east <= right
        for south, top, west, right in (_EUROPE, _GREENLAND)
    )


def weekly_hours(value: object, notes: Notes) -> tuple[float | None, float | None]:
    """Return the least and most hours a week of 37, "37 timer", "15-20 t/ugen" or an object.

    A text without hours in it ("Fuldtid", "8-16", "efter aftale") gives two None and no warning.
    """
    if isinstance(value, dict):
        low, high = number(value.get("minValue")), number(value.get("maxValue"))
        if low is None and high is None:
            return weekly_hours(value.get("value"), notes)
    elif (alone := number(value)) is not None:
        low = high = alone
    else:
        match = _HOURS.search(line(value, notes))
        if match is None:
            return None, None
        low, high = number(match[1]), number(match[2] or match[1])
    low, high = (high if low is None else low), (low if high is None else high)
    if low is None or high is None:
        return None, None
    low, high = min(low, high), max(low, high)
    if not 0 < high <= _MOST_HOURS or low < 0:
        if high:
            notes.add("hours_impossible")
        return None, None
    return low, high


def cvr(value: object, notes: Notes) -> str:
    """Return a Danish company number's eight digits, from a number, "12 34 56 78" or "DK…"."""
    text = re.sub(r"[\s.\-]", "", as_text(value)).upper().removeprefix("CVR").lstrip(":")
    text = text.removeprefix("DK")
    if not text.strip("0"):
        return ""
    if len(text) == 8 and text.isascii() and text.isdigit() and text[0] != "0":  # noqa: PLR2004
        return text
    notes.add("cvr_invalid")
    return ""


def positions(value: object, notes: Notes) -> int:
    """Return how many people are sought: 1 when the source does not say or says nonsense."""
    if value in (None, ""):
        return 1
    found = number(value)
    if found is None or not 1 <= found <= 10_000:  # noqa: PLR2004 - no advertisement seeks more
        notes.add("positions_unreadable")
        return 1
    return int(found)


def salary(value: object, notes: Notes, currency: str = "") -> str:
    """Return pay as text, as near as can be to how the source wrote it; never interpreted."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if not isinstance(value, dict):
        text = line(value, notes, _SALARY_LIMIT)
        return f"{text} {currency}".strip() if text[-1:].isdigit() else text
    currency = line(value.get("currency"), notes, 20) or currency
    inner = value.get("value")
    if isinstance(inner, dict):
        inner = {"currency": currency, **inner}
        return salary(inner, notes)
    said = line(inner, notes, _SALARY_LIMIT)
    if any(char.isalpha() for char in said):
        return said  # "£31,365 - £37,890 per annum", "negotiable"
    low, high = line(value.get("minValue"), notes, 50), line(value.get("maxValue"), notes, 50)
    span = said or (f"{low}–{high}" if low and high and low != high else low or high)
    unit = line(value.get("unitText"), notes, 20).lower()
    if not span:
        return ""
    return " ".join(part for part in (span, currency, f"/ {unit}" if unit else "") if part)
