# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Spells and deeds of a chunk as columns: the rooms' own rows, and an event for each."""

import random
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from jobunivers.simulator import truth as true
from jobunivers.simulator.nation import columns, registry
from jobunivers.simulator.nation.columns import Column
from jobunivers.simulator.nation.deeds import (
    ANSWERED,
    DAY,
    NO_ANSWER,
    PARTS,
    YEAR,
    Applied,
    Away,
    Deeds,
    Kept,
)
from jobunivers.simulator.nation.lives import SPELLS_EACH, People, Spells
from jobunivers.simulator.nation.parts import ABSENCES_EACH, APPLICATIONS_EACH, Chunk, Setting
from jobunivers.simulator.people import Citizen

Ints = NDArray[np.int64]
Given = tuple[str, Mapping[str, Column]]
_REASONS = (b"follow_up", b"talk", b"case", b"request")
_REASON_SHARES = (0.55, 0.3, 0.1, 0.05)
_HIDE_REASONS = (b"too_far", b"wrong_field", b"wrong_hours", b"missing_skills", b"other")
_PARTS_SEEN = (b"overview", b"profile", b"joblog")
_TESTED = 0.6  # of people, how many answered the self-test of readiness: assumption
_SEARCHES = 0.2  # of people, how many keep a search
_FORMS_OF_APPLYING = (b"digital", b"phone", b"in_person")


class Writing:
    """Writes one chunk."""

    def __init__(
        self,
        setting: Setting,
        chunk: Chunk,
        rng: random.Random,
        numbers: np.random.Generator,
        today: int,
    ) -> None:
        self.setting, self.chunk, self.today = setting, chunk, today
        self.rng, self.numbers = rng, numbers

    def rows(
        self, citizens: Sequence[Citizen], people: People, spells: Spells, deeds: Deeds
    ) -> Iterator[Given]:
        """Yield label and columns of every table, several times a table where that is simpler."""
        first = np.searchsorted(spells.person, np.arange(len(citizens)))
        created = self._moment(spells.began[first])
        yield from self._people(citizens, created, deeds)
        yield from self._spells(spells, first)
        yield from self._absences(deeds.away)
        yield from self._self_tests(people, created)
        yield "events.Event", self.event("identity.logged_in", *deeds.login[:2],
                                          data='{"assurance": "substantial"}')  # fmt: skip
        yield from self._applications(deeds.applied)
        yield from self._marks("vacancies.Star", "vacancies.starred", deeds.starred)
        yield from self._marks("vacancies.Hidden", "vacancies.hidden", deeds.hidden)
        yield from self._searches(citizens, spells)
        yield from self._looks(spells)

    # -- what all rows have in common ----------------------------------------------------------

    def _moment(self, ago: Ints) -> Ints:
        """Return moments in the working hours of days before today."""
        return (self.today - ago) * DAY + self.numbers.integers(7 * 3_600, 14 * 3_600, len(ago))

    @property
    def first_id(self) -> int:
        """Return the number of the chunk's first citizen."""
        return self.chunk.first_id

    def ours(self, many: int) -> Column:
        """Return the kommune of so many rows."""
        return columns.bigint(np.full(many, self.chunk.municipality))

    def citizen(self, person: Ints) -> Column:
        """Return the numbers of people of the chunk."""
        return columns.bigint(self.chunk.first_id + person)

    def event(
        self,
        kind: str,
        person: Ints,
        at: Ints,
        *,
        data: str = "{}",
        numbers: Sequence[Ints] = (),
        actor: Column | None = None,
        by_herself: bool = True,
    ) -> dict[str, Column]:
        """Return events; `data` holds a `%` for each array of numbers."""
        n = len(person)
        who = self.citizen(person)
        return {
            "municipality_id": self.ours(n),
            "at": columns.moment(at),
            "kind": columns.same(kind.encode(), n),
            "citizen_id": who,
            "actor_id": actor or (who if by_herself else columns.same(None, n)),
            "data": columns.filled(data, *numbers)
            if numbers
            else columns.same(b"\x01" + data.encode(), n),
        }

    # -- table by table ------------------------------------------------------------------------

    def _people(self, citizens: Sequence[Citizen], created: Ints, deeds: Deeds) -> Iterator[Given]:
        n = len(citizens)
        person, at = deeds.change
        filled = created + self.numbers.integers(600, 4 * 3_600, n)  # the day she came
        changed = filled.copy()
        np.maximum.at(changed, person, at)
        versions = 1 + len(PARTS) + np.bincount(person, minlength=n)
        told = registry.Registered(
            self.chunk.first_id, self.chunk.municipality, created, changed, versions
        )
        yield from registry.rows(self.rng, citizens, told).items()
        new = np.flatnonzero(created >= (self.today - YEAR) * DAY)
        yield "events.Event", {
            **self.event("identity.person_added", new, created[new], by_herself=False,
                          data='{"person_id": %, "role": "citizen"}',
                          numbers=[self.chunk.first_id + new]),
            "citizen_id": columns.same(None, len(new)),
        }  # fmt: skip
        for order, part in enumerate(PARTS):
            chosen = person[order :: len(PARTS)]
            moments = at[order :: len(PARTS)]
            who = np.concatenate([new, chosen])
            when = np.concatenate([filled[new], moments])
            yield (
                "events.Event",
                self.event("journey.profile_changed", who, when, data=f'{{"part": "{part}"}}'),
            )

    def _spells(self, spells: Spells, first: Ints) -> Iterator[Given]:
        number = np.arange(len(spells.person)) - first[spells.person]
        ids = (self.chunk.first_id + spells.person) * SPELLS_EACH + number
        closed = spells.end >= 0
        recorded = self._moment(spells.began)
        yield (
            "journey.Spell",
            {
                "id": columns.bigint(ids),
                "municipality_id": self.ours(len(ids)),
                "citizen_id": self.citizen(spells.person),
                "began_on": columns.day(self.today - spells.began),
                "ended_on": columns.day(self.today - spells.ended, ~closed),
                "end": columns.coded(spells.end + 1, [b"", *(one.encode() for one in true.ENDS)]),
                "told_by": columns.same(b"case_system", len(ids)),
                "recorded_at": columns.moment(recorded),
            },
        )
        new = np.flatnonzero(spells.began <= YEAR)
        yield "events.Event", self._dated(
            "journey.spell_began", spells.person[new], recorded[new], spells.began[new],
            data='{"spell": %, ', numbers=[ids[new]],
        )  # fmt: skip
        over = np.flatnonzero(closed & (spells.ended <= YEAR) & (spells.ended >= 1))
        for end, name in enumerate(true.ENDS):
            some = over[spells.end[over] == end]
            yield "events.Event", self._dated(
                "journey.spell_ended", spells.person[some], self._moment(spells.ended[some]),
                spells.ended[some], data=f'{{"spell": %, "end": "{name}", ', numbers=[ids[some]],
            )  # fmt: skip

    def _dated(
        self, kind: str, person: Ints, at: Ints, ago: Ints, *, data: str, numbers: Sequence[Ints]
    ) -> dict[str, Column]:
        """Return events whose data ends in a day."""
        days = (self.today - ago).astype("datetime64[D]")
        months = days.astype("datetime64[M]")
        year = days.astype("datetime64[Y]").astype(np.int64) + 1970
        month = months.astype(np.int64) % 12 + 1
        date = (days - months).astype(np.int64) + 1
        return self.event(
            kind, person, at, by_herself=False, data=f'{data}"on": "##-#-#"}}',
            numbers=[*numbers, year // 100, year % 100, month, date],
        )  # fmt: skip

    def _absences(self, away: Away) -> Iterator[Given]:
        n = len(away.person)
        told = self._moment(np.maximum(away.begins, 1))
        ids = np.int64(self.chunk.first_id) * ABSENCES_EACH + np.arange(n)
        to_come = away.ill & (away.ends < 0)  # nobody knows when she will be well
        yield (
            "journey.Absence",
            {
                "id": columns.bigint(ids),
                "municipality_id": self.ours(n),
                "citizen_id": self.citizen(away.person),
                "kind": columns.coded(away.ill.astype(np.int64), [b"holiday", b"illness"]),
                "starts_on": columns.day(self.today - away.begins),
                "ends_on": columns.day(self.today - away.ends, to_come),
                "told_by": columns.same(b"citizen", n),
                "recorded_at": columns.moment(told),
            },
        )
        yield "events.Event", self.event(
            "journey.absence_reported", away.person, told, data='{"absence": %}',
            numbers=[ids], by_herself=False,
        )  # fmt: skip

    def _self_tests(self, people: People, created: Ints) -> Iterator[Given]:
        who = np.flatnonzero(self.numbers.random(len(created)) < _TESTED)
        # What she says of herself is near what is true, not equal to it.
        said = people.traits.readiness[who] + self.numbers.normal(0, 0.12, len(who))
        score = np.round(np.clip(said, 0, 1), 2)
        level = np.searchsorted([0.4, 0.7], score, side="right")
        yield (
            "entrance.SelfTest",
            {
                "municipality_id": self.ours(len(who)),
                "citizen_id": self.citizen(who),
                "actor_id": self.citizen(who),
                "at": columns.moment(created[who] + 1_800),
                "version": columns.same(b"simulated", len(who)),
                "score": columns.double(score),
                "level": columns.coded(level, [b"together", b"some_help", b"alone"]),
            },
        )

    def _applications(self, applied: Applied) -> Iterator[Given]:
        market, n = self.setting.market, len(applied.person)
        ids = self.chunk.first_id * APPLICATIONS_EACH + np.arange(n)
        answered = applied.status != NO_ANSWER
        status = columns.coded(applied.status, [one.encode() for one in ANSWERED])
        yield (
            "vacancies.Application",
            {
                "id": columns.bigint(ids),
                "municipality_id": self.ours(n),
                "citizen_id": self.citizen(applied.person),
                "vacancy_id": columns.bigint(market.id[applied.row], ~applied.linked),
                "status": status,
                "applied_on": columns.day(applied.at // DAY),
                "title": columns.lookup(market.title, applied.row),
                "employer": columns.lookup(market.employer, applied.row),
                "place": columns.lookup(market.city, applied.row),
                "applied_how": columns.coded(
                    self.numbers.choice(3, n, p=(0.9, 0.04, 0.06)), _FORMS_OF_APPLYING
                ),
                "created_at": columns.moment(applied.at),
                "changed_at": columns.moment(np.where(answered, applied.answered_at, applied.at)),
                "version": columns.integer(1 + answered),
            },
        )
        for linked in (True, False):  # their events say different things
            some = np.flatnonzero(applied.linked == linked)
            yield (
                "events.Event",
                self._about(
                    "vacancies.application_logged",
                    applied,
                    some,
                    ids,
                    "applied",
                ),
            )
            for code, name in enumerate(ANSWERED[:NO_ANSWER]):
                moved = some[applied.status[some] == code]
                yield "events.Event", self._about(
                    "vacancies.application_moved", applied, moved, ids, name
                )  # fmt: skip

    def _about(
        self, kind: str, applied: Applied, some: Ints, ids: Ints, status: str
    ) -> dict[str, Column]:
        """Return events of applications; those to an advertisement say which."""
        at = applied.answered_at if kind.endswith("moved") else applied.at
        numbers = [ids[some]]
        data = f'{{"application_id": %, "status": "{status}"'
        if len(some) and applied.linked[some[0]]:  # all of them are, or none
            numbers.append(self.setting.market.id[applied.row[some]])
            data += ', "vacancy_id": %'
        return self.event(kind, applied.person[some], at[some], data=data + "}", numbers=numbers)

    def _marks(self, label: str, kind: str, kept: Kept) -> Iterator[Given]:
        n = len(kept.person)
        vacancy = self.setting.market.id[kept.row]
        given = {
            "municipality_id": self.ours(n),
            "citizen_id": self.citizen(kept.person),
            "vacancy_id": columns.bigint(vacancy),
            "at": columns.moment(kept.at),
        }
        if label == "vacancies.Star":
            yield label, given
            yield (
                "events.Event",
                self.event(kind, kept.person, kept.at, data='{"vacancy_id": %}', numbers=[vacancy]),
            )
            return
        reason = self.numbers.integers(0, len(_HIDE_REASONS), n)
        yield label, {**given, "reason": columns.coded(reason, _HIDE_REASONS)}
        for code, name in enumerate(_HIDE_REASONS):
            some = np.flatnonzero(reason == code)
            yield "events.Event", self.event(
                kind, kept.person[some], kept.at[some], numbers=[vacancy[some]],
                data=f'{{"vacancy_id": %, "reason": "{name.decode()}"}}',
            )  # fmt: skip

    def _searches(self, citizens: Sequence[Citizen], spells: Spells) -> Iterator[Given]:
        open_now = spells.person[(spells.end < 0) & (spells.began >= 2)]
        who = open_now[self.numbers.random(len(open_now)) < _SEARCHES]
        began = spells.began[np.searchsorted(spells.person, who, side="right") - 1]
        ago = 1 + (self.numbers.random(len(who)) * np.minimum(began, YEAR)).astype(np.int64)
        at = self._moment(np.minimum(ago, began))
        names = [registry.wished(citizens[row]) for row in who.tolist()]
        homes = [citizens[row].place.city for row in who.tolist()]
        ids = self.chunk.first_id + who
        moments = columns.moment(at)
        yield (
            "vacancies.SavedSearch",
            {
                "id": columns.bigint(ids),
                "municipality_id": self.ours(len(who)),
                "citizen_id": self.citizen(who),
                "name": columns.text(
                    f"{name}, {home}" for name, home in zip(names, homes, strict=True)
                ),
                "query": columns.text(
                    registry.query(name, home) for name, home in zip(names, homes, strict=True)
                ),
                "created_at": moments,
                "opened_at": moments,
            },
        )
        yield (
            "events.Event",
            self.event("vacancies.search_saved", who, at, data='{"search_id": %}', numbers=[ids]),
        )

    def _looks(self, spells: Spells) -> Iterator[Given]:
        """Yield looks of staff who followed somebody up in the last year, and their reasons."""
        lately = np.flatnonzero((spells.helped_day <= YEAR) & (spells.helped_day >= 1))
        person, n = spells.helped_person[lately], len(lately)
        at = self._moment(spells.helped_day[lately])
        # A citizen is looked after by the same member of staff.
        member = (self.chunk.first_id + person) % len(self.chunk.staff)
        viewer = np.array(self.chunk.staff, dtype=np.int64)[member]
        reason = self.numbers.choice(len(_REASONS), n, p=_REASON_SHARES)
        for part in _PARTS_SEEN:
            yield (
                "trust.Look",
                {
                    "municipality_id": self.ours(n),
                    "citizen_id": self.citizen(person),
                    "viewer_id": columns.bigint(viewer),
                    "viewer_role": columns.coded(
                        member, [role.encode() for role in self.chunk.staff_roles]
                    ),
                    "at": columns.moment(at + 5),
                    "part": columns.same(part, n),
                    "reason": columns.coded(reason, _REASONS),
                },
            )
        for code, name in enumerate(_REASONS):
            some = np.flatnonzero(reason == code)
            yield "events.Event", self.event(
                "casework.reason_given", person[some], at[some],
                data=f'{{"reason": "{name.decode()}"}}', actor=columns.bigint(viewer[some]),
            )  # fmt: skip
