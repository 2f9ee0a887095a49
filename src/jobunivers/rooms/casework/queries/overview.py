# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The overview of the kommune's citizens: who the address asks for, read from prepared rows.

Two statements read the rows whatever is asked: one counts, one brings a page. The log of events is
read by none of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.contrib.postgres.fields import ArrayField
from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Func, IntegerField, Q, QuerySet, Value
from django.db.models.expressions import OrderBy
from django.db.models.fields import TextField
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.casework.models import CitizenRow, OverviewState, SavedFilter
from jobunivers.rooms.casework.queries.fields import CONSULTANT, COURSE, FIELDS, Field, Kind
from jobunivers.rooms.casework.queries.filters import (
    NO,
    NOTHING,
    YES,
    Asked,
    Choices,
    choices_of,
    own_choices,
    understood,
)
from jobunivers.rooms.casework.queries.links import (
    Chip,
    Heading,
    chips_of,
    headings_of,
    only_filters,
    with_filter,
)
from jobunivers.rooms.segmentation import queries as segmentation

PER_PAGE = 50
FEWEST = 5  # who sees numbers alone is not told fewer apart
MOST_EXPORTED = 5_000
# What is counted by choice beside the list.
_COUNTED = (COURSE, "foerste-moede", "krav", "cv", "fravaer")
_CHOICES = (Kind.CHOICE, Kind.CODES)


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
    name: str
    cells: list[tuple[str, str]]  # heading and text


@dataclass(frozen=True, slots=True)
class Kept:
    """A filter kept by name."""

    pk: int
    name: str
    query: str
    shared: bool
    own: bool
    current: bool


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

    @property
    def all_match(self) -> bool:
        """Say whether the filters leave nobody out."""
        return bool(self.asked.filters) and self.total == self.everybody > 0


class _Counted(Paginator):  # type: ignore[type-arg] # no generic when it runs
    """Pages of a list that has been counted already."""

    def __init__(self, rows: QuerySet[CitizenRow], total: int) -> None:
        super().__init__(rows, PER_PAGE)
        self._total = total

    @cached_property
    def count(self) -> int:
        return self._total


def overview_page(
    *, query: QueryDict, reader: int, role: str, language: str, at: datetime
) -> OverviewPage:
    """Return what the address asks for; a manager sees numbers, and no names."""
    today = timezone.localdate(at)
    choices = kommune_choices(language)
    asked = understood(query, choices=choices, today=today, language=language)
    numbers_only = role == Role.MANAGER
    found = CitizenRow.objects.filter(asked.condition)
    # Nothing is shown for an address that is not understood: it would be other people.
    if asked.mistakes:
        found = found.none()
    # How they divide costs as much as the list: it is counted for who asks for it.
    divided = numbers_only or query.get("tal") == YES
    if divided:
        total, groups = _counts(found, query, asked, choices, numbers_only=numbers_only)
    else:
        total, groups = found.count(), []
    sheet = _Counted(_ordered(found.only(*_read(asked.columns)), asked, choices), total).get_page(
        query.get("side")
    )
    state = OverviewState.objects.first()
    rows = [] if numbers_only else list(sheet.object_list)
    return OverviewPage(
        asked=asked,
        chips=chips_of(query, asked),
        total=total,
        few=numbers_only and 0 < total < FEWEST,
        everybody=state.people if state else 0,
        groups=groups,
        headings=headings_of(query, asked),
        lines=lines(rows, asked.columns, choices, today=today, language=language),
        sheet=sheet,
        kept=kept_filters(reader=reader, query=query),
        made_at=state.made_at if state else None,
        query=only_filters(query),
    )


def kommune_choices(language: str) -> Choices:
    """Return the kommune's courses and consultants as choices."""
    courses = {code: one.name for code, one in segmentation.course_names(language).items()}
    consultants = identity.staff(roles=[Role.CONSULTANT])
    return own_choices(
        courses, {str(pk): name for pk, name in consultants.values_list("pk", "name")}
    )


def exported(
    *, query: QueryDict, language: str, at: datetime
) -> tuple[Asked, list[str], list[Line]]:
    """Return the headings and lines of a file: at most `MOST_EXPORTED`, in the list's order."""
    today = timezone.localdate(at)
    choices = kommune_choices(language)
    asked = understood(query, choices=choices, today=today, language=language)
    if asked.mistakes:
        return asked, [], []
    found = CitizenRow.objects.filter(asked.condition)
    rows = list(_ordered(found, asked, choices)[: MOST_EXPORTED + 1])
    headings = [str(FIELDS[code].words) for code in asked.columns]
    return asked, headings, lines(rows, asked.columns, choices, today=today, language=language)


def _read(columns: Sequence[str]) -> list[str]:
    """Return the columns of the rows that a page needs: fifty whole rows take longer to make."""
    return ["citizen_id", "name", *(FIELDS[code].column for code in columns)]


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


def _counts(
    found: QuerySet[CitizenRow],
    query: QueryDict,
    asked: Asked,
    choices: Choices,
    *,
    numbers_only: bool,
) -> tuple[int, list[CountGroup]]:
    """Return how many are found, and how they divide, in one statement."""
    wanted: dict[str, tuple[Field, str, str, Q]] = {}
    for code in _COUNTED:
        field = FIELDS[code]
        for value, words in _countable(field, choices).items():
            condition = (
                Q(**{field.column: value == YES})
                if field.kind is Kind.YES
                else Q(**{field.column: "" if value == NOTHING else value})
            )
            wanted[f"n{len(wanted)}"] = (field, value, words, condition)
    sums = {name: Count("pk", filter=one[3]) for name, one in wanted.items()}
    numbers = found.aggregate(total=Count("pk"), **sums)
    groups: dict[str, CountGroup] = {}
    for name, (field, value, words, _condition) in wanted.items():
        number = int(numbers[name] or 0)
        if not number:
            continue
        group = groups.setdefault(field.code, CountGroup(str(field.words), []))
        in_force = any(one.field is field for one in asked.filters)
        few = numbers_only and number < FEWEST
        group.choices.append(
            ChoiceCount(
                words, number, few, "" if in_force else with_filter(query, field.code, value)
            )
        )
    return int(numbers["total"] or 0), list(groups.values())


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
) -> list[Line]:
    """Return rows as the words of the chosen columns."""
    fields = [FIELDS[code] for code in columns]
    concepts = [one.column for one in fields if one.kind is Kind.CONCEPT]
    uris = {uri for row in rows for column in concepts for uri in getattr(row, column)}
    labels = taxonomy.labels(uris, language) if uris else {}
    headings = [str(one.words) for one in fields]
    named = {one.code: choices_of(one, choices) for one in fields if one.kind in _CHOICES}
    return [
        Line(
            row.citizen_id,
            row.name,
            [
                (heading, _cell(one, row, named.get(one.code, labels), today))
                for heading, one in zip(headings, fields, strict=True)
            ],
        )
        for row in rows
    ]


def _cell(field: Field, row: CitizenRow, words: Mapping[str, str], today: date) -> str:
    """Return one value in words; nothing known is a dash."""
    value = getattr(row, field.column)
    if value is None or (isinstance(value, str | list) and not value):
        return "–"
    if field.kind in {Kind.CODES, Kind.CONCEPT}:
        return ", ".join(words.get(one, one) for one in value)
    if field.kind is Kind.CHOICE:
        return words.get(str(value), str(value))
    if field.kind is Kind.YES:
        return _("Ja") if value else _("Nej")
    if isinstance(value, date):
        return str(_units(field, value, today))
    return number_format(round(value, 1)) if isinstance(value, float) else str(value)


def _units(field: Field, day: date, today: date) -> int:
    """Return how many years old, or how many days or weeks ago or to come."""
    if field.kind is Kind.AGE:
        return today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    days = (day - today).days if field.kind is Kind.AHEAD else (today - day).days
    return days // field.days


def kept_filters(*, reader: int, query: QueryDict) -> list[Kept]:
    """Return the reader's own filters and those that colleagues share, by name."""
    rows: Iterable[SavedFilter] = SavedFilter.objects.filter(
        Q(owner_id=reader) | Q(shared=True)
    ).order_by("name", "pk")
    now = only_filters(query)
    return [
        Kept(row.pk, row.name, row.query, row.shared, row.owner_id == reader, row.query == now)
        for row in rows
    ]
