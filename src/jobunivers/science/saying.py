# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What rules say to people: a text in two languages, and time as people count it."""

from collections.abc import Mapping
from dataclasses import dataclass

Value = int | str
"""A number, a name of a thing, or a day as ISO text: what is kept of a fact."""
Made = Mapping[str, Value]
_MONTH = 365.25 / 12
# Nobody counts further in days, or further in months.
_MOST_DAYS, _MOST_MONTHS = 60, 23
_UNITS = {
    "da": (("dag", "dage"), ("måned", "måneder"), ("år", "år"), "og"),
    "en": (("day", "days"), ("month", "months"), ("year", "years"), "and"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Danish and English; {names} are facts, and {time} is the days among them."""

    da: str
    en: str

    def said(self, language: str, facts: Made) -> str:
        """Return the text in a language with the facts in it."""
        known = dict(facts)
        if isinstance(days := facts.get("days"), int):
            known["time"] = time_in_words(days, language)
        return (self.en if language == "en" else self.da).format(**known)


def time_in_words(days: int, language: str) -> str:
    """Return how long it is as people say it: `14 dage`, `7 måneder`, `2 år og 1 måned`."""
    day, month, year, also = _UNITS["en" if language == "en" else "da"]
    if days <= _MOST_DAYS:
        return _counted(days, day)
    months = round(days / _MONTH)
    if months <= _MOST_MONTHS:
        return _counted(months, month)
    years, rest = divmod(months, 12)
    whole = _counted(years, year)
    return f"{whole} {also} {_counted(rest, month)}" if rest else whole


def _counted(number: int, unit: tuple[str, str]) -> str:
    return f"{number} {unit[number != 1]}"
