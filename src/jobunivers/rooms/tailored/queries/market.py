# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where work waits for people and people for work, for those who help them: figures alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.rooms.tailored.models import SeekerFigures
from jobunivers.rooms.tailored.queries import market_words
from jobunivers.rooms.tailored.queries.figures import DEPTH, newest, table_of
from jobunivers.rooms.tailored.queries.pages import MODEL
from jobunivers.science.demand import FEWEST, GroupRow, Table, suggestions
from jobunivers.trust import queries as trust

_SHOWN, _OFFERS = 12, 6
_WAITING = 0.5
"""At least one open position for two who fit, to be told among work that waits for people."""
_TRENDS: Mapping[str, Promise] = {
    "rising": _("Flere job end for fire uger siden"),
    "falling": _("Færre job end for fire uger siden"),
    "steady": _("Som for fire uger siden"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A kind of work in a region: positions, people (None: fewer than five), what that means."""

    group: str  # ISCO, three digits
    name: str
    positions: int
    seekers: int | None
    balance: str
    trend: str | Promise
    query: str  # of the search page


@dataclass(frozen=True, slots=True)
class Offer:
    """Many jobs that the kommune's own job seekers fit, and people of other regions who do."""

    group: str  # ISCO, three digits
    name: str
    positions: int
    ours: int
    elsewhere: Sequence[tuple[str, int]]  # region's name, people
    query: str
    asked: Mapping[str, str]  # the same by name


@dataclass(frozen=True, slots=True)
class LabourMarket:
    """What the page shows of a region. `day` is None before the first night."""

    regions: Sequence[tuple[str, str]]
    region: str
    region_name: str
    day: date | None = None
    off: bool = False
    trends: bool = False  # there are figures to compare with
    unplaced: int = 0
    wanted: Sequence[Figure] = ()
    crowded: Sequence[Figure] = ()
    offers: Sequence[Offer] = ()


def labour_market(*, region: str, language: str) -> LabourMarket:
    """Return the newest figures of a region; of the kommune's own when there is no such region."""
    regions = [(code, f"Region {name}") for code, name in places.regions()]
    names = dict(regions)
    home = home_region(regions)
    chosen = region if region in names else home
    off, figures = not trust.is_on(MODEL), newest()
    if figures is None:
        return LabourMarket(regions, chosen, names[chosen], off=off)
    table = table_of(figures)
    rows = [row for row in table.groups if row.region == chosen]
    about = _About(_names(rows, language), names[chosen])
    own = SeekerFigures.objects.filter(day=figures.day).order_by("pk").first()
    ours = own.groups.get(chosen, {}) if own else {}
    return LabourMarket(
        regions=regions,
        region=chosen,
        region_name=names[chosen],
        day=figures.day,
        off=off,
        trends=any(row.balance.trend != "new" for row in rows),
        unplaced=figures.unplaced,
        wanted=[about.figure(row, market_words.waiting(row.balance)) for row in _wanted(rows)],
        crowded=[about.figure(row, market_words.seeking(row.balance)) for row in _crowded(rows)],
        offers=_offers(rows, ours, _elsewhere(table, chosen, home, names), about),
    )


def home_region(regions: Sequence[tuple[str, str]]) -> str:
    """Return the region that the kommune lies in; the first one for who lies nowhere."""
    municipality = tenancy.by_pk(current_municipality_id())
    home = places.kommune(municipality.code) if municipality else None
    return home.region_code if home else regions[0][0]


def _names(rows: Iterable[GroupRow], language: str) -> dict[str, str]:
    wanted = {row.group for row in rows}
    groups = taxonomy.occupation_groups().filter(code__in=wanted)
    addresses = dict(groups.values_list("code", "uri"))
    labels = taxonomy.labels(addresses.values(), language)
    return {code: labels[uri] for code, uri in addresses.items() if uri in labels}


@dataclass(frozen=True, slots=True)
class _About:
    """How work and a region are called, and how they are searched for."""

    names: Mapping[str, str]
    region: str

    def name(self, group: str) -> str:
        return self.names.get(group, group)

    def asked(self, group: str) -> dict[str, str]:
        area = taxonomy.area_of(group)
        return {"sted": self.region, "omraade": area.slug if area else ""}

    def query(self, group: str) -> str:
        return urlencode({name: text for name, text in self.asked(group).items() if text})

    def figure(self, row: GroupRow, balance: str) -> Figure:
        held = row.balance
        trend = _TRENDS.get(held.trend, "")
        name, query = self.name(row.group), self.query(row.group)
        return Figure(row.group, name, held.positions, held.seekers, balance, trend, query)


def _wanted(rows: Iterable[GroupRow]) -> list[GroupRow]:
    """Return where most positions wait for each who fits, by the lower end of the interval."""
    found = [
        (market_words.least_jobs(row.balance), row)
        for row in rows
        if row.balance.positions >= FEWEST and row.balance.label != "surplus"
    ]
    found = [(least, row) for least, row in found if least >= _WAITING]
    found.sort(key=lambda one: (-one[0], -one[1].balance.positions, one[1].group))
    return [row for _least, row in found[:_SHOWN]]


def _crowded(rows: Iterable[GroupRow]) -> list[GroupRow]:
    """Return where most who fit wait for each position, by the lower end of the interval."""
    found = [(market_words.least_people(row.balance), row) for row in rows]
    found = [(least, row) for least, row in found if least >= 1 and row.balance.seekers]
    found.sort(key=lambda one: (-one[0], -(one[1].balance.seekers or 0), one[1].group))
    return [row for _least, row in found[:_SHOWN]]


def _elsewhere(
    table: Table, region: str, home: str, names: Mapping[str, str]
) -> dict[str, list[tuple[str, int]]]:
    """Return by group whom `science.demand` suggests to tell of the region's jobs.

    Those of the kommune's own region stand beside them as its own.
    """
    return {
        one.group: [(names[code], people) for code, people in one.segments if code != home]
        for one in suggestions(table, depth=DEPTH)
        if one.region == region
    }


def _offers(
    rows: Iterable[GroupRow],
    ours: Mapping[str, int],
    elsewhere: Mapping[str, Sequence[tuple[str, int]]],
    about: _About,
) -> list[Offer]:
    """Return where many positions wait that the kommune's own fit, or people from elsewhere."""
    found = []
    for row in rows:
        held, mine = row.balance, ours.get(row.group, 0)
        short = held.label == "shortage" or (held.seekers or 0) < held.positions
        others = elsewhere.get(row.group, ())
        if held.positions >= FEWEST and short and (mine or others):
            name, query = about.name(row.group), about.query(row.group)
            asked = about.asked(row.group)
            found.append(Offer(row.group, name, held.positions, mine, others, query, asked))
    found.sort(key=lambda one: (-min(one.positions, one.ours), -one.positions, one.name))
    return found[:_OFFERS]
