# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the compiled loops read: plain arrays under names, all read-only or all scratch.

Letters for shapes: K kinds, S skills, n openings looked at, m people, C classes, L lands.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Int8s = NDArray[np.int8]
Int16s = NDArray[np.int16]
Int32s = NDArray[np.int32]
Int64s = NDArray[np.int64]
Shorts = NDArray[np.uint16]
Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]


class Terms(NamedTuple):
    """The vocabulary: how near kinds are, and what each thing of hers makes her able to do."""

    near: Floats
    """(K, K)"""
    own_start: Int64s
    """(S + 1,) of the lists of what a stated skill stands for: itself, near ones in part."""
    own_skill: Int32s
    own_value: Int16s
    """Thousandths."""
    work_start: Int64s
    """(K + 1,) of the lists of what having done a kind of work stands for."""
    work_skill: Int32s
    work_value: Int16s
    years: Floats
    """(301,) what experience counts, by hundredths of a year."""
    isco: Int8s
    """(K, 4) digits, −1 for none."""
    occupations: Int32s
    """(1,) how many kinds are occupations; those after are groups."""


class Classes(NamedTuple):
    """The different combinations of hours, language, licences and owner among openings; (C,)."""

    hours_min: Int16s
    hours_max: Int16s
    licences: Int32s
    owner: Int64s
    language_start: Int64s
    """(C + 1,) of the lists of languages that are needed."""
    language: Int16s


class Near(NamedTuple):
    """The openings some people are compared with: all, or those near a home; (n,), by row."""

    row: Int32s
    kind: Int32s
    sure: Floats
    factor: Floats
    """Trust / (1,000 × (all asked + one more), in thousandths): makes a sum of skills a value."""
    lat: Int32s
    lon: Int32s
    cosine: Floats
    """Of half the latitude."""
    sine: Floats
    away: Floats
    """The share of the work that is not from home."""
    placed: Floats
    """1 where the place is known, else 0."""
    unplaced: Int32s
    """The openings whose place is unknown."""
    across: Int32s
    """The places in these lists of the openings that water is between."""
    across_land: Int32s
    across_tail: Floats
    """The last legs to them, from the land of these people."""
    group: Int32s
    """The class."""
    fresh: Floats
    price: Int32s
    meaning: Int8s
    """(n, 64)"""
    post_start: Int64s
    """(S + 1,) of the inverted lists: which places below ask for a skill."""
    post_at: Int32s
    """A place in the sums: an opening (below n), or a kind of work (from n on)."""
    post_weight: Int16s
    implied: Int32s
    """The openings that name no skill …"""
    implied_by: Int32s
    """… and the place in the sums of their kind's needs."""
    places: Int32s
    """(1,) how many places the sums have."""


class Folk(NamedTuple):
    """People, (m,), lists end to end; see `People`."""

    owner: Int64s
    lat: Int32s
    lon: Int32s
    cosine: Floats
    sine: Floats
    legs: Floats
    """(m, L) first legs."""
    reach: Floats
    """Kilometres; negative when there is no limit."""
    wants_remote: Bytes
    hours_min: Int16s
    hours_max: Int16s
    lacks: Int32s
    boldness: Bytes
    meaning: Int8s
    """(m, 64)"""
    taste: Int8s
    work_start: Int64s
    work: Int32s
    work_years: Int16s
    wish_start: Int64s
    wish: Int32s
    skill_start: Int64s
    skill: Int32s
    language_start: Int64s
    language: Int16s
    hidden_opening_start: Int64s
    hidden_opening: Int64s
    hidden_employer_start: Int64s
    hidden_employer: Int64s
    hidden_kind_start: Int64s
    hidden_kind: Int32s
    applied_start: Int64s
    applied: Int64s


class Scratch(NamedTuple):
    """Room for the loops to write in; `have` and `level` are zeros between people."""

    have: Int16s
    """(S,)"""
    found: Int32s
    level: Int8s
    seen: Int32s
    done: Floats
    """(K,)"""
    wished: Floats
    block_done: Floats
    """(BLOCK,)"""
    block_wished: Floats
    text: Floats
    """(64,)"""
    taste: Floats
    share: Floats
    """(9,)"""
    best: Int64s
    """(2, 3)"""
    bins: Int32s
    """(512,)"""
    some: Int32s
    """(BLOCK,)"""


class Known(NamedTuple):
    """All openings in columns; see `Openings`."""

    id: Int64s
    employer: Int64s
    kind: Int32s
    published: Int32s
    last: Int32s
    skill_start: Int64s
    skill: Int32s
    weight: Int16s
    essential: Bytes
    needs_start: Int64s
    """What each kind needs, for openings that name no skill."""
    needs_skill: Int32s
    needs_weight: Int16s
    needs_essential: Bytes
