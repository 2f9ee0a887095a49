# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One kind of work on the labour market: region by region, week by week, with its uncertainty.

Read from the nights' tables; nothing is counted live, and no number is of fewer than five people.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.db import connection

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.tailored.models import DemandFigures, SeekerFigures
from jobunivers.rooms.tailored.queries import market_words
from jobunivers.rooms.tailored.queries.market import home_region
from jobunivers.science.demand import FEWEST, Balance

WEEKS = 12
_TABLE = DemandFigures._meta.db_table  # noqa: SLF001 - Django's documented model meta
# Of each week its last night; of each night the rows of one kind of work alone.
_ROWS = f"""
    SELECT f.day, r.row ->> 1, r.row
    FROM (SELECT DISTINCT ON (date_trunc('week', day)) day, rows FROM {_TABLE}
          WHERE day > %s AND day <= %s ORDER BY date_trunc('week', day), day DESC) AS f
    CROSS JOIN LATERAL jsonb_array_elements(f.rows) AS r(row)
    WHERE r.row ->> 0 = %s ORDER BY f.day, 2
"""  # noqa: S608 - our own text
_FIRST, _LAST = 3, 10  # where the balance stands in a row, between group and region and elsewhere


@dataclass(frozen=True, slots=True)
class InRegion:
    """Work in a region: positions, people who fit (None: fewer than five), jobs for each."""

    code: str
    name: str
    positions: int
    seekers: int | None
    ratio: float | None
    low: str
    high: str  # empty: no upper end, or not told
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Week:
    """The last night of a week in the chosen region."""

    day: date
    positions: int
    seekers: int | None


@dataclass(frozen=True, slots=True)
class WorkMarket:
    """One kind of work. `day` is None before the first night."""

    group: str
    name: str
    region: str
    region_name: str
    day: date | None
    here: InRegion | None
    regions: Sequence[InRegion]
    weeks: Sequence[Week]
    ours: int | None  # the kommune's own who fit and can get there; None: fewer than five
    asked: Mapping[str, str]

    @property
    def query(self) -> str:
        """Return the search of these jobs."""
        return urlencode({name: text for name, text in self.asked.items() if text})


def work_market(*, group: str, region: str, language: str) -> WorkMarket | None:
    """Return a kind of work by its ISCO group of three digits; None when there is no such work."""
    uri = taxonomy.occupation_groups().filter(code=group).values_list("uri", flat=True).first()
    if uri is None:
        return None
    names = {code: f"Region {name}" for code, name in places.regions()}
    chosen = region if region in names else home_region(list(names.items()))
    newest = DemandFigures.objects.order_by("-day").values_list("day", flat=True).first()
    found = _read(group, newest) if newest else []
    regions = [_in_region(code, names[code], held) for day, code, held in found
               if day == newest and code in names]  # fmt: skip
    area = taxonomy.area_of(group)
    own = SeekerFigures.objects.filter(day=newest).order_by("pk").first() if newest else None
    return WorkMarket(
        group=group,
        name=taxonomy.labels([uri], language).get(uri, group),
        region=chosen,
        region_name=names[chosen],
        day=newest,
        here=next((one for one in regions if one.code == chosen), None),
        regions=regions,
        weeks=[
            Week(day, held.positions, held.seekers) for day, code, held in found if code == chosen
        ],
        ours=own.groups.get(chosen, {}).get(group) if own else None,
        asked={"sted": names[chosen], "omraade": area.slug if area else ""},
    )


def _read(group: str, newest: date) -> list[tuple[date, str, Balance]]:
    since = newest - timedelta(weeks=WEEKS)
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, [since, newest, group])
        rows = cursor.fetchall()
    return [
        (
            day,
            code,
            Balance(*(json.loads(row) if isinstance(row, str) else row)[_FIRST : _LAST + 1]),
        )
        for day, code, row in rows
    ]


def _in_region(code: str, name: str, held: Balance) -> InRegion:
    waits = held.positions >= FEWEST and held.label != "surplus"
    words = market_words.waiting(held) if waits else market_words.seeking(held)
    low, high = market_words.ends(held)
    return InRegion(
        code, name, held.positions, held.seekers, held.ratio, low, high, held.label, words
    )
