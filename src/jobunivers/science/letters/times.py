# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days and times of day as letters write them, in Danish and English."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_DANISH_TIME = ZoneInfo("Europe/Copenhagen")
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH = (
    r"(jan(?:uar|uary)?|feb(?:ruar|ruary)?|mar(?:ts|ch)?|apr(?:il)?|maj|may|june?|juni|july?|juli|"
    r"aug(?:ust)?|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_FORMS = (
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:\.|st|nd|rd|th)?\s*(?:of\s+)?(?P<m>{_MONTH})\b\.?"
               rf"(?:[\s,]+(?P<y>20\d\d))?", re.IGNORECASE),
    re.compile(rf"\b(?P<m>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b"
               rf"(?:[\s,]+(?P<y>20\d\d))?", re.IGNORECASE),
    re.compile(r"\b(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b"),
    re.compile(r"\b(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>20\d\d)\b"),
    re.compile(r"\b(?:d\.|den)\s*(?P<d>\d{1,2})[./](?P<m>\d{1,2})\b"),
)  # fmt: skip
_CLOCK = re.compile(
    r"(?:\bkl(?:okken|\.)?\s*|\bat\s+|\bfra\s+|\bfrom\s+|@\s*)(\d{1,2})(?:[.:](\d\d))?\s*(am|pm)?"
    r"(?:\s*(?:-|–|til|to|until)\s*(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d\d))?\s*(am|pm)?)?",
    re.IGNORECASE,
)
_START = re.compile(r"^DTSTART[^:\n]*:(\d{8})(?:T(\d{6})(Z?))?", re.MULTILINE)
_END = re.compile(r"^DTEND[^:\n]*:(\d{8})(?:T(\d{6})(Z?))?", re.MULTILINE)
_AN_HOUR = timedelta(hours=1)
_A_DAY = timedelta(days=1)
_BACK, _AHEAD = timedelta(days=120), timedelta(days=245)
_NOON, _HOURS = 12, 24

Talk = tuple[date, datetime | None, datetime | None]


def day_in(text: str, near: date) -> date | None:
    """Return the first day that a text names; without a year the one closest to `near`."""
    found: list[tuple[int, date]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            day = _day(match["d"], match["m"], match.groupdict().get("y"), near)
            if day is not None:
                found.append((match.start(), day))
    return min(found)[1] if found else None


def _day(day: str, month: str, year: str | None, near: date) -> date | None:
    number = int(month) if month.isdigit() else _MONTHS[month[:3].lower()]
    years = [int(year)] if year else [near.year, near.year + 1, near.year - 1]
    for one in years:
        try:
            found = date(one, number, int(day))
        except ValueError:
            continue
        if year or near - _BACK <= found <= near + _AHEAD:
            return found
    return None


def talk_in(sentences: list[str], calendar: str, near: date) -> Talk | None:
    """Return when the letter says that they meet: the day, and both times where it says one.

    A calendar file in the letter is believed first. Of the sentences, the first one that names a
    day from `near` on and a time of day; else the first that names such a day beside the word for
    a talk. A time without an end lasts an hour.
    """
    booked = _booked(calendar)
    if booked is not None:
        return booked
    days = [(one, day) for one in sentences if (day := day_in(one, near)) and day >= near]
    for sentence, day in days:
        times = clock_in(sentence)
        if times is not None:
            return day, *_moments(day, *times)
    for sentence, day in days:
        if re.search(r"samtale|interview|møde\b|meeting", sentence, re.IGNORECASE):
            return day, None, None
    return None


def clock_in(text: str) -> tuple[time, time | None] | None:
    """Return the first time of day in a text, and the one it lasts until."""
    for match in _CLOCK.finditer(text):
        begins = _time(match[1], match[2], match[3] or match[6])
        if begins is not None:
            return begins, _time(match[4], match[5], match[6])
    return None


def _time(hour: str | None, minute: str | None, half: str | None) -> time | None:
    if hour is None:
        return None
    whole = int(hour)
    if half and whole <= _NOON:
        whole = whole % _NOON + (_NOON if half.lower() == "pm" else 0)
    minutes = int(minute or 0)
    return time(whole, minutes) if whole < _HOURS and minutes < 60 else None  # noqa: PLR2004


def _moments(day: date, begins: time, ends: time | None) -> tuple[datetime, datetime]:
    starts_at = datetime.combine(day, begins, _DANISH_TIME)
    if ends is not None and ends > begins:
        return starts_at, datetime.combine(day, ends, _DANISH_TIME)
    return starts_at, starts_at + _AN_HOUR


def _booked(calendar: str) -> Talk | None:
    """Return the first event of a calendar file; its times are Danish unless it says UTC."""
    event = calendar[calendar.find("BEGIN:VEVENT") :] if "BEGIN:VEVENT" in calendar else ""
    starts = _start(_START.search(event))
    if starts is None:
        return None
    ends = _start(_END.search(event))
    if isinstance(starts, datetime):
        later = ends if isinstance(ends, datetime) and starts < ends else starts + _AN_HOUR
        if later - starts > _A_DAY:
            later = starts + _AN_HOUR
        return starts.astimezone(_DANISH_TIME).date(), starts, later
    return starts, None, None


def _start(match: re.Match[str] | None) -> datetime | date | None:
    if match is None:
        return None
    try:
        if match[2] is None:
            return datetime.strptime(match[1], "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
        said = datetime.strptime(match[1] + match[2], "%Y%m%d%H%M%S")  # noqa: DTZ007 - zone follows
    except ValueError:
        return None
    return said.replace(tzinfo=UTC if match[3] else _DANISH_TIME)
