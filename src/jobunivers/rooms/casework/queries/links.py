# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the overview's links lead: the same address with one thing changed."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext

from jobunivers.rooms.casework.queries.fields import FIELDS, Kind
from jobunivers.rooms.casework.queries.filters import NOT, YES, Asked, Filter


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force, and where its removal and its opposite lead."""

    field: str
    words: str  # of what is shown: "ikke 30–40", and for yes or no simply the other of them
    turned: bool
    without: str
    opposite: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's name, and the address that sorts by it."""

    words: str
    query: str
    sorted: str  # "" | "ascending" | "descending"


def headings_of(query: QueryDict, asked: Asked) -> list[Heading]:
    """Return the columns of the list, and where pressing each leads: up first, then down."""
    found = []
    for code in ("navn", *asked.columns):
        current = asked.order == code
        state = "" if not current else "descending" if asked.backwards else "ascending"
        next_order = f"-{code}" if state == "ascending" else code
        words: Promise = FIELDS[code].words
        found.append(Heading(str(words), changed(query, sorter=next_order, side=""), state))
    return found


def chips_of(query: QueryDict, asked: Asked) -> list[Chip]:
    """Return the filters in force, and the addresses without and with the opposite of each."""
    found = []
    for one in asked.filters:
        without = _bare(query)
        _drop(without, one.field.code, one.text)
        opposite = without.copy()
        opposite.appendlist(one.field.code, one.value if one.turned else f"{NOT}{one.value}")
        found.append(
            Chip(
                str(one.field.words),
                _said(one),
                one.turned,
                without.urlencode(safe=",:"),
                opposite.urlencode(safe=",:"),
            )
        )
    return found


def _said(one: Filter) -> str:
    if not one.turned:
        return one.words
    if one.field.kind is Kind.YES:
        return gettext("nej") if one.value == YES else gettext("ja")
    return gettext("ikke %(words)s") % {"words": one.words}


def _drop(query: QueryDict, code: str, text: str) -> None:
    left = [one for one in query.getlist(code) if one.strip() != text]
    if left:
        query.setlist(code, left)
    else:
        query.pop(code, None)


def _bare(query: QueryDict) -> QueryDict:
    """Return the address without its page and the half-filled form."""
    bare = query.copy()
    for name in ("side", "vaelg", "fra", "til", "ord", "valg", "omvendt", "saet"):
        bare.pop(name, None)
    return bare


def changed(query: QueryDict, **values: str) -> str:
    """Return the address' query with these set, or left out when empty."""
    bare = _bare(query)
    for name, value in values.items():
        bare.pop(name, None)
        if value:
            bare[name] = value
    return bare.urlencode(safe=",:")


def with_filter(query: QueryDict, code: str, text: str) -> str:
    """Return the address' query with one more filter."""
    bare = _bare(query)
    if text not in bare.getlist(code):
        bare.appendlist(code, text)
    return bare.urlencode(safe=",:")


def only_filters(query: QueryDict) -> str:
    """Return what is kept of an address: filters, order and columns, without the page."""
    bare = _bare(query)
    bare.pop("tal", None)
    return bare.urlencode(safe=",:")
