# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The overview of the kommune's citizens: who the address asks for, read from prepared rows.

Two journeys whatever is asked: what the page needs in any case, then how many are found beside a
page of them. The log of events is read by neither.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Func, IntegerField, QuerySet, Value
from django.db.models.expressions import OrderBy
from django.db.models.fields import TextField
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from jobunivers.foundation import together
from jobunivers.foundation.counted import counted, how_many
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.identity.models import Role
from jobunivers.rooms.casework.models import CitizenRow
from jobunivers.rooms.casework.queries.fields import (
    CONSULTANT,
    COURSE,
    FIELDS,
    LATELY,
    POINTS,
    Field,
    Kind,
)
from jobunivers.rooms.casework.queries.filters import (
    NO,
    NOTHING,
    YES,
    Asked,
    Choices,
    choices_of,
    understood,
)
from jobunivers.rooms.casework.queries.kept import Kept, kept_filters
from jobunivers.rooms.casework.queries.lately import NOTHING_KNOWN, Lately
from jobunivers.rooms.casework.queries.links import (
    Chip,
    Heading,
    chips_of,
    headings_of,
    only_filters,
    with_filter,
)
from jobunivers.rooms.casework.queries.overview_basics import basics, kommune_choices
from jobunivers.trust import opening

PER_PAGE = 50
FEWEST = 5  # who sees numbers alone is not told fewer apart
MOST_EXPORTED = 5_000
# What is counted by choice beside the list.
_COUNTED = (COURSE, POINTS, "foerste-moede", "krav", "cv", "fravaer", "beskyttet")
_POINTS_NAMED = 2  # in a cell; the rest is a number
_CHOICES = (Kind.CHOICE, Kind.CODES)
_PAGE = re.compile("[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class ChoiceCount:
    """How many of those found have one choice of a field."""

    words: str
    number: int
    few: bool  # too few to be told
    query: str  # with this choice added; "" when it is in force


@dataclass(frozen=True, slots=True)
class CountGroup:
    """The counts of one field."""

    words: str
    choices: list[ChoiceCount]


@dataclass(frozen=True, slots=True)
class Line:
    """One citizen of the list."""

    citizen_id: int
    name: str  # of who is protected: initials, unless she is the reader's own
    cells: list[tuple[str, str]]  # heading and text
    protected: bool = False


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """Everything the overview shows. `lines` is empty for who sees numbers alone."""

    asked: Asked
    chips: list[Chip]
    total: int
    few: bool
    everybody: int
    groups: list[CountGroup]
    headings: list[Heading]
    lines: list[Line]
    sheet: Page[CitizenRow]
    kept: list[Kept]
    made_at: datetime | None
    query: str  # filters alone, as they are kept
    unread: int  # notices of the reader's

    @property
    def all_match(self) -> bool:
        """Say whether the filters leave nobody out."""
        return bool(self.asked.filters) and self.total == self.everybody > 0


class _Counted(Paginator):  # type: ignore[type-arg] # no generic when it runs
    """Pages of a list that has been counted already."""

    def __init__(self, rows: "_Found", total: int) -> None:
        super().__init__(rows, PER_PAGE)  # type: ignore[arg-type]
        self._total = total

    @cached_property
    def count(self) -> int:
        return self._total


class _Found:
    """Those who are found, in order: who they are is read from an index, a page of them whole.

    One statement still: rows are wide, and reading all of them to show fifty takes longest. The
    page that the address names is asked for beside their number; another only when it ends before.
    """

    ordered = True

    def __init__(self, rows: QuerySet[CitizenRow], columns: Sequence[str], page: str) -> None:
        self.rows, self.columns = rows, columns
        first = PER_PAGE * (max(int(page), 1) - 1) if _PAGE.fullmatch(page) else 0
        self.expected = first
        self.question = self._page(first)

    def _page(self, first: int) -> QuerySet[CitizenRow]:
        if self.rows.query.is_empty():
            return self.rows
        some = self.rows.values("citizen_id")[first : first + PER_PAGE]
        shown = CitizenRow.objects.filter(citizen_id__in=some)
        return shown.only(*self.columns).order_by(*self.rows.query.order_by)

    def __getitem__(self, part: slice) -> list[CitizenRow]:
        again = part.start != self.expected
        return list(self._page(part.start) if again else self.question)


def overview_page(
    *, query: QueryDict, reader: int, role: str, language: str, at: datetime
) -> OverviewPage:
    """Return what the address asks for; a manager sees numbers, and no names."""
    today = timezone.localdate(at)
    known = basics(reader=reader, language=language)
    choices, state = known.choices, known.state
    asked = understood(query, choices=choices, today=today, language=language)
    numbers_only = role == Role.MANAGER
    rows = CitizenRow.objects.filter(asked.condition)
    # Nothing is shown for an address that is not understood: it would be other people.
    if asked.mistakes:
        rows = rows.none()
    found = _Found(_ordered(rows, asked, choices), _read(asked.columns), query.get("side", ""))
    # How they divide costs as much as the list: it is counted for who asks for it.
    divided = numbers_only or query.get("tal") == YES
    number: QuerySet[CitizenRow, Any] = _alike(rows) if divided else counted(rows)
    everybody = bool(state) and not asked.filters and not asked.mistakes
    together.ask(
        [
            *([] if everybody and not divided else [number]),
            *([] if numbers_only else [found.question]),
        ]
    )
    groups: list[CountGroup] = []
    if divided:
        total, groups = _counts(number, query, asked, choices, numbers_only=numbers_only)
    elif state and everybody:
        total = state.people  # kept true by whoever writes a row
    else:
        total = how_many(number)
    sheet = _Counted(found, total).get_page(query.get("side"))
    shown = [] if numbers_only else list(sheet.object_list)
    return OverviewPage(
        asked=asked,
        chips=chips_of(query, asked),
        total=total,
        few=numbers_only and 0 < total < FEWEST,
        everybody=state.people if state else 0,
        groups=groups,
        headings=headings_of(query, asked),
        lines=_shown_to(
            reader, lines(shown, asked.columns, choices, today=today, language=language), today
        ),
        sheet=sheet,
        kept=kept_filters(known.kept, reader=reader, query=query),
        made_at=state.made_at if state else None,
        query=only_filters(query),
        unread=known.unread,
    )


def _shown_to(reader: int, shown: list[Line], today: date) -> list[Line]:
    """Return the lines with what the reader may call those whose rows hold no name."""
    hidden = [one.citizen_id for one in shown if one.protected]
    if not hidden:
        return shown
    names = opening.names_to(reader, hidden, today=today)
    return [
        replace(one, name=names.get(one.citizen_id, "")) if one.protected else one for one in shown
    ]


def exported(
    *, query: QueryDict, language: str, at: datetime
) -> tuple[Asked, list[str], list[Line]]:
    """Return the headings and lines of a file: at most `MOST_EXPORTED`, in the list's order.

    A file leaves the house: whose name and address are protected is not in it.
    """
    today = timezone.localdate(at)
    choices = kommune_choices(language)
    asked = understood(query, choices=choices, today=today, language=language)
    if asked.mistakes:
        return asked, [], []
    found = CitizenRow.objects.filter(asked.condition, protected=False)
    rows = list(_ordered(found, asked, choices)[: MOST_EXPORTED + 1])
    headings = [str(FIELDS[code].words) for code in asked.columns]
    found_lines = lines(
        rows, asked.columns, choices, today=today, language=language, with_acts=False
    )
    return asked, headings, found_lines


def _read(columns: Sequence[str]) -> list[str]:
    """Return the columns of the rows that a page needs: fifty whole rows take longer to make."""
    more = ["lately", "flags"] if LATELY in columns else []
    own = (FIELDS[code].column for code in columns)
    return list(dict.fromkeys(["citizen_id", "name", "protected", *own, *more]))


def _ordered(rows: QuerySet[CitizenRow], asked: Asked, choices: Choices) -> QuerySet[CitizenRow]:
    field = FIELDS[asked.order]
    # Weeks that grow are days that lie further back.
    backwards = asked.backwards != (field.kind in {Kind.AGO, Kind.AGE})
    expression: F | Func = F(field.column)
    if field.kind is Kind.CHOICE:
        codes = [one for one in choices_of(field, choices) if one != NOTHING]
        number = field.code == CONSULTANT
        expression = Func(
            Value(
                [int(one) for one in codes] if number else codes,
                output_field=ArrayField(IntegerField() if number else TextField()),
            ),
            Func(F(field.column), template=f"%(expressions)s::{'int' if number else 'text'}"),
            function="array_position",
            output_field=IntegerField(),
        )
    order = OrderBy(expression, descending=backwards, nulls_last=True)
    return rows.order_by(order, "citizen_id")


def _alike(found: QuerySet[CitizenRow]) -> "QuerySet[CitizenRow, Any]":
    """Return the question how many are alike in all that is counted by choice.

    The columns are an index, in which those who are alike stand together.
    """
    columns = [FIELDS[code].column for code in _COUNTED]
    return found.order_by().values_list(*columns).annotate(many=Count("*"))


def _counts(
    alike: Iterable[tuple[Any, ...]],
    query: QueryDict,
    asked: Asked,
    choices: Choices,
    *,
    numbers_only: bool,
) -> tuple[int, list[CountGroup]]:
    """Return how many are found, and how they divide, from the answer to `_alike`.

    PostgreSQL has counted those who are alike: a thousand kinds at most, added up here.
    """
    fields = [FIELDS[code] for code in _COUNTED]
    total, numbers = 0, [Counter[object]() for _ in fields]
    for *values, many in alike:
        total += many
        for counter, value in zip(numbers, values, strict=True):
            for one in value if isinstance(value, list) else [value]:
                counter[one] += many
    groups = []
    for field, counter in zip(fields, numbers, strict=True):
        in_force = any(one.field is field for one in asked.filters)
        counted = [
            ChoiceCount(
                words,
                number,
                numbers_only and number < FEWEST,
                "" if in_force else with_filter(query, field.code, value),
            )
            for value, words in _countable(field, choices).items()
            if (number := counter[_meant(field, value)])
        ]
        if counted:
            groups.append(CountGroup(str(field.words), counted))
    return total, groups


def _meant(field: Field, value: str) -> object:
    """Return what a choice is in the field's column."""
    if field.kind is Kind.YES:
        return value == YES
    return "" if value == NOTHING else value


def _countable(field: Field, choices: Choices) -> dict[str, str]:
    if field.kind is Kind.YES:
        return {YES: _("Ja"), NO: _("Nej")}
    return choices_of(field, choices)


def lines(
    rows: Sequence[CitizenRow],
    columns: Sequence[str],
    choices: Choices,
    *,
    today: date,
    language: str,
    with_acts: bool = True,
) -> list[Line]:
    """Return rows as the words of the chosen columns; `with_acts`: links to what may be done."""
    fields = [FIELDS[code] for code in columns]
    concepts = [one.column for one in fields if one.kind is Kind.CONCEPT]
    uris = {uri for row in rows for column in concepts for uri in getattr(row, column)}
    labels = taxonomy.labels(uris, language) if uris else {}
    headings = [str(one.words) for one in fields]
    named = {one.code: choices_of(one, choices) for one in fields if one.kind in _CHOICES}
    lately = Lately(today, with_act=with_acts)
    return [
        Line(
            row.citizen_id,
            row.name,
            [
                (
                    heading,
                    lately(row)
                    if one.code == LATELY
                    else _cell(one, row, named.get(one.code, labels), today),
                )
                for heading, one in zip(headings, fields, strict=True)
            ],
            row.protected,
        )
        for row in rows
    ]


def _cell(field: Field, row: CitizenRow, words: Mapping[str, str], today: date) -> str:
    """Return one value in words; nothing known is a dash."""
    value = getattr(row, field.column)
    if value is None or (isinstance(value, str | list) and not value):
        return NOTHING_KNOWN
    if field.kind in {Kind.CODES, Kind.CONCEPT}:
        return _several([words.get(one, one) for one in value], short=field.code == POINTS)
    if field.kind is Kind.CHOICE:
        return words.get(str(value), str(value))
    if field.kind is Kind.YES:
        return _("Ja") if value else _("Nej")
    if isinstance(value, date):
        return str(_units(field, value, today))
    return number_format(round(value, 1)) if isinstance(value, float) else str(value)


def _several(named: Sequence[str], *, short: bool) -> str:
    """Return several words; of many points a cell names the first, and says how many more."""
    more = len(named) - _POINTS_NAMED if short else 0
    if more <= 0:
        return ", ".join(named)
    shown = {"points": ", ".join(named[:_POINTS_NAMED]), "more": more}
    return _("%(points)s og %(more)d mere") % shown


def _units(field: Field, day: date, today: date) -> int:
    """Return how many years old, or how many days or weeks ago or to come."""
    if field.kind is Kind.AGE:
        return today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    days = (day - today).days if field.kind is Kind.AHEAD else (today - day).days
    return days // field.days
