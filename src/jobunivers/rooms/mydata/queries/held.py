# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is held on a person: which kinds of data, and how much of each, in one question."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from jobunivers.foundation import datamap
from jobunivers.foundation.datamap import About, Group, Holding
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.ui import wording
from jobunivers.identity.models import STAFF, Role
from jobunivers.trust import words

_HERS = -918_273_645  # stands in the kept question where her id is to be


class NotHeld(LookupError):  # noqa: N818 - it reads as what is wrong
    """There is no such kind of data about such a person."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads her own data."""

    pk: int
    role: str

    @property
    def about(self) -> frozenset[About]:
        """Return of whom data is that may be hers."""
        if self.role in STAFF or self.role == Role.NATIONAL:
            return frozenset({About.CITIZEN, About.STAFF})
        if self.role == Role.VENDOR:
            return frozenset({About.CITIZEN, About.FIRM})
        return frozenset({About.CITIZEN})


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of data held on her, and how many rows."""

    holding: Holding
    count: int

    @property
    def label(self) -> str:
        """Return its name in addresses."""
        return self.holding.label


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A heading with what is held below it; kinds with the most rows first."""

    group: Group
    kinds: Sequence[Kind]

    @property
    def count(self) -> int:
        """Return how many items there are in all."""
        return sum(one.count for one in self.kinds)

    @property
    def some(self) -> list[Kind]:
        """Return the kinds that hold something."""
        return [one for one in self.kinds if one.count]

    @property
    def none(self) -> list[Kind]:
        """Return the kinds that hold nothing."""
        return [one for one in self.kinds if not one.count]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of a kind of data: from where, why, by which right, who sees it, how long."""

    source: str
    purpose: str
    basis: str
    law: str
    seen_by: Sequence[str]
    kept: str
    kept_why: str
    then: str


@lru_cache(maxsize=8)
def kinds_about(about: frozenset[About]) -> tuple[Holding, ...]:
    """Return what may be held of such people, in the order of the headings."""
    found = [one for some in sorted(about) for one in datamap.holdings_about(some) if one.subject]
    return tuple(
        sorted(found, key=lambda one: (datamap.GROUPS[one.group].order, one.about, one.label))
    )


def holding_of(reader: Reader, group: str, label: str) -> Holding:
    """Return a kind of data that may be held of her; raises NotHeld."""
    for one in kinds_about(reader.about):
        if one.label == label and one.group == group:
            return one
    raise NotHeld(label)


def rows_of(holding: Holding, person_id: int) -> "QuerySet[Any, Any]":
    """Return her rows of a kind of data, in no order."""
    return holding.model._default_manager.filter(**{holding.subject: person_id}).order_by()  # noqa: SLF001


def counts(reader: Reader) -> dict[str, int]:
    """Return how many rows there are of each kind, by label; one question."""
    labels, sql, params = _question(current_municipality_id(), reader.about)
    if not labels:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(sql, [reader.pk if one == _HERS else one for one in params])
        found = dict(cursor.fetchall())
    return {label: found.get(place, 0) for place, label in enumerate(labels)}


@lru_cache(maxsize=64)
def _question(
    _municipality_id: int, about: frozenset[About]
) -> tuple[Sequence[str], str, Sequence[Any]]:
    """Return the labels, and the question for how many of each; made once for each kommune.

    Making it costs more than asking it. The kommune's number stands in its values.
    """
    labels: list[str] = []
    parts: list[str] = []
    params: list[Any] = []
    for place, holding in enumerate(kinds_about(about)):
        said, values = rows_of(holding, _HERS).values_list("pk").query.sql_with_params()
        labels.append(holding.label)
        parts.append(
            f"SELECT {place} AS place, count(*) AS found "  # noqa: S608 - Django's own SQL
            f"FROM ({said}) AS t{place}"
        )
        params.extend(values)
    return labels, "\nUNION ALL\n".join(parts), params


def overview(reader: Reader) -> list[GroupLine]:
    """Return every heading that concerns such a person, with how much is held below it."""
    found = counts(reader)
    lines = []
    for group in datamap.groups():
        kinds = [
            Kind(one, found[one.label])
            for one in kinds_about(reader.about)
            if one.group == group.code
        ]
        if kinds:
            lines.append(GroupLine(group, sorted(kinds, key=lambda one: -one.count)))
    return lines


def group_line(reader: Reader, code: str) -> GroupLine:
    """Return one heading; raises NotHeld."""
    for line in overview(reader):
        if line.group.code == code:
            return line
    raise NotHeld(code)


def facts(holding: Holding, days: Mapping[str, int]) -> Facts:
    """Return what is said of a kind of data.

    Args:
        holding: the kind.
        days: the kommune's own days by the code of a retention.
    """
    purpose = datamap.PURPOSES[holding.purpose]
    basis = datamap.BASES[purpose.basis]
    retention = datamap.RETENTIONS[holding.retention]
    return Facts(
        source=str(holding.source),
        purpose=str(purpose.name),
        basis=str(basis.name),
        law=str(basis.law),
        seen_by=[str(words.ROLES.get(role, role)) for role in holding.seen_by],
        kept=kept(retention, days.get(retention.code, retention.days)),
        kept_why=str(retention.why),
        then=_THEN[retention.then](),
    )


_THEN: Mapping[datamap.Then, Callable[[], str]] = {
    datamap.Then.DELETE: lambda: _("Så bliver det slettet."),
    datamap.Then.ANONYMISE: lambda: _("Så bliver det lavet om til tal uden dit navn."),
    datamap.Then.KEEP: lambda: "",
}


def kept(retention: datamap.Retention, days: int) -> str:
    """Return in words how long something is kept."""
    if retention.clock is datamap.Clock.NEVER:
        return str(retention.name)
    span = wording.span(days)
    if retention.clock is datamap.Clock.ROW:
        return _("%(span)s, fra det blev skrevet") % {"span": span}
    if retention.clock is datamap.Clock.LEFT:
        return _("Så længe du er her, og %(span)s efter") % {"span": span}
    return _("Så længe du får hjælp, og %(span)s efter") % {"span": span}


def group_of(holding: Holding) -> Group:
    """Return the heading a kind of data stands below."""
    return datamap.GROUPS[holding.group]


def kind_called(reader: Reader, label: str) -> Holding | None:
    """Return a kind of data that may be held of her, by its label alone."""
    return next((one for one in kinds_about(reader.about) if one.label == label), None)


def change_url(holding: Holding) -> str:
    """Return the page where she changes or deletes rows of a kind; "" when it needs a row."""
    if not holding.change or holding.change_takes_pk:
        return ""
    return reverse(holding.change)


def own_place(holding: Holding) -> str:
    """Return where she deletes of a kind herself: its own page, or the rows with a way each."""
    there = reverse("mydata:holding", args=[holding.group, holding.label])
    return change_url(holding) or there
