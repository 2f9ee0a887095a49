# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documents with any of what somebody wants: candidates for a closer look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from jobunivers.foundation.search import ordering
from jobunivers.foundation.search.asking import Wanted
from jobunivers.foundation.search.geo import Circle, Singles
from jobunivers.foundation.search.parsing import Clause
from jobunivers.foundation.search.parts import Bools, Part, Rows, numbers_of, value_key
from jobunivers.foundation.search.sieving import Sieve
from jobunivers.foundation.search.spec import FAR
from jobunivers.foundation.search.view import View

_MANY = 0.2  # share of all rows from which on whole columns are tested


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeking:
    """What is wanted and what is refused; see `Reader.candidates`."""

    wanted: Sequence[Wanted]
    owner: int
    at_day: int
    circle: Circle | None = None
    anywhere: Sequence[tuple[str, str]] = ()
    outside: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)


def candidates(
    view: View, asked: Seeking, clauses: Sequence[Clause], limit: int
) -> list[tuple[int, float]]:
    """Return (id, score) of the documents with any of what is wanted, the best first."""
    said = [clause for clause in clauses if view.says(clause) and not clause.negative]
    keyed: list[ordering.Keyed] = []
    for at, (part, dead) in enumerate(view.parts):
        scores = _worth(view, part, asked.wanted)
        for clause in said:
            found = view.clause(at, clause)
            scores[found.rows] += found.scores
        rows = _fitting(Sieve(view.spec, part, dead), scores > 0, asked)
        keyed.append((part, rows, -scores[rows]))
    hits = ordering.first(keyed, max(limit, 1), None, scored=True)
    return [(hit.id, hit.score) for hit in hits]


def _worth(view: View, part: Part, wanted: Sequence[Wanted]) -> Singles:
    scores = np.zeros(len(part), np.float32)
    for one in wanted:
        if one.value and one.field in view.spec.keywords and one.weight > 0:
            if one.field in part.values:
                codes = part.coded(one.field, [one.value])
                scores[np.isin(part.codes[one.field], codes)] += np.float32(one.weight)
            else:
                scores[part.listed(value_key(one.field, one.value))[0]] += np.float32(one.weight)
    return scores


def _fitting(sieve: Sieve, worth: Bools, asked: Seeking) -> Rows:
    """Return the rows that are worth something and are not refused."""
    rows = numbers_of(worth)
    if len(rows) > _MANY * len(worth):
        return numbers_of(worth & _fits(sieve, None, asked))
    return rows[numbers_of(_fits(sieve, rows, asked))]


def _fits(sieve: Sieve, rows: Rows | None, asked: Seeking) -> Bools:
    keep = sieve.seen(rows, asked.owner, asked.at_day)
    for number, (least, most) in asked.outside.items():
        # FAR stands for "not said".
        keep &= ~sieve.between(rows, number, least, FAR - 1 if most is None else most)
    if asked.circle is not None and asked.circle.km is not None:
        near = sieve.within(rows, asked.circle)
        for name, value in asked.anywhere:
            near |= sieve.chosen(rows, name, [value], asked.at_day)
        keep &= near
    return keep
