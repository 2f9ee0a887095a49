# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times as people write them in CVs: `08.2015 – 12.2018`, `aug. 2015 til nu`, `2019-`."""

import re
from typing import NamedTuple

from jobunivers.science.cv.words import MONTHS, ONGOING

NOW = "now"
_FIRST, _LAST, _CENTURY = 1940, 2100, 100
_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = (
    rf"(?:(?:\d{{1,2}}\.\s?)?(?P<@name>{_NAME})\.?,?\s+(?P<@year1>(?:19|20)\d\d)"
    r"|(?:\d{1,2}[./-])?(?P<@month>0?[1-9]|1[0-2])[./-](?P<@year2>(?:19|20)\d\d)"
    r"|(?P<@year4>(?:19|20)\d\d)[./-](?P<@month4>0[1-9]|1[0-2])(?:[./-]\d\d)?(?!\d)"
    r"|(?P<@year3>(?:19|20)\d\d))"
)
"""One date; `@` is replaced by the name of its place in a pattern."""


def _date(mark: str) -> str:
    return _DATE.replace("@", mark)


_DASH = r"\s*(?:–|—|-|−|→|til og med|til|to|until|frem til)\s*"
_RANGE = re.compile(
    rf"(?<![\d.,/])(?:fra|from)?\s*{_date('a')}{_DASH}"
    rf"(?:{_date('b')}|(?P<now>{ONGOING})(?![a-zæøå])|(?P<short>\d\d)(?!\d))(?![\d/])",
    re.IGNORECASE,
)
_OPEN = re.compile(
    rf"(?<![\d.,/])(?:(?P<since>siden|since|fra|from)\s+{_date('a')}|{_date('c')}\s*(?:–|—|-|→)\s*"
    r"(?=$|[\s,:|)]*$|\s{2,}|\t))",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?<![\d.,/+])\(?{_date('a')}\)?(?![\d%/])", re.IGNORECASE)


class Period(NamedTuple):
    """A time in a line: months as `2015` or `2015-08`, and where it stands in the text."""

    started: str
    ended: str
    start: int
    end: int


def period(text: str, *, single: bool = False) -> Period | None:
    """Return the first time in a line; with `single` a date alone is an end.

    A range that ends before it begins is no time.
    """
    if (found := _RANGE.search(text)) is not None:
        told = _range(found)
        if told is not None or not found["short"]:  # 2018-05 is no range, but a month
            return told
    if (found := _OPEN.search(text)) is not None:
        began = _month(found, "a") or _month(found, "c")
        return Period(began, NOW, found.start(), found.end()) if began else None
    if single and (found := _ONE.search(text)) is not None and _month(found, "a"):
        return Period("", _month(found, "a"), found.start(), found.end())
    return None


def without(text: str, found: Period) -> str:
    """Return the line without its time and what held it: brackets, dashes, colons."""
    rest = f"{text[: found.start]}\t{text[found.end :]}"
    rest = re.sub(r"[(\[]\s*[)\]]", " ", rest)
    rest = re.sub(r"\t\s*[)\]]?\s*[:,|–—-]?\s*", "\t", rest)
    return re.sub(r"^[\s:,;|·•–—-]+|[\s:,;|·(\[–—-]+$", "", rest)


def _range(found: re.Match[str]) -> Period | None:
    began = _month(found, "a")
    if found["now"]:
        ended = NOW
    elif found["short"]:
        ended = _short(began, found["short"])
    else:
        ended = _month(found, "b")
    if not began or not ended or (ended != NOW and ended[: len(began)] < began[: len(ended)]):
        return None
    return Period(began, ended, found.start(), found.end())


def _short(began: str, year: str) -> str:
    """Return the year that two digits mean after another: 2019-21."""
    whole = int(began[:4]) // _CENTURY * _CENTURY + int(year)
    return str(whole) if whole >= int(began[:4]) else ""


def _month(found: re.Match[str], mark: str) -> str:
    groups = found.groupdict()
    year = next((groups[f"{mark}year{n}"] for n in "1234" if groups.get(f"{mark}year{n}")), "")
    if not year or not _FIRST <= int(year) < _LAST:
        return ""
    name = groups.get(f"{mark}name")
    number = MONTHS[name.casefold()] if name else int(
        groups.get(f"{mark}month") or groups.get(f"{mark}month4") or 0
    )  # fmt: skip
    return f"{year}-{number:02}" if number else year
