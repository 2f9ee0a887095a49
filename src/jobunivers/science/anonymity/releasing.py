# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of people of which each is like at least k - 1 others: k-anonymity, by full domains.

Every column has levels, from as it is to nothing at all. Of all ways to choose one level for each
column the one is taken that loses least, and rows that are still like too few are left out
(P. Samarati, L. Sweeney: Protecting privacy when disclosing information, 1998). With a sensitive
column each group must also hold so many different values of it (l-diversity: A.
Machanavajjhala et al., 2006).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int64]
_TOO_MANY = 20_000


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table of people.

    Attributes:
        name: what it is called.
        levels: from the finest to the coarsest, the text of each row; the last may be "*".
    """

    name: str
    levels: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Released:
    """What may be given away, and what it cost.

    Attributes:
        levels: the level chosen for each column.
        kept: the numbers of the rows that are given; all others are left out.
        groups: how many groups of equal rows there are; smallest: the size of the least of them.
        suppressed: how many rows are left out.
        loss: from 0 (nothing lost) to 1 (nothing left).
    """

    levels: tuple[int, ...]
    kept: tuple[int, ...]
    groups: int
    smallest: int
    suppressed: int
    loss: float


def release(
    columns: Sequence[Column],
    *,
    k: int,
    sensitive: Sequence[str] | None = None,
    diversity: int = 1,
) -> Released:
    """Return the rows that may be given so that each is like at least k - 1 others.

    Raises:
        ValueError: k is less than 2, the columns are not of one length, or there are too many
            ways to choose levels.
    """
    _check(columns, k=k, sensitive=sensitive, diversity=diversity)
    size = len(columns[0].levels[0])
    coded = [[_codes(level) for level in one.levels] for one in columns]
    secret = None if sensitive is None or diversity < 2 else _codes(sensitive)[0]  # noqa: PLR2004
    best: Released | None = None
    for levels in sorted(product(*(range(len(one.levels)) for one in columns)), key=sum):
        lost = _lost(columns, levels)
        if best is not None and lost >= best.loss:
            continue  # suppressing nothing at all could not make it better
        group = _groups([coded[i][level] for i, level in enumerate(levels)], size)
        good = _good(group, secret, k=k, diversity=diversity)
        loss = 1 - (1 - lost) * float(good.sum()) / size if size else 0.0
        if best is None or loss < best.loss:
            best = _released(levels, group, good, loss)
    if best is None:
        raise ValueError("there are no levels to choose from")
    return best


def _check(
    columns: Sequence[Column], *, k: int, sensitive: Sequence[str] | None, diversity: int
) -> None:
    if k < 2 or diversity < 1:  # noqa: PLR2004 - one is like nobody
        raise ValueError("a group is at least two, and holds at least one value")
    if not columns or any(not one.levels for one in columns):
        raise ValueError("there are no columns, or one without levels")
    lengths = {len(level) for one in columns for level in one.levels}
    if len(lengths) != 1 or (sensitive is not None and {len(sensitive)} != lengths):
        raise ValueError("the columns are not of one length")
    ways = 1
    for one in columns:
        ways *= len(one.levels)
    if ways > _TOO_MANY:
        raise ValueError("there are too many ways to choose levels")


def _codes(values: Sequence[str]) -> tuple[Codes, int]:
    distinct, codes = np.unique(np.asarray(values, dtype=np.str_), return_inverse=True)
    return codes.astype(np.int64), len(distinct)


def _groups(chosen: Sequence[tuple[Codes, int]], size: int) -> Codes:
    """Return the number of each row's group; rows alike in every column are in one."""
    group = np.zeros(size, dtype=np.int64)
    for codes, distinct in chosen:
        _, group = np.unique(group * max(distinct, 1) + codes, return_inverse=True)
    return group.astype(np.int64)


def _good(group: Codes, secret: Codes | None, *, k: int, diversity: int) -> NDArray[np.bool_]:
    """Tell of each row whether its group is large enough, and holds enough different values."""
    if not group.size:
        return np.zeros(0, dtype=np.bool_)
    fine = np.bincount(group) >= k
    if secret is not None:
        pairs = np.unique(np.stack([group, secret]), axis=1)
        fine &= np.bincount(pairs[0], minlength=fine.size) >= diversity
    return np.asarray(fine[group], dtype=np.bool_)


def _lost(columns: Sequence[Column], levels: Sequence[int]) -> float:
    """Return how much of the columns' detail the levels lose, from 0 to 1."""
    parts = [
        level / (len(one.levels) - 1) if len(one.levels) > 1 else 0.0
        for one, level in zip(columns, levels, strict=True)
    ]
    return sum(parts) / len(parts)


def _released(
    levels: tuple[int, ...], group: Codes, good: NDArray[np.bool_], loss: float
) -> Released:
    sizes = np.bincount(group[good]) if good.any() else np.zeros(0, dtype=np.int64)
    sizes = sizes[sizes > 0]
    return Released(
        levels=levels,
        kept=tuple(int(one) for one in np.flatnonzero(good)),
        groups=int(sizes.size),
        smallest=int(sizes.min()) if sizes.size else 0,
        suppressed=int((~good).sum()),
        loss=loss,
    )
