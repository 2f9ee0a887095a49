# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where work waits for people and people for work, by ISCO group, skill and region.

`demand` counts; where people may not be seen together, `count` each part's and make a `table` of
the sum. `suggestions` says where many vacancies and people elsewhere could meet.
What comes out are aggregates; groups of fewer than five people are not told.
"""

from collections.abc import Sequence

from jobunivers.science.demand import counting, rows
from jobunivers.science.demand.balance import balance, ratio_interval
from jobunivers.science.demand.counting import Fitting, Suits
from jobunivers.science.demand.data import (
    FEWEST,
    FITS,
    VERSION,
    Balance,
    GroupRow,
    Kinds,
    Label,
    Seekers,
    SkillRow,
    Suggestion,
    Table,
    Trend,
    Vacancies,
)

__all__ = [
    "FEWEST",
    "FITS",
    "VERSION",
    "Balance",
    "Fitting",
    "GroupRow",
    "Kinds",
    "Label",
    "Seekers",
    "SkillRow",
    "Suggestion",
    "Suits",
    "Table",
    "Trend",
    "Vacancies",
    "balance",
    "count",
    "demand",
    "ratio_interval",
    "suggestions",
    "suits",
    "table",
]


def demand(
    vacancies: Vacancies,
    seekers: Seekers,
    kinds: Kinds,
    regions: Sequence[str],
    *,
    fits: float = FITS,
    before: Table | None = None,
) -> Table:
    """Return open positions against people who fit, by group and region and by skill and region.

    A group's seekers are those who live in the region and have done or want work of a kind near
    enough to one of the group's. `before` is an earlier day's table, for the trends.
    """
    rows.check(vacancies, seekers, kinds, len(regions))
    suited = Suits.of(kinds, fits)
    fitting = counting.people_who_fit(seekers, suited, len(regions))
    found = table(vacancies, fitting, suited, regions, before=before)
    return Table(found.groups, rows.skills(vacancies, seekers, regions, before))


def suits(kinds: Kinds, *, fits: float = FITS) -> Suits:
    """Return which groups each kind suits, for `count` and `table`."""
    return Suits.of(kinds, fits)


def count(seekers: Seekers, suited: Suits, regions: int) -> Fitting:
    """Return how many of some people fit what where; counts of different people may be added."""
    return counting.people_who_fit(seekers, suited, regions)


def table(
    vacancies: Vacancies,
    fitting: Fitting,
    suited: Suits,
    regions: Sequence[str],
    *,
    before: Table | None = None,
) -> Table:
    """Return the groups' rows of `demand`, from people who were counted before."""
    posted = counting.open_positions(vacancies, suited.groups, len(regions))
    return Table(rows.groups(suited.groups, regions, posted, fitting, before), ())


def suggestions(table: Table, *, least_positions: int = FEWEST, depth: int = 2) -> list[Suggestion]:
    """Return where many positions wait and people elsewhere fit and can get here, largest first.

    Looked for among groups of `depth` digits with a shortage or with fewer seekers than
    positions; each segment holds at least five people.
    """
    found = []
    for row in table.groups:
        held = row.balance
        enough = len(row.group) == depth and held.positions >= least_positions
        short = held.label == "shortage" or (held.seekers or 0) < held.positions
        if enough and short and row.elsewhere:
            found.append(
                Suggestion(row.group, row.region, held.positions, held.seekers, row.elsewhere)
            )
    found.sort(key=lambda s: (-min(s.positions, s.reached), -s.positions, s.group, s.region))
    return found
