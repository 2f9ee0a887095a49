# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dates as sources write them: ISO, Danish, RFC 2822, epoch; the impossible becomes None."""

import re
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from jobunivers.integrations.jobads.values.notes import Notes
from jobunivers.integrations.jobads.values.text import as_text

# Advertisements outside these years are typing errors (or 0001-01-01, an empty .NET date).
FIRST_YEAR, LAST_YEAR = 1990, 2100
_EPOCH_SECONDS = re.compile(r"^\d{9,10}$")
_EPOCH_MILLISECONDS = re.compile(r"^\d{12,13}$")
_DOT_NET = re.compile(r"^/Date\((-?\d{1,14})(?:[+-]\d{4})?\)/$")
_NUMERIC = re.compile(
    r"^(?:\w+\.?,?\s+)?(?:d\.?\s*)?(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./\s-]\s?(\d{4}|\d{2})"
    r"(?:,?\s+(?:kl\.?\s*)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?$"
)
_WORDED = re.compile(
    r"^(?:\w+\s+)?(?:d(?:en)?\.?\s*)?(\d{1,2})\.?\s+([a-zæøå]{3,9})\.?,?\s+(\d{4})"
    r"(?:,?\s+(?:kl\.?\s*)?(\d{1,2})[:.](\d{2}))?$"
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mar", "apr", "maj may mai", "jun", "jul", "aug", "sep", "okt oct", "nov",
         "dec des"), start=1,
    )
    for name in names.split()
}  # fmt: skip
# "No date" in words, and the days that systems write for it (.NET, SQL Server).
_OPEN = re.compile(
    r"^(?:na|n/a|none|null|nil|nan|-+|0|(?:0001|1900)-01-01.*)$"
    r"|^\D*(?:snarest|løbende|fortløpende|fortøpende|hurtigst|asap|as soon|ongoing|avtale|aftale"
    r"|ingen|straks)\D*$",
    re.IGNORECASE,
)
_RFC_2822 = re.compile(r"^[A-Za-z]{3},\s*\d|^\d{1,2} [A-Z][a-z]{2} \d{4} \d")


def moment(
    value: object, name: str, notes: Notes, zone: ZoneInfo, *, end_of_day: bool = False
) -> datetime | None:
    """Return a point in time with time zone, or None with the warning "<name>_unreadable".

    A time without zone is in `zone`. A day without time begins at 00:00, or with `end_of_day`
    ends at 23:59:59. "Snarest" and its like mean that there is no date, and are no error.
    """
    text = as_text(value).strip()
    if not text or _OPEN.match(text):
        return None
    try:
        found, day_only = _parse(text)
        if not FIRST_YEAR <= found.year <= LAST_YEAR:
            notes.add(f"{name}_impossible")
            return None
        if day_only and end_of_day:
            found = datetime.combine(found.date(), time(23, 59, 59), found.tzinfo)
        if found.tzinfo is None:
            found = found.replace(tzinfo=zone)
        found.astimezone(UTC)  # an offset beyond a day fails here and not later
    except (ValueError, OverflowError, OSError) as error:
        notes.add(f"{name}_{'impossible' if isinstance(error, _ImpossibleError) else 'unreadable'}")
        return None
    return found


def day(value: object, name: str, notes: Notes, zone: ZoneInfo) -> date | None:
    """Return a calendar day, or None with the warning "<name>_unreadable".

    "2026-08-26T22:00:00Z" is what a program in Denmark writes for 27 August, so a time in UTC is
    read in `zone`; but an end of day (23:59) belongs to the day that it ends.
    """
    found = moment(value, name, notes, zone)
    if found is None:
        return None
    if found.utcoffset() == timedelta(0) and (found.hour, found.minute) != (23, 59):
        return found.astimezone(zone).date()
    return found.date()


class _ImpossibleError(ValueError):
    """A date that is understood and does not exist, such as 31 February."""


def _parse(text: str) -> tuple[datetime, bool]:  # noqa: PLR0911 - one for each way to write
    """Return the time and whether only a day was given."""
    if _EPOCH_SECONDS.match(text):
        return datetime.fromtimestamp(int(text), UTC), False
    if _EPOCH_MILLISECONDS.match(text):
        return datetime.fromtimestamp(int(text) / 1000, UTC), False
    if match := _DOT_NET.match(text):
        return datetime.fromtimestamp(int(match[1]) / 1000, UTC), False
    if match := _NUMERIC.match(text.lower()):
        day_number, month, year, *clock = match.groups()
        return _build(year, month, day_number, clock)
    if match := _WORDED.match(text.lower()):
        day_number, word, year, *clock = match.groups()
        return _build(year, str(_MONTHS.get(word[:3], 0)), day_number, clock)
    if _RFC_2822.match(text):
        return parsedate_to_datetime(text), False
    return _iso(text)


_ISO_START = re.compile(r"^\d{4}-?\d{2}-?\d{2}(?:$|[T\s])")


def _iso(text: str) -> tuple[datetime, bool]:
    # "2020-11-15T23:59:59.1234567Z", "2020-11-15 23:59:59 +0100": what fromisoformat refuses
    text = re.sub(r"\s+(?=[+-]\d{2}:?\d{2}$|Z$)", "", text)
    text = re.sub(r"\[[\w/]+\]$", "", text).replace("/", "-")
    text = re.sub(r"T24:00(:00)?", "T23:59:59", text)
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        if _ISO_START.match(text):
            raise _ImpossibleError from error
        raise
    return found, len(text) <= len("2020-01-01")


def _build(
    year: str, month: str, day_number: str, clock: list[str | None]
) -> tuple[datetime, bool]:
    full = int(year) + (2000 if len(year) == 2 else 0)  # noqa: PLR2004 - two digits
    hour, minute, second = (int(part or 0) for part in [*clock, None, None, None][:3])
    try:
        # Danes write the day first; only a month over 12 shows that somebody else wrote it.
        if int(month) > 12 >= int(day_number):  # noqa: PLR2004 - twelve months
            month, day_number = day_number, month
        found = date(full, int(month), int(day_number))
        return datetime.combine(found, time(hour, minute, second)), clock[0] is None
    except ValueError as error:
        raise _ImpossibleError from error
