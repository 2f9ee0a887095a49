# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Groups of like rows, thinned so that two tables do not tell of one person what one of them hides.

A table made before somebody came and one made after differ by her row: the difference is she,
however many she is like in each. Therefore a group is given in whole k's, and chance decides who is
left out of it: one person more changes a group by k or not at all, and the rows that are given of
it are drawn anew. A sensitive value that hardly anybody in a group has would name who came with
it, so such rows are not given either. That makes comparing blunt, it does not make it impossible:
only noise does, and tables should be given seldom (S. Ganta, S. Kasiviswanathan, A. Smith:
Composition attacks and auxiliary information in data privacy, 2008).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

Group = TypeVar("Group")
FEWEST = 3
"""So many of a group have a sensitive value that is given, at least."""


def thinned(
    groups: Mapping[Group, Sequence[int]],
    *,
    k: int,
    rng: Random,
    sensitive: Sequence[str] | None = None,
    diversity: int = 1,
    unsaid: str = "",
) -> dict[Group, list[int]]:
    """Return the rows of each group that are given: whole k's, drawn, and no rare sensitive value.

    A group that then holds fewer different values of `sensitive` than `diversity` is left out;
    `unsaid` is no value. For data of people, chance must be `secrets.SystemRandom()`.
    """
    kept: dict[Group, list[int]] = {}
    for group, rows in groups.items():
        drawn = _drawn(list(rows), k, rng, sensitive)
        values = {sensitive[row] for row in drawn} - {unsaid} if sensitive else None
        if drawn and (values is None or len(values) >= diversity):
            kept[group] = sorted(drawn)
    return kept


def _drawn(rows: list[int], k: int, rng: Random, sensitive: Sequence[str] | None) -> list[int]:
    """Return whole k's of the rows; drawing may make a value rare, so it is seen to again."""
    while True:
        if sensitive:
            have = Counter(sensitive[row] for row in rows)
            rows = [row for row in rows if have[sensitive[row]] >= FEWEST]
        drawn = rng.sample(rows, len(rows) // k * k)
        left = Counter(sensitive[row] for row in drawn) if sensitive else Counter[str]()
        if min(left.values(), default=FEWEST) >= FEWEST:
            return drawn
        rows = drawn
