# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading what a run keeps: packed records become rows with reasons, numbers become names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jobunivers.foundation.taxonomy import packed
from jobunivers.rooms.tailored.models import RecommendationRun
from jobunivers.rooms.tailored.queries.packing import unpacked_records
from jobunivers.rooms.tailored.queries.signals import answering
from jobunivers.science.counterfactual import DRAWN
from jobunivers.science.explain import Reason
from jobunivers.science.matching import UNIT, People, Record, reasons

# So far back a citizen's runs are gone through for one advertisement: 90 days, twice a day.
_RUNS_LOOKED_AT = 180
_KINDS, _SKILLS = {"mine": "mine", "kind": "occupation"}, ("matched", "akin", "missing")


def max_km_of(people: People, row: int) -> float | None:
    """Return how far a packed person would travel; None when there is no limit."""
    reach = int(people.reach[row])
    return None if reach < 0 else reach / 100


@dataclass(frozen=True)
class KeptRow:
    """One recommendation of a run: its place, its score in whole 1/10,000, its reasons.

    `explored`: chance put it here, from further down, for the model to learn from. `brought`: the
    part of the score that the sources of signals brought.
    """

    vacancy_id: int
    rank: int
    score: int
    explored: bool
    brought: int = 0
    sources: tuple[str, ...] = ()
    record: Record = field(compare=False, repr=False, kw_only=True)
    max_km: float | None = field(compare=False, repr=False, kw_only=True)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Return why; put together for those alone that are shown, six of sixty."""
        found = tuple(_reaching(reason, self.max_km) for reason in reasons(self.record))
        return _apart(found, self.brought, self.sources) if self.brought > 0 else found

    @property
    def km(self) -> float | None:
        """Return how far away it was measured to be."""
        for reason in self.reasons:
            if reason.code == "distance.near":
                return float(reason.facts["km"])  # type: ignore[arg-type]  # a number here
        return None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation together with the run that made it."""

    run: RecommendationRun
    kept: KeptRow


@dataclass(frozen=True, slots=True)
class Names:
    """What the numbers in reasons stand for: addresses, and their names."""

    kinds: Mapping[int, tuple[str, str]]
    skills: Mapping[int, tuple[str, str]]

    @property
    def labels(self) -> dict[str, str]:
        """Return each address with its name."""
        return dict(self.kinds.values()) | dict(self.skills.values())

    def reasons_of(self, row: KeptRow) -> list[dict[str, Any]]:
        """Return the row's reasons as pages put them into words, the strongest first."""
        ordered = sorted(row.reasons, key=lambda one: (-one.weight, one.code))
        return [
            {"code": one.code, "weight": one.weight / UNIT, "facts": self._facts(one.facts)}
            for one in ordered
        ]

    def _facts(self, facts: Mapping[str, Any]) -> dict[str, Any]:
        told = dict(facts)
        for name, as_told in _KINDS.items():
            if name in told:
                told[as_told] = self.kinds.get(int(told[name]), ("", ""))[0]
        for name in _SKILLS:
            if name in told:
                numbers = (int(number) for number in told[name])
                told[name] = tuple(self.skills[n][0] for n in numbers if n in self.skills)
        return told


def records_of(run: RecommendationRun) -> NDArray[Record]:
    """Return the run's packed records, in the order of the list."""
    return unpacked_records(run.ranking)


def record_of(run: RecommendationRun, vacancy_id: int) -> Record | None:
    """Return the run's record of an advertisement; None when it never held it."""
    records = records_of(run)
    (at,) = np.nonzero(records["vacancy"] == vacancy_id)
    return records[at[0]] if len(at) else None


def kept_rows(run: RecommendationRun | None) -> list[KeptRow]:
    """Return all that a run keeps, in its order; nothing for no run."""
    if run is None:
        return []
    rows = rows_from(records_of(run), run.max_km, places=bytes(run.places))
    return _with_signals(run, rows) if run.signals_brought else rows


def _with_signals(run: RecommendationRun, rows: list[KeptRow]) -> list[KeptRow]:
    """Return the rows with what signals brought told apart from her own words; sums stay."""
    brought = np.frombuffer(bytes(run.signals_brought), dtype=np.int16)
    sources = tuple(run.signal_sources)
    return [replace(row, brought=int(brought[row.rank - 1]), sources=sources) for row in rows]


def _apart(told: tuple[Reason, ...], brought: int, sources: tuple[str, ...]) -> tuple[Reason, ...]:
    found: list[Reason] = []
    for reason in told:
        part = min(brought, reason.weight) if reason.code == "text" else 0
        if part <= 0:
            found.append(reason)
            continue
        if reason.weight > part:
            found.append(Reason(reason.code, reason.weight - part, reason.facts))
        found.append(Reason("signals", part, {"sources": sources}))
    return tuple(found)


def rows_from(
    records: NDArray[Record], max_km: float | None, *, places: bytes = b""
) -> list[KeptRow]:
    """Return packed records as rows; those without an advertisement are left out."""
    drawn = (np.frombuffer(places, dtype=np.int16) == DRAWN).tolist()
    drawn += [False] * (len(records) - len(drawn))
    columns = records["vacancy"].tolist(), records["score"].tolist(), drawn, records
    return [
        KeptRow(vacancy, rank, score, explored, record=record, max_km=max_km)
        for rank, (vacancy, score, explored, record) in enumerate(
            zip(*columns, strict=False), start=1
        )
        if vacancy >= 0
    ]


def _reaching(reason: Reason, max_km: float | None) -> Reason:
    """Return the reason with how far she would travel, where it is about the way."""
    if reason.code != "distance.near" or max_km is None:
        return reason
    return Reason(reason.code, reason.weight, {**reason.facts, "max_km": max_km})


def named(rows: Iterable[KeptRow], language: str) -> Names:
    """Return the names of all that the rows' reasons speak of, in three questions."""
    facts = [reason.facts for row in rows for reason in row.reasons]
    kinds = {int(one[name]) for one in facts for name in _KINDS if name in one}  # type: ignore[arg-type]
    skills = {
        int(number)
        for one in facts
        for name in _SKILLS
        for number in one.get(name, ())  # type: ignore[union-attr]  # a tuple here
    }
    return Names(
        packed.names_of_kinds(kinds - {0}, language), packed.names_of_skills(skills, language)
    )


def newest_recommendation(*, citizen_id: int, vacancy_id: int) -> Recommendation | None:
    """Return the newest recommendation of the advertisement to the citizen, from any kept run."""
    runs = answering(RecommendationRun.objects.filter(citizen_id=citizen_id))
    for run in runs.order_by("-current", "-computed_at", "-pk")[:_RUNS_LOOKED_AT]:
        if record_of(run, vacancy_id) is not None:
            found = next(one for one in kept_rows(run) if one.vacancy_id == vacancy_id)
            return Recommendation(run, found)
    return None
