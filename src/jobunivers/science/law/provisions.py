# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text of a provision: its clauses and items, when it comes into force, what it repeals."""

import re
from dataclasses import dataclass
from datetime import date

_NAMES = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
    "oktober", "november", "december",
)  # fmt: skip
_MONTHS = {name: number for number, name in enumerate(_NAMES, start=1)}
_DATE = r"(\d{1,2})\.\s*(" + "|".join(_MONTHS) + r")\s+(\d{4})"
_CLAUSE = re.compile(r"(?:(?<=[.:;)»])|(?<=pkt\.))\s+Stk\.\s?(\d{1,3})\.\s+")
_HEAD = re.compile(r"^\s*§\s?\d+(?:\s?[a-zæøå](?![a-zæøå]))?\.\s*")
_ITEM = re.compile(r"(?:^|(?<=\s))(\d{1,3})\)\s")
_FORCE = re.compile(
    r"(?:[Bb]ekendtgørelsen|[Ll]oven|[Vv]ejledningen)\s+træder\s+i\s+kraft\s+den\s+" + _DATE
)
_REPEAL = re.compile(r"[Bb]ekendtgørelse\s+nr\.\s?(\d{1,5})\s+af\s+" + _DATE + r"[^.]*?\bophæves")
_JOINED = re.compile("(?<=\\w)[\u200b-\u200d\u2060\ufeff\u00ad]+(?=\\w)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause (*stk.*): its number from 1, what leads in, and its numbered items."""

    number: int
    lead: str
    items: tuple[tuple[int, str], ...] = ()

    @property
    def text(self) -> str:
        """Return the whole clause in one line."""
        return " ".join([self.lead, *(f"{number}) {text}" for number, text in self.items)])


def clean(text: str) -> str:
    """Return a text without what nobody sees: joiners inside words and control characters."""
    return " ".join(_CONTROL.sub("", _JOINED.sub("", text)).split())


def clauses(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a provision's text; what has none is one clause, number 1."""
    body = _HEAD.sub("", text, count=1).strip()
    parts = _CLAUSE.split(body)
    found = [_clause(1, parts[0])]
    last = 1
    for number, words in zip(parts[1::2], parts[2::2], strict=True):
        if int(number) == last + 1:
            last = int(number)
            found.append(_clause(last, words))
        else:  # a clause that is spoken of, not one that begins
            found[-1] = _clause(found[-1].number, f"{found[-1].text} Stk. {number}. {words}")
    return tuple(found)


def part(text: str, clause: int | None, item: int | None) -> str | None:
    """Return the words of a clause or item; None when the provision has no such."""
    if clause is None and item is None:
        return text
    found = next((one for one in clauses(text) if one.number == (clause or 1)), None)
    if found is None or item is None:
        return found.text if found else None
    return next((words for number, words in found.items if number == item), None)


def in_force_from(text: str) -> date | None:
    """Return the day an act or order says it comes into force; None when it names none."""
    found = _FORCE.search(text)
    return _day(*found.groups()) if found else None


def repeals(text: str) -> tuple[tuple[int, int], ...]:
    """Return the orders a text repeals: number and year."""
    return tuple((int(one[1]), int(one[4])) for one in _REPEAL.finditer(text))


def _clause(number: int, words: str) -> Clause:
    parts = _ITEM.split(words.strip())
    items: list[tuple[int, str]] = []
    lead = parts[0].strip()
    for label, text in zip(parts[1::2], parts[2::2], strict=True):
        if int(label) == len(items) + 1:
            items.append((int(label), text.strip()))
        elif items:
            items[-1] = (items[-1][0], f"{items[-1][1]} {label}) {text.strip()}")
        else:
            lead = f"{lead} {label}) {text.strip()}"
    return Clause(number, lead, tuple(items))


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), _MONTHS[month], int(day))
    except ValueError:
        return None
