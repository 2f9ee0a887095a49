# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A day's openings, ready to be compared with anybody: the door of matching."""

import copy
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.matching import preparing
from jobunivers.science.matching.arrays import DIMS, frozen
from jobunivers.science.matching.asking import CONSTRAINTS, SILENT, scores_of_all
from jobunivers.science.matching.batch import Batch, Group, by_land, groups, in_threads, split
from jobunivers.science.matching.choosing import SLACK, SLACK_KM, best_of_each, chosen, within_box
from jobunivers.science.matching.kernel import BARRED
from jobunivers.science.matching.openings import Openings
from jobunivers.science.matching.people import People, Profile, row_of
from jobunivers.science.matching.ranking import Excluded, Match, Ranking
from jobunivers.science.matching.reaching import asked_by, helps, scores_for
from jobunivers.science.matching.recording import Told, records_from
from jobunivers.science.matching.records import Record, in_places, reasons
from jobunivers.science.matching.seeing import Asked, Seen, asked_of, seen_by
from jobunivers.science.matching.tables import Bytes, Floats, Folk, Int32s, Int64s, Near
from jobunivers.science.matching.telling import tell
from jobunivers.science.matching.travel import halves, last_legs
from jobunivers.science.matching.vocabulary import Vocabulary
from jobunivers.science.matching.weights import DEFAULT_MODEL, Model, steps_of

MOST_PRICE = 20_000


class World:
    """Openings, a taxonomy and a model; building one also builds the inverted lists.

    Days count from 1970-01-01. The same people, openings, model, prices and day give the same
    whole numbers: for one or many people, in parts, in any order, on any machine.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        openings: Openings,
        model: Model = DEFAULT_MODEL,
        prices: Sequence[int] | NDArray[np.int32] | None = None,
    ) -> None:
        """Prepare the openings; `prices` has a whole number ≥ 0 for each row.

        ValueError when the openings were packed with another vocabulary or the prices do not fit.
        """
        if openings.vocabulary != vocabulary.digest:
            raise ValueError("The openings were packed with another vocabulary")
        self.vocabulary, self.openings, self.model = vocabulary, openings, model
        self._shares = frozen(model.table())
        self._terms = preparing.terms_of(vocabulary)
        self._known = preparing.known_of(openings, vocabulary)
        self._classes, group = preparing.classes_of(openings)
        price = _prices(prices, len(openings))
        self._all = preparing.near_of(openings, self._known, vocabulary, group, price)
        self._tails: dict[int, Floats] = {}

    def with_prices(self, prices: Sequence[int] | NDArray[np.int32] | None) -> "World":
        """Return the same world with other prices; what was prepared is shared."""
        other = copy.copy(self)
        other._all = self._all._replace(price=_prices(prices, len(self.openings)))  # noqa: SLF001
        return other

    def _on(self, day: int, land: int | None = None) -> Near:
        """Return all openings on a day, with the water as seen from a land."""
        near = self._all
        if land is not None:
            near = preparing.with_water(near, self._tail(land), self.openings.land)
        return near._replace(fresh=preparing.fresh_at(self.openings, day))

    def _tail(self, land: int) -> Floats:
        """Return the last legs from a land to each opening, (n,); remembered."""
        if land not in self._tails:
            here = self.openings
            self._tails[land] = frozen(last_legs(land, here.land, here.lat, here.lon))
        return self._tails[land]

    def rank(
        self,
        profile: Profile,
        *,
        day: int,
        limit: int = 60,
        boldness: float | None = None,
        like: Sequence[int] = (),
    ) -> Ranking:
        """Return the openings that fit a person best on a day, at most `limit`, ties by id.

        `boldness` takes the place of the profile's. `like`: openings to find more like; their kinds
        of work act as wishes, their mean meaning as her words.
        """
        people = self._one(profile, boldness, like)
        out, codes = self._scores(people, day)
        rows = np.empty(max(1, limit), dtype=np.int32)
        scores = np.empty(max(1, limit), dtype=np.int32)
        allowed = np.where(codes == 0, out, BARRED).astype(np.int32)
        chosen(allowed, self._all.row, np.empty(len(rows), dtype=np.int64), rows, scores)
        last = int(rows[-1])
        better = np.ones(len(out), dtype=bool)
        if last >= 0:
            better = (out > scores[-1]) | ((out == scores[-1]) & (np.arange(len(out)) < last))
        counts = np.bincount(codes[better], minlength=len(CONSTRAINTS)).tolist()
        kept = {
            name: count
            for name, count in list(zip(CONSTRAINTS, counts, strict=True))[SILENT + 1 :]
            if count
        }
        considered = int(np.count_nonzero((codes == 0) | (codes > SILENT)))
        found = self.record_of(people, rows[None, :limit], day=day)[0]
        return Ranking(tuple(_match(record) for record in in_places(found)), kept, considered)

    def explain(self, profile: Profile, opening_id: int, *, day: int) -> Match | Excluded:
        """Return why an opening has its place for a person, or what keeps it from her.

        KeyError when there is no such opening, or none that she may see.
        """
        people = self._one(profile, None, ())
        row = self.openings.row(opening_id)
        _, codes = self._scores(people, day)
        name = CONSTRAINTS[int(codes[row])]
        if name == "not_hers":
            raise KeyError(opening_id)
        if name:
            return Excluded(opening_id, name)
        rows = np.array([[row]], dtype=np.int32)
        return _match(self.record_of(people, rows, day=day)[0, 0])

    def seen(self, profile: Profile, *, day: int) -> Seen:
        """Return one person before all openings, in arrays over their rows."""
        people = self._one(profile, None, ())
        out, codes = self._scores(people, day)
        return seen_by(self._terms, self._all, preparing.folk_of(people), out, codes)

    def asked(self) -> Asked:
        """Return what the openings ask for, in arrays over their rows."""
        return asked_of(self._terms, self._known, self._all)

    def _one(self, profile: Profile, boldness: float | None, like: Sequence[int]) -> People:
        row = row_of(profile, self.vocabulary)
        if boldness is not None:
            row = row._replace(boldness=steps_of(boldness))
        rows = self.openings.rows(like)
        if rows:
            kinds = tuple(int(kind) for kind in self.openings.kind[rows])
            row = row._replace(wishes=row.wishes + kinds)
            if any(meaning := _middle(self.openings.meaning[rows])):
                row = row._replace(meaning=meaning)
        return People.of_rows([row], [0], self.vocabulary)

    def _scores(self, people: People, day: int) -> tuple[Int32s, Bytes]:
        near = self._on(day, int(people.land[0]))
        codes = np.empty(len(self.openings), dtype=np.uint8)
        scratch, room = preparing.scratch_of(self._terms), self._room(near)
        scores_of_all(
            self._terms, self._classes, near, self._known, preparing.folk_of(people), self._shares,
            0, day, scratch, *room, codes,
        )  # fmt: skip
        return room[-1], codes

    def records(self, people: People, *, day: int, top: int, threads: int = 1) -> Batch:
        """Return the `top` best openings of each person on a day, with `threads` at work.

        ValueError when the people were packed with another vocabulary.
        """
        folk = self._folk(people)
        rows = np.full((len(people), top), -1, dtype=np.int32)
        scores = np.zeros((len(people), top), dtype=np.int32)
        near = self._on(day)

        def work(group: Group) -> None:
            local = self._local(people, folk, near, group, day)
            scratch, room = preparing.scratch_of(self._terms), self._room(local)
            heap = np.empty(top, dtype=np.int64)
            best_of_each(
                self._terms, self._classes, local, self._known, folk, self._shares, group.who,
                scratch, *room, heap, rows, scores,
            )  # fmt: skip

        if top > 0 and len(self.openings):
            in_threads(work, ((group,) for group in split(groups(people))), threads)
        return Batch(rows, scores)

    def _room(self, near: Near) -> tuple[Int32s, Int32s, Floats, Int32s]:
        """Return room for sums, points of classes, ways and scores."""
        size = len(near.row)
        return (
            np.empty(int(near.places[0]), dtype=np.int32),
            np.empty(len(self._classes.owner), dtype=np.int32),
            np.empty(size, dtype=np.float32),
            np.empty(size, dtype=np.int32),
        )

    def _folk(self, people: People) -> Folk:
        if people.vocabulary != self.vocabulary.digest:
            raise ValueError("The people were packed with another vocabulary")
        return preparing.folk_of(people)

    def _local(self, people: People, folk: Folk, near: Near, group: Group, day: int) -> Near:
        """Return the openings that somebody in a group may reach on a day."""
        lat, lon = people.lat[group.who], people.lon[group.who]
        corners = np.array([lat.min(), lat.max(), lon.min(), lon.max()], dtype=np.int32)
        cosine, sine = halves(corners[:2])
        ends = (cosine[0], sine[0], cosine[1], sine[1])
        box = np.array([*ends, group.reach, group.remote], dtype=np.float32)
        rows = within_box(near, self._known.last, frozen(box), frozen(corners), day)
        tail, land = self._tail(group.land)[rows], self.openings.land[rows]
        if group.reach >= 0:
            # Where water is between, the shortest way of anybody here may be too long.
            around = folk.legs[group.who].min(axis=0)[land] + tail
            away = near.away[rows] if group.remote else np.float32(1.0)
            there = (tail < 0) | (around * away <= group.reach * SLACK + SLACK_KM)
            rows, tail, land = rows[there], tail[there], land[there]
        local = preparing.gathered(near, rows, self._known, self.vocabulary)
        return preparing.with_water(local, tail, land)

    def record_of(
        self,
        people: People,
        rows: Int32s,
        *,
        day: int,
        propensities: NDArray[np.float32] | None = None,
        threads: int = 1,
    ) -> NDArray[Record]:
        """Return what is kept of recommendations, (m, top) like `rows` (−1: none there).

        `propensities`: how likely chance was to put each in its place, when there was chance.
        """
        folk = self._folk(people)
        m, top = rows.shape
        parts = np.zeros((m, top, 10), dtype=np.int16)
        facts = np.zeros((m, top, 10), dtype=np.uint8)
        km = np.zeros((m, top), dtype=np.uint16)
        mine = np.full((m, top, 2), -1, dtype=np.int32)
        matched = np.full((m, top, 3), -1, dtype=np.int32)
        missing = np.full((m, top, 3), -1, dtype=np.int32)
        asked = frozen(rows.astype(np.int32))

        def work(land: int, who: Int64s) -> None:
            tell(
                self._terms, self._classes, self._on(day, land), self._known, folk, self._shares,
                who, preparing.scratch_of(self._terms), asked, parts, facts, km, mine, matched,
                missing,
            )  # fmt: skip

        in_threads(work, by_land(people), threads)
        told = Told(parts, facts, km, mine, matched, missing)
        return records_from(rows, told, self.openings, self.vocabulary, propensities)

    def people_for(
        self, row: int, people: People, *, day: int, least: int = 0, threads: int = 1
    ) -> tuple[Int64s, Int32s]:
        """Return whom an opening fits (score ≥ `least`): rows and scores, best first.

        The scores are those of `records`; whom a constraint keeps from it is left out.
        """
        folk = self._folk(people)
        out = np.full(len(people), BARRED, dtype=np.int32)
        if self.openings.last[row] >= day:
            asked, weight = asked_by(self._known, row, self.vocabulary.skills)
            terms = self._terms
            own = helps(asked, terms.own_start, terms.own_skill, terms.own_value)
            works = helps(asked, terms.work_start, terms.work_skill, terms.work_value)

            def work(land: int, who: Int64s) -> None:
                scratch = preparing.scratch_of(terms)
                best = np.zeros(len(weight), dtype=np.int32)
                scores_for(
                    terms, self._classes, self._on(day, land), self._known, folk, self._shares,
                    own, works, weight, row, who, scratch, best, out,
                )  # fmt: skip

            in_threads(work, by_land(people), threads)
        found = np.flatnonzero((out >= least) & (out > BARRED // 2))
        order = np.lexsort((found, -out[found]))
        return found[order], out[found[order]]


def _prices(prices: Sequence[int] | NDArray[np.int32] | None, count: int) -> Int32s:
    found = np.zeros(count, np.int32) if prices is None else np.array(prices, dtype=np.int32)
    if found.shape != (count,) or (count and (found.min() < 0 or found.max() > MOST_PRICE)):
        raise ValueError(f"Each of the {count} openings needs a price from 0 to {MOST_PRICE}")
    return frozen(found)


def _match(record: Record) -> Match:
    return Match(int(record["vacancy"]), int(record["score"]), reasons(record))


def _middle(meanings: NDArray[np.int8]) -> bytes:
    """Return the middle of vectors, again of length 127; zeros when there is none."""
    whole = meanings.astype(np.int64).sum(axis=0)
    length = float(np.sqrt(np.float64((whole * whole).sum())))
    if length == 0.0:
        return bytes(DIMS)
    middle: NDArray[np.int8] = np.round(whole * (127.0 / length)).astype(np.int8)
    return middle.tobytes()
