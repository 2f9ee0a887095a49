# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Several sources become one profile: what is the same, what is new, where they disagree."""

from collections.abc import Sequence

from jobunivers.science.merging.fields import COMPARED, difference
from jobunivers.science.merging.matching import Likeness, compare
from jobunivers.science.merging.records import NOW, Kind, Line, Merged, Reason, Verdict

__all__ = [
    "COMPARED",
    "NOW",
    "VERSION",
    "Kind",
    "Line",
    "Merged",
    "Reason",
    "Verdict",
    "compare",
    "difference",
    "merge",
]
VERSION = "merging-1"


def merge(known: Sequence[Line], told: Sequence[Line]) -> list[Merged]:
    """Return what becomes of each line told, in the order given.

    Neither order matters for what becomes of a line. Keys are different within each sequence.
    What a source tells twice is told once; a line of the profile is met by one line told at most.
    Nothing in the result replaces anything: she is asked.
    """
    first = _told_first(told)
    ones = [line for line in told if line.key not in first]
    met = _met(known, ones)
    return [
        _twin(line, *first[line.key]) if line.key in first else _become(line, met.get(line.key))
        for line in told
    ]


def _twin(line: Line, other: Line, found: Likeness) -> Merged:
    return Merged(told=line, verdict="same", line=other, twin=True, reasons=found.reasons)


def _become(line: Line, met: tuple[Line, Likeness] | None) -> Merged:
    if met is None:
        return Merged(told=line, verdict="new")
    have, found = met
    if have.gone:
        return Merged(told=line, verdict="gone", line=have, reasons=found.reasons)
    where = difference(have, line)
    verdict: Verdict = "differs" if where.differs else "more" if where.adds else "same"
    return Merged(
        told=line,
        verdict=verdict,
        line=have,
        reasons=found.reasons,
        adds=where.adds,
        differs=where.differs,
        settled=where.settled,
    )


def _told_first(told: Sequence[Line]) -> dict[str, tuple[Line, Likeness]]:
    """Return for each line that repeats another the one it repeats: the one that says most."""
    repeats: dict[str, tuple[Line, Likeness]] = {}
    kept: list[Line] = []
    for line in sorted(told, key=_says_most):
        found = [(other, compare(line, other)) for other in kept]
        best = max(found, key=lambda one: one[1].score, default=None)
        if best is not None and best[1].score > 0:
            repeats[line.key] = best
        else:
            kept.append(line)
    return repeats


def _says_most(line: Line) -> tuple[int, int, str]:
    filled = [value for value in line.fields.values() if value]
    return -len(filled), -sum(map(len, filled)), line.key


def _met(known: Sequence[Line], told: Sequence[Line]) -> dict[str, tuple[Line, Likeness]]:
    """Return which line of the profile each line told meets: the likest pairs first."""
    pairs = [
        (found.score, have, line, found)
        for line in told
        for have in known
        if (found := compare(have, line)).score > 0
    ]
    # What she has now is met before what she said no to: a line is not hidden by its own ghost.
    pairs.sort(key=lambda pair: (pair[1].gone, -pair[0], pair[1].key, pair[2].key))
    met: dict[str, tuple[Line, Likeness]] = {}
    taken: set[str] = set()
    for _score, have, line, found in pairs:
        if line.key in met or have.key in taken:
            continue
        met[line.key] = (have, found)
        taken.add(have.key)
    return met
