# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documents like another one, and documents on the map."""

import json
from math import log
from typing import Any

import numpy as np

from jobunivers.foundation.search import geo
from jobunivers.foundation.search.asking import GridCell, Hit
from jobunivers.foundation.search.running import Run
from jobunivers.foundation.search.view import MUST, NOT, Query, View, either

_ABOUT = 12  # the most telling stems used
_TITLE_WEIGHT = 3.0
_KIN_WEIGHT = 1.5
_DUPLICATE = 0.7  # share of telling stems in common that, under one title, makes a duplicate
_ZOOM_LEVELS = ((7, 0), (9, 1), (12, 2))  # below this zoom, squares of this size


def similar(view: View, one: int, n: int, *, at_day: int, owner: int) -> list[Hit]:
    """Return documents about the same as one, best first; nothing when it is not there."""
    itself = Query.boolean_query(
        [(MUST, Query.term_query(view.schema, "id", one, "basic")), *view.visible(owner)]
    )
    found = view.searcher.search(itself, 1, count=False).hits
    if not found or n < 1:
        return []
    memo = _memo(view, found[0][1])
    should = _likeness(view, memo)
    if not should:
        return []
    query = Query.boolean_query(
        [(MUST, either(should)), *view.base(owner, at_day), (NOT, view.without([one]))]
    )
    seen = [memo]
    twins = set(view.column("twin", [found[0][1]]))
    hits: list[Hit] = []
    near = view.searcher.search(query, n * 5, count=False).hits
    marks = view.column("twin", [place for _, place in near])
    ids = view.column("id", [place for _, place in near])
    for number, (score, place), mark in zip(ids, near, marks, strict=True):
        other = _memo(view, place)
        if mark in twins or any(_same(other, earlier) for earlier in seen):
            continue
        twins.add(mark)
        seen.append(other)
        hits.append(Hit(number, float(score)))
        if len(hits) == n:
            break
    return hits


def _memo(view: View, place: Any) -> dict[str, Any]:
    memo: dict[str, Any] = json.loads(str(view.searcher.doc(place).get_first("memo")))
    return memo


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    if one["title"] != other["title"]:
        return False
    first, second = set(one["about"]), set(other["about"])
    return len(first & second) >= _DUPLICATE * max(len(first | second), 1)


def _likeness(view: View, memo: dict[str, Any]) -> list[Query]:
    title, *others = view.spec.texts
    longest = others[-1] if others else title
    should = [_weighted(view, f"t_{title.name}", stem, _TITLE_WEIGHT) for stem in memo["title"]]
    rare = {stem: _rarity(view, f"t_{longest.name}", stem) for stem in memo["about"]}
    telling = sorted((stem for stem in rare if rare[stem]), key=lambda stem: (-rare[stem], stem))
    should += [_weighted(view, f"t_{longest.name}", stem, 1.0) for stem in telling[:_ABOUT]]
    for name, values in memo["kin"].items():
        should += [_weighted(view, f"k_{name}", value, _KIN_WEIGHT) for value in values]
    return should


def _rarity(view: View, field: str, stem: str) -> float:
    """Return how telling a stem is; 0 when no other document has it."""
    count = view.searcher.doc_freq(field, stem)
    return log(max(view.searcher.num_docs, 1) / count) if count > 1 else 0.0


def _weighted(view: View, field: str, term: str, weight: float) -> Query:
    option = "basic" if field.startswith("k_") else "freq"
    return Query.boost_query(Query.term_query(view.schema, field, term, option), weight)


def placed(run: Run, limit: int) -> list[tuple[int, float, float]]:
    """Return id, latitude and longitude of at most so many documents that have a place."""
    ids, points = run.places()
    there = np.flatnonzero(points != geo.NOWHERE)[: max(limit, 1)]
    lats, lons = geo.unpack(points[there])
    return list(zip(ids[there].tolist(), lats.tolist(), lons.tolist(), strict=True))


def grid(run: Run, zoom: int) -> list[GridCell]:
    """Return counts by square, the fullest first."""
    level = next((level for below, level in _ZOOM_LEVELS if zoom < below), 3)
    squares, counts = geo.squares(run.places()[1], level)
    order = np.argsort(-counts, kind="stable")
    pairs = zip(squares[order].tolist(), counts[order].tolist(), strict=True)
    return [GridCell(*geo.centre(square, level), count) for square, count in pairs]
