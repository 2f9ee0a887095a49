# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people did on the shelves as columns: the rooms' own rows, and an event for each."""

from collections.abc import Iterator, Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from jobunivers.simulator.nation import columns
from jobunivers.simulator.nation.columns import Column
from jobunivers.simulator.nation.parts import ACTIVITIES_EACH
from jobunivers.simulator.nation.shelved import DAY, DONE, STATES, Shelves, Taken, Uses

Ints = NDArray[np.int64]
Given = tuple[str, Mapping[str, Column]]
_RATED_AFTER = 120  # seconds


class Common(Protocol):
    """What all rows of a chunk have in common: whose they are, and events."""

    @property
    def first_id(self) -> int:
        """Return the number of the first citizen."""

    def ours(self, many: int) -> Column:
        """Return the kommune."""

    def citizen(self, person: Ints) -> Column:
        """Return people's numbers."""

    def event(
        self, kind: str, person: Ints, at: Ints, *, data: str, numbers: list[Ints]
    ) -> Mapping[str, Column]:
        """Return events of people who did something themselves."""


def rows(common: Common, shelves: Shelves, taken: Taken) -> Iterator[Given]:
    """Yield label and columns of every table that a year on the shelves leaves rows in."""
    yield from _uses(common, shelves, taken.uses)
    yield from _acts(common, shelves, taken)
    yield from _ratings(common, shelves, taken.uses)
    yield from _kept(common, shelves, taken.kept)
    yield from _planned(common, shelves, taken)
    yield from _handed(common, shelves, taken)


def _uses(common: Common, shelves: Shelves, uses: Uses) -> Iterator[Given]:
    yield (
        "marketplace.OfferUse",
        {
            **_of(common, shelves, uses.person, uses.row),
            "version": columns.integer(shelves.version[uses.row]),
            "way": columns.lookup(shelves.way, uses.row),
            "started_at": columns.moment(uses.first),
            "last_at": columns.moment(uses.last),
            "starts": columns.integer(uses.starts),
            "progress": columns.double(uses.progress),
            "score": columns.double(uses.score, uses.score < 0),
            "completed_at": columns.moment(uses.done, uses.done == 0),
        },
    )


def _acts(common: Common, shelves: Shelves, taken: Taken) -> Iterator[Given]:
    person, row, at = taken.began
    uses, done = taken.uses, np.flatnonzero(taken.uses.done)
    through = uses.person[done], uses.row[done], uses.done[done]
    for act, event, (who, what, when) in (
        ("shown", "", (person, row, at - 20)),
        ("started", "marketplace.offer_started", (person, row, at)),
        ("completed", "marketplace.offer_completed", through),
    ):
        offers = shelves.id[what]
        keys = zip((common.first_id + who).tolist(), offers.tolist(), when.tolist(), strict=True)
        yield (
            "marketplace.UseAct",
            {
                **_of(common, shelves, who, what),
                "version": columns.integer(shelves.version[what]),
                "act": columns.same(act.encode(), len(who)),
                "at": columns.moment(when),
                "key": columns.text(f"sim:{act}:{one}:{offer}:{sec}" for one, offer, sec in keys),
            },
        )
        if event:
            yield "events.Event", common.event(
                event, who, when, data='{"offer_id": %}', numbers=[offers]
            )  # fmt: skip


def _ratings(common: Common, shelves: Shelves, uses: Uses) -> Iterator[Given]:
    said = np.flatnonzero(uses.stars)
    person, row = uses.person[said], uses.row[said]
    at = np.maximum(uses.done[said], uses.first[said] + 600) + _RATED_AFTER
    yield (
        "marketplace.Rating",
        {
            **_of(common, shelves, person, row),
            "offer_version": columns.integer(shelves.version[row]),
            "stars": columns.smallint(uses.stars[said]),
            "at": columns.moment(at),
        },
    )
    yield "events.Event", common.event(
        "marketplace.offer_rated", person, at, data='{"offer_id": %}', numbers=[shelves.id[row]]
    )  # fmt: skip


def _kept(common: Common, shelves: Shelves, kept: tuple[Ints, Ints, Ints]) -> Iterator[Given]:
    person, row, at = kept
    yield (
        "marketplace.KeptOffer",
        {**_of(common, shelves, person, row), "at": columns.moment(at)},
    )
    yield "events.Event", common.event(
        "marketplace.offer_kept", person, at, data='{"offer_id": %}', numbers=[shelves.id[row]]
    )  # fmt: skip


def _planned(common: Common, shelves: Shelves, taken: Taken) -> Iterator[Given]:
    person, row, at, state = taken.planned
    n = len(person)
    ids = np.int64(common.first_id) * ACTIVITIES_EACH + np.arange(n)
    title = columns.lookup(shelves.title, row)
    uses, many = taken.uses, max(len(shelves), 1)
    # The day she got through, of those who did; they stand in the order of `uses`' keys.
    where = np.searchsorted(uses.person * many + uses.row, person * many + row)
    over = state == DONE
    through = np.where(over, uses.done[np.minimum(where, max(len(uses.done) - 1, 0))], at) if (
        len(uses.done)
    ) else at  # fmt: skip
    yield (
        "plan.Activity",
        {
            "id": columns.bigint(ids),
            "municipality_id": common.ours(n),
            "citizen_id": common.citizen(person),
            "kind": columns.same(b"course", n),
            "title": title,
            "state": columns.coded(state, [one.encode() for one in STATES]),
            "done_on": columns.day(through // DAY, ~over),
            "made_by_id": common.citizen(person),
            "thing_kind": columns.same(b"offer", n),
            "thing_id": columns.bigint(shelves.id[row]),
            "thing_title": title,
            "order": columns.integer(np.arange(n) % 100 + 1),
            "created_at": columns.moment(at),
            "changed_at": columns.moment(np.maximum(at, through)),
        },
    )
    yield "events.Event", common.event(
        "plan.activity_added", person, at, data='{"activity": %}', numbers=[ids]
    )  # fmt: skip


def _handed(common: Common, shelves: Shelves, taken: Taken) -> Iterator[Given]:
    """Yield her yes before the first time, and a receipt each time something is handed over."""
    uses = taken.uses
    first = np.flatnonzero(shelves.hands_over[uses.row])
    person, row, at = uses.person[first], uses.row[first], uses.first[first] - 10
    yield (
        "launching.HandOver",
        {
            **_of(common, shelves, person, row),
            "data": columns.lookup(shelves.handed, row),
            "terms": columns.lookup(shelves.terms, row),
            "given_at": columns.moment(at),
        },
    )
    yield "events.Event", common.event(
        "launching.agreed", person, at, data='{"offer_id": %}', numbers=[shelves.id[row]]
    )  # fmt: skip
    each = np.flatnonzero(shelves.hands_over[taken.began[1]])
    person, row, at = (one[each] for one in taken.began)
    yield (
        "launching.Receipt",
        {
            **_of(common, shelves, person, row),
            "title": columns.lookup(shelves.title, row),
            "recipient": columns.lookup(shelves.recipient, row),
            "data": columns.lookup(shelves.handed, row),
            "terms": columns.lookup(shelves.terms, row),
            "at": columns.moment(at),
        },
    )


def _of(common: Common, shelves: Shelves, person: Ints, row: Ints) -> dict[str, Column]:
    return {
        "municipality_id": common.ours(len(person)),
        "citizen_id": common.citizen(person),
        "offer_id": columns.bigint(shelves.id[row]),
    }
