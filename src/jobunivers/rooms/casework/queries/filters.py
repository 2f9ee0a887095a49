# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The overview's address understood: filters joined by "and", each may be turned round.

`?alder=30-39&forloeb=ikke:self` · numbers and days as `5`, `3-7`, `10-`, `-5`; `aldrig` where
there is no day; choices divided by commas; `ja` or `nej`; a name is sealed. What is not understood
is said and never passed over: a filter that quietly fell away would show other people than those
asked for.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext as _

from jobunivers.foundation.crypto.addresses import LONGEST as LONGEST_SEALED
from jobunivers.foundation.crypto.addresses import opened_words
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.text import danish_sort_key
from jobunivers.rooms.casework.queries.fields import (
    COLUMNS,
    CONSULTANT,
    COURSE,
    FIELDS,
    Field,
    Kind,
)

NOT = "ikke:"
NEVER = "aldrig"
YES, NO = "ja", "nej"
NOTHING = "ingen"  # a choice: not known
_HELD = {
    "side",
    "sorter",
    "kolonner",
    "vaelg",
    "fra",
    "til",
    "ord",
    "valg",
    "omvendt",
    "saet",
    "tal",
}
_SPAN = re.compile(r"^(\d{1,6}(?:[.,]\d)?)?(-)?(\d{1,6}(?:[.,]\d)?)?$")
_MOST = 30  # filters in one address
_LONGEST = 200
_OLDEST = 120  # years


class NotUnderstood(ValueError):  # noqa: N818 - it reads as what happened
    """A part of the address means nothing here; the text says which, in the reader's language."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition as it stands in the address, and what it asks the database."""

    field: Field
    value: str
    turned: bool
    condition: Q
    words: str  # of the value

    @property
    def text(self) -> str:
        """Return it as it stands in the address."""
        return f"{NOT if self.turned else ''}{self.value}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: filters, the order, the columns, and what was not understood."""

    filters: tuple[Filter, ...]
    order: str
    backwards: bool
    columns: tuple[str, ...]
    mistakes: tuple[str, ...]

    @property
    def condition(self) -> Q:
        """Return all filters together."""
        whole = Q()
        for one in self.filters:
            whole &= ~one.condition if one.turned else one.condition
        return whole


Choices = Mapping[str, Mapping[str, str]]
"""By field, what may be chosen: code → words (of courses and consultants)."""


def understood(query: QueryDict, *, choices: Choices, today: date, language: str) -> Asked:
    """Return what the address asks for; mistakes are sentences for the reader."""
    found: list[Filter] = []
    mistakes: list[str] = []
    given = [(code, text) for code, texts in query.lists() for text in texts if code not in _HELD]
    if len(given) > _MOST:
        mistakes.append(_("Der er for mange filtre på én gang. Fjern nogle af dem."))
        given = given[:_MOST]
    for code, text in given:
        try:
            found.append(filter_of(code, text, choices=choices, today=today, language=language))
        except NotUnderstood as why:
            mistakes.append(str(why))
    order, backwards = _order(query.get("sorter", ""), mistakes)
    return Asked(
        tuple(found), order, backwards, _columns(query.get("kolonner", ""), mistakes),
        tuple(mistakes),
    )  # fmt: skip


def filter_of(code: str, text: str, *, choices: Choices, today: date, language: str) -> Filter:
    """Return one filter of an address; raise NotUnderstood when it means nothing."""
    field = FIELDS.get(code)
    if field is None:
        raise NotUnderstood(
            _("Vi kender ikke filteret “%(code)s”. Fjern det, eller vælg et fra listen.")
            % {"code": code[:40]}
        )
    turned = text.startswith(NOT)
    value = text.removeprefix(NOT).strip()
    longest = LONGEST_SEALED if field.kind is Kind.NAME else _LONGEST
    if not value or len(value) > longest or "\x00" in value:
        raise _bad(field, value)
    condition, words = _MEANING[field.kind](field, value, _Around(choices, today, language))
    return Filter(field, value, turned, condition, words)


@dataclass(frozen=True, slots=True)
class _Around:
    choices: Choices
    today: date
    language: str


def _bad(field: Field, value: str) -> NotUnderstood:
    return NotUnderstood(
        _("“%(value)s” passer ikke til “%(field)s”. Ret det, eller fjern filteret.")
        % {"value": value[:40], "field": field.words}
    )


def _span(field: Field, value: str) -> tuple[float | None, float | None]:
    found = _SPAN.match(value)
    if found is None or (found[1] is None and found[3] is None):
        raise _bad(field, value)
    low, high = (None if t is None else float(t.replace(",", ".")) for t in (found[1], found[3]))
    if found[2] is None:
        if found[3] is not None:
            raise _bad(field, value)
        return low, low
    if low is not None and high is not None and low > high:
        raise _bad(field, value)
    return low, high


def _span_words(low: float | None, high: float | None) -> str:
    if low == high:
        return f"{low:g}"
    if low is None:
        return _("højst %(high)s") % {"high": f"{high:g}"}
    if high is None:
        return _("mindst %(low)s") % {"low": f"{low:g}"}
    return f"{low:g}–{high:g}"


def _number(field: Field, value: str, _around: _Around) -> tuple[Q, str]:
    low, high = _span(field, value)
    return _between(field.column, low, high), _span_words(low, high)


def _between(column: str, low: Any, high: Any) -> Q:
    condition = Q(**{f"{column}__isnull": False})
    if low is not None:
        condition &= Q(**{f"{column}__gte": low})
    if high is not None:
        condition &= Q(**{f"{column}__lte": high})
    return condition


def _days(field: Field, value: str, around: _Around) -> tuple[Q, str]:
    if value == NEVER:
        return Q(**{f"{field.column}__isnull": True}), _("ingen dag")
    low, high = _span(field, value)
    near, far = (
        None if n is None else around.today + _after(field, n, end=end)
        for n, end in ((low, False), (high, True))
    )
    words = _span_words(low, high)
    if field.kind is Kind.AHEAD:
        return _between(field.column, near, far), words
    return _between(field.column, far, near), words


def _after(field: Field, number: float, *, end: bool) -> timedelta:
    """Return how far from today a unit begins, or ends: three weeks ago are seven days."""
    days = min(int(number * field.days) + (field.days - 1 if end else 0), 40_000)
    return timedelta(days=days if field.kind is Kind.AHEAD else -days)


def _age(field: Field, value: str, around: _Around) -> tuple[Q, str]:
    low, high = _span(field, value)
    if any(n is not None and n > _OLDEST for n in (low, high)):
        raise _bad(field, value)
    latest = None if low is None else _years_before(around.today, int(low))
    first = None if high is None else _years_before(around.today, int(high) + 1) + timedelta(days=1)
    return _between(field.column, first, latest), _span_words(low, high)


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)


def choices_of(field: Field, choices: Choices) -> dict[str, str]:
    """Return what may be chosen of a field, the unknown last."""
    own = choices.get(field.code)
    found = dict(own) if own is not None else {k: str(w) for k, w in field.choices.items()}
    if field.kind is Kind.CHOICE:
        found[NOTHING] = _("Ikke kendt") if field.code != CONSULTANT else _("Ingen")
    return found


def _chosen(field: Field, value: str, around: _Around) -> tuple[list[str], str]:
    known = choices_of(field, around.choices)
    codes = list(dict.fromkeys(value.split(",")))
    if not all(code in known for code in codes):
        raise _bad(field, value)
    return codes, ", ".join(known[code] for code in codes)


def _choice(field: Field, value: str, around: _Around) -> tuple[Q, str]:
    codes, words = _chosen(field, value, around)
    condition = Q(**{f"{field.column}__in": [one for one in codes if one != NOTHING]})
    if NOTHING in codes:
        number = field.code == CONSULTANT
        condition |= Q(**{f"{field.column}__isnull": True} if number else {field.column: ""})
    return condition, words


def _codes(field: Field, value: str, around: _Around) -> tuple[Q, str]:
    codes, words = _chosen(field, value, around)
    return Q(**{f"{field.column}__overlap": codes}), words


def _yes(field: Field, value: str, _around: _Around) -> tuple[Q, str]:
    if value not in {YES, NO}:
        raise _bad(field, value)
    return Q(**{field.column: value == YES}), _("ja") if value == YES else _("nej")


def _text(field: Field, value: str, _around: _Around) -> tuple[Q, str]:
    if field.column == "postcode" and not re.fullmatch(r"\d{1,4}", value):
        raise _bad(field, value)
    return Q(**{f"{field.column}__istartswith": value}), value


def _name(field: Field, value: str, _around: _Around) -> tuple[Q, str]:
    name = opened_words(value)
    words = danish_sort_key(name).partition("\t")[0].split()
    if not words:
        raise _bad(field, name)
    condition = Q()
    for word in words:
        condition &= Q(**{f"{field.column}__contains": word})
    return condition, name


def _concept(field: Field, value: str, around: _Around) -> tuple[Q, str]:
    found = taxonomy.suggest_occupations(value, around.language, 3)
    exact = [
        one for one in found if value.casefold() in {one.label.casefold(), one.matched.casefold()}
    ]
    if not exact:
        nearby = ", ".join(dict.fromkeys(one.label for one in found))
        if not nearby:
            raise _bad(field, value)
        raise NotUnderstood(
            _("Vi kender ikke “%(value)s” under “%(field)s”. Mente du %(nearby)s?")
            % {"value": value[:40], "field": field.words, "nearby": nearby}
        )
    return Q(**{f"{field.column}__overlap": [exact[0].uri]}), exact[0].label


_MEANING = {
    Kind.NUMBER: _number, Kind.AGO: _days, Kind.AHEAD: _days, Kind.AGE: _age,
    Kind.CHOICE: _choice, Kind.CODES: _codes, Kind.YES: _yes, Kind.TEXT: _text,
    Kind.NAME: _name, Kind.CONCEPT: _concept,
}  # fmt: skip


def _order(text: str, mistakes: list[str]) -> tuple[str, bool]:
    code = text.removeprefix("-")
    if not text:
        return "navn", False
    if code not in FIELDS:
        mistakes.append(_("Vi kan ikke sortere efter “%(code)s”.") % {"code": code[:40]})
        return "navn", False
    return code, text.startswith("-")


def _columns(text: str, mistakes: list[str]) -> tuple[str, ...]:
    if not text:
        return COLUMNS
    codes = [code for code in dict.fromkeys(text.split(",")) if code and code != "navn"]
    unknown = [code for code in codes if code not in FIELDS]
    if unknown:
        mistakes.append(_("Vi kender ikke kolonnen “%(code)s”.") % {"code": unknown[0][:40]})
    return tuple(code for code in codes if code in FIELDS) or COLUMNS


def own_choices(courses: Mapping[str, str], consultants: Mapping[str, str]) -> Choices:
    """Return the choices that the kommune's own rows give."""
    return {COURSE: dict(courses), CONSULTANT: dict(consultants)}
