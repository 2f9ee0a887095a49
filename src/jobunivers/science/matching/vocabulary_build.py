# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Packing a taxonomy: what each kind of work needs, which kinds and which skills are near."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from jobunivers.science.matching.arrays import THOUSAND, starts

GROUP_NEARNESS = (0.0, 0.1, 0.3, 0.55, 0.8)
"""Nearness by the number of ISCO-08 digits in common: a choice, rising with each level."""
SKILL_NEARNESS_CAP = 0.8
"""Kinds are never nearer by shared skills than two in one ISCO unit group."""
OPTIONAL_COUNTS = 0.5
"""An optional skill counts half of an essential one: ESCO has no finer degree."""
AKIN_MOST = 12
AKIN_CAP = 0.6
"""A near skill never stands for more than one that an occupation implies."""
AKIN_LEAST_COSINE = 0.35
AKIN_SIBLING = 0.8
AKIN_SHRINK = 1.0
"""One shared occupation more in the denominator: a single coincidence is no kinship."""
NARROW = 20
"""A wider concept with more members than this says little about their likeness."""
ISCO_DEGREES = 4
_BATCH = 1024


@dataclass(frozen=True, slots=True)
class Parts:
    """What a vocabulary is made of."""

    kind_keys: list[str]
    skill_uris: list[str]
    occupations: int
    arrays: dict[str, NDArray[np.generic]]


def isco_digits(code: str) -> str:
    """Return the digits of an ISCO code given as "2221", "C2221" or its ESCO address."""
    return code.rsplit("/", 1)[-1].removeprefix("C").strip()


def parts(
    *,
    occupations: Sequence[tuple[str, str, int]],
    groups: Sequence[tuple[str, int]],
    skills: Sequence[tuple[str, int]],
    relations: Iterable[tuple[str, str, bool]],
    broader: Iterable[tuple[str, str]],
) -> Parts:
    """Return the packed taxonomy of sorted concepts."""
    uris = [uri for uri, _, _ in occupations]
    codes = [isco_digits(code) for code, _ in groups]
    skill_uris = [uri for uri, _ in skills]
    for what, keys in (("occupation", uris), ("group", codes), ("skill", skill_uris)):
        _unique(what, keys)
    _numbers([n for *_, n in occupations], [n for _, n in groups], [n for _, n in skills])
    matrix = _matrix(uris, skill_uris, relations)
    rarity = _rarity(matrix)
    isco = _isco([code for _, code, _ in occupations] + codes)
    packed: dict[str, NDArray[np.generic]] = {
        "kind_number": np.array(
            [n for *_, n in occupations] + [-n for _, n in groups] + [0], dtype=np.int64
        ),
        "isco": isco,
        "near": _near(isco, len(uris), matrix, rarity),
        "skill_number": np.array([n for _, n in skills], dtype=np.int64),
        "rarity": rarity.astype(np.float32),
        **_needs(matrix, rarity, len(codes) + 1),
        **_akin(matrix, skill_uris, broader),
    }
    return Parts([*uris, *codes, ""], skill_uris, len(uris), packed)


def _unique(what: str, keys: Sequence[str]) -> None:
    seen: set[str] = set()
    for key in keys:
        if not key or key in seen:
            raise ValueError(f"The {what} {key!r} is empty or there twice")
        seen.add(key)


def _numbers(*lists: Sequence[int]) -> None:
    for numbers in lists:
        if len(set(numbers)) != len(numbers) or min(numbers, default=1) < 1:
            raise ValueError("The numbers of concepts must be at least 1 and differ")


def _matrix(
    uris: Sequence[str], skill_uris: Sequence[str], relations: Iterable[tuple[str, str, bool]]
) -> sparse.csr_matrix:
    row = {uri: i for i, uri in enumerate(uris)}
    column = {uri: i for i, uri in enumerate(skill_uris)}
    degree: dict[tuple[int, int], float] = {}
    for occupation, skill, essential in relations:
        if occupation in row and skill in column:
            pair = row[occupation], column[skill]
            value = 1.0 if essential else OPTIONAL_COUNTS
            degree[pair] = max(value, degree.get(pair, 0.0))
    pairs = sorted(degree)
    matrix = sparse.csr_matrix(
        ([degree[p] for p in pairs], ([r for r, _ in pairs], [c for _, c in pairs])),
        shape=(len(uris), len(skill_uris)),
        dtype=np.float64,
    )
    matrix.sort_indices()
    return matrix


def _rarity(matrix: sparse.csr_matrix) -> NDArray[np.float64]:
    """Return ln((1+N)/(1+df)) / ln(1+N) per skill, to the nearest thousandth."""
    count, skills = matrix.shape
    df = np.bincount(matrix.indices, minlength=skills)
    rarity = np.log((1.0 + count) / (1.0 + df)) / np.log(1.0 + max(count, 1))
    return np.asarray(np.round(rarity * THOUSAND) / THOUSAND)


def _isco(codes: Sequence[str]) -> NDArray[np.int8]:
    found = np.full((len(codes) + 1, ISCO_DEGREES), -1, dtype=np.int8)
    for row, code in enumerate(codes):
        for place, digit in enumerate(isco_digits(code)[:ISCO_DEGREES]):
            if not digit.isdecimal():
                break
            found[row, place] = int(digit)
    return found


def _near(
    isco: NDArray[np.int8],
    occupations: int,
    matrix: sparse.csr_matrix,
    rarity: NDArray[np.float64],
) -> NDArray[np.float32]:
    kinds = len(isco)
    shared = np.zeros((kinds, kinds), dtype=np.int8)
    still = np.ones((kinds, kinds), dtype=bool)
    for place in range(ISCO_DEGREES):
        digit = isco[:, place]
        still &= (digit[:, None] == digit[None, :]) & (digit[:, None] >= 0)
        shared += still
    near = np.array(GROUP_NEARNESS, dtype=np.float32)[shared]
    # Whoever names a whole group is met in full by anything in it.
    length = (isco >= 0).sum(axis=1)
    groups = np.arange(occupations, kinds - 1)
    near[groups] = np.where(shared[groups] == length[groups, None], np.float32(1.0), near[groups])
    unit = _unit_rows(sparse.csr_matrix(matrix.multiply(rarity[None, :])))
    for first in range(0, occupations, _BATCH):
        cosine = (unit[first : first + _BATCH] @ unit.T).toarray()
        block = near[first : min(first + _BATCH, occupations), :occupations]
        np.maximum(block, SKILL_NEARNESS_CAP * np.clip(cosine, 0.0, 1.0), out=block)
    np.round(near * np.float32(THOUSAND), out=near)
    near /= np.float32(THOUSAND)
    np.fill_diagonal(near, 1.0)
    near[kinds - 1, :] = 0.0
    near[:, kinds - 1] = 0.0
    return near


def _unit_rows(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    norms[norms == 0.0] = 1.0
    return sparse.csr_matrix(sparse.diags(1.0 / norms) @ matrix)


def _needs(
    matrix: sparse.csr_matrix, rarity: NDArray[np.float64], others: int
) -> dict[str, NDArray[np.generic]]:
    lengths = np.diff(matrix.indptr).tolist() + [0] * others
    weight = np.round(rarity[matrix.indices] * matrix.data * THOUSAND)
    return {
        "needs_start": starts(lengths),
        "needs_skill": matrix.indices.astype(np.int32),
        "needs_weight": np.maximum(weight, 1.0).astype(np.int16),
        "needs_essential": (matrix.data == 1.0).astype(np.uint8),
    }


def _akin(
    matrix: sparse.csr_matrix, skill_uris: Sequence[str], broader: Iterable[tuple[str, str]]
) -> dict[str, NDArray[np.generic]]:
    family = _family({uri: i for i, uri in enumerate(skill_uris)}, broader)
    columns = sparse.csr_matrix(matrix.T)
    norms = np.sqrt(np.asarray(columns.multiply(columns).sum(axis=1)).ravel())
    lists: list[list[tuple[int, int]]] = []
    for first in range(0, len(skill_uris), _BATCH):
        product = sparse.csr_matrix(columns[first : first + _BATCH] @ columns.T)
        for offset in range(product.shape[0]):
            skill = first + offset
            part = slice(product.indptr[offset], product.indptr[offset + 1])
            others = product.indices[part]
            value = product.data[part] / (norms[skill] * norms[others] + AKIN_SHRINK)
            lists.append(_nearest(skill, others, value, family.get(skill, frozenset())))
    flat = [pair for pairs in lists for pair in pairs]
    return {
        "akin_start": starts([len(pairs) for pairs in lists]),
        "akin_skill": np.array([skill for skill, _ in flat], dtype=np.int32),
        "akin_value": np.array([value for _, value in flat], dtype=np.int16),
    }


def _nearest(
    skill: int,
    others: NDArray[np.int32],
    value: NDArray[np.float64],
    family: frozenset[int],
) -> list[tuple[int, int]]:
    """Return (near skill, thousandths), nearest first, ties by place, at most twelve."""
    found = dict.fromkeys(family, AKIN_SIBLING)
    for position in np.flatnonzero(value >= AKIN_LEAST_COSINE).tolist():
        other = int(others[position])
        found[other] = max(found.get(other, 0.0), float(value[position]))
    found.pop(skill, None)
    near = [(o, round(AKIN_CAP * min(v, 1.0) * THOUSAND)) for o, v in found.items()]
    return sorted(near, key=lambda pair: (-pair[1], pair[0]))[:AKIN_MOST]


def _family(index: dict[str, int], broader: Iterable[tuple[str, str]]) -> dict[int, frozenset[int]]:
    """Return for each skill its parents, children and siblings under narrow concepts."""
    members: dict[str, set[int]] = defaultdict(set)
    near: dict[int, set[int]] = defaultdict(set)
    for uri, wider in broader:
        skill = index.get(uri)
        if skill is None:
            continue
        members[wider].add(skill)
        if (parent := index.get(wider)) is not None:
            near[skill].add(parent)
            near[parent].add(skill)
    for together in members.values():
        if len(together) <= NARROW:
            for skill in together:
                near[skill] |= together
    return {skill: frozenset(others) for skill, others in near.items()}
