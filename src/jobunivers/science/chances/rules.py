# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Chances without anything learned: a short table of points that anybody can read.

The numbers are chosen, not fitted: how the chance falls with the weeks and with age follows two
real histories, of displaced workers in the United States (a week .059 find work at 18–30, .050 to
45, .034 to 56, .026 above) and of women in Austria, at a level where about half of usual people
find work within half a year; the steps of the other facts are such as people can agree on. They
are told with a wide range, and a kommune that trains replaces them.
"""

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from jobunivers.science.chances.basis import Piece, Schema, piece_of
from jobunivers.science.chances.data import Background, Choice, Number
from jobunivers.science.chances.model import NODES, Effects, HazardModel

VERSION = "rules-1"
_EDGES = (0.0, 4.0, 13.0, 26.0, 52.0, 104.0, 208.0)
_WORK = (0.045, 0.027, 0.021, 0.015, 0.010, 0.007)
"""The share who find work in a week, by how long they have been out (the edges above)."""
_OTHER = 0.0015
"""The share whose time out ends otherwise in a week: education, pension."""
_DOUBT = 0.5
"""A rule may be wrong by a factor of 1.6 either way."""


class Line(NamedTuple):
    """A number's rule: what each stretch between two knots adds to the log hazard.

    `usual` is the value that adds nothing; it also stands for one that is not known.
    """

    fact: Number
    usual: float
    knots: tuple[float, ...]
    adds: tuple[float, ...]


LINES = (
    Line(Number("age", "falls"), 38, (25, 38, 50, 62), (-0.17, -0.38, -0.27)),
    Line(Number("months_worked", "rises"), 36, (0, 12, 36, 60), (0.15, 0.1, 0.05)),
    Line(Number("weeks_out_before", "falls"), 0, (0, 26, 78, 156), (-0.15, -0.25, -0.2)),
)
EDUCATION = {
    "primary": -0.25,
    "upper_secondary": -0.1,
    "vocational": 0.1,
    "short": 0.05,
    "bachelor": 0.1,
    "master": 0.05,
    "phd": 0.05,
}
"""What the longest education adds to the log hazard; one that is not known adds nothing."""


def rule_profile() -> HazardModel:
    """Return the rules as a model with the same doors as a learned one."""
    pieces = [_centred(line) for line in LINES]
    pieces.append(piece_of(Choice("education"), levels=tuple(EDUCATION)))
    adds = [*(one for line in LINES for one in line.adds), *EDUCATION.values()]
    always = np.tile(np.array(adds), (len(NODES), 1))
    work = Effects(np.log(np.array(_WORK)), always)
    other = Effects(np.full(len(_WORK), np.log(_OTHER)), np.zeros_like(always))
    usual = float(np.log(_WORK[1]))  # of weeks 4 to 13
    edges = np.array(_EDGES)
    return HazardModel(VERSION, Schema(tuple(pieces)), edges, work, other, usual, doubt=_DOUBT)


def _centred(line: Line) -> Piece:
    """Return the columns of a number, measured from its usual value."""
    piece = piece_of(line.fact, knots=line.knots)
    usual = Background({line.fact.code: np.array([float(line.usual)])}, {})
    return replace(piece, means=tuple(piece.raw(usual)[0].tolist()))
