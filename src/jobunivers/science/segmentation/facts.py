# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a policy may ask about a citizen: the facts, and many people's facts as columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Self

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]


class FactType(StrEnum):
    """How the value of a fact is written in a policy."""

    NUMBER = "number"
    SHARE = "share"  # between 0 and 1
    LEVEL = "level"  # one of the fact's levels, in order


class Bent(IntEnum):
    """Whether more of a fact means that she does more."""

    QUIET = -1
    NEITHER = 0
    ACTIVE = 1


class Turn(StrEnum):
    """What can change a fact: what she is told would lead elsewhere."""

    HERS = "hers"  # she can
    TIME = "time"  # only time, and only upwards
    OTHERS = "others"  # it follows from other facts


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known of a citizen, as a number; what is not known is NaN."""

    code: str
    type: FactType
    unit: str = ""  # "weeks", "days", "years", "months", "per_week"
    bent: Bent = Bent.NEITHER
    turn: Turn = Turn.HERS
    levels: tuple[str, ...] = ()

    def number(self, value: str) -> float:
        """Return a level as a number; raises KeyError when it is none."""
        if value not in self.levels:
            raise KeyError(value)
        return float(self.levels.index(value))

    def said(self, value: float) -> float | str:
        """Return a number the way a policy writes it: a level by its code."""
        return self.levels[int(value)] if self.levels else value


EDUCATION = ("primary", "upper_secondary", "vocational", "short", "bachelor", "master", "phd")
WISHES = ("self", "together", "in_person")
DANISH = ("none", "basic", "working", "fluent")

_ALL = (
    Fact("weeks_out", FactType.NUMBER, "weeks", turn=Turn.TIME),
    Fact("days_here", FactType.NUMBER, "days", turn=Turn.TIME),
    Fact("age", FactType.NUMBER, "years", turn=Turn.TIME),
    Fact("education", FactType.LEVEL, levels=EDUCATION),
    Fact("experience_months", FactType.NUMBER, "months"),
    Fact("earlier_spells", FactType.NUMBER, turn=Turn.OTHERS),
    Fact("readiness", FactType.SHARE),
    Fact("wish", FactType.LEVEL, levels=WISHES),
    Fact("danish", FactType.LEVEL, levels=DANISH),
    Fact("chance26", FactType.SHARE, turn=Turn.OTHERS),
    Fact("chance52", FactType.SHARE, turn=Turn.OTHERS),
    Fact("days_inactive", FactType.NUMBER, "days", Bent.QUIET),
    Fact("unanswered", FactType.NUMBER, bent=Bent.QUIET),
    Fact("applications30", FactType.NUMBER, bent=Bent.ACTIVE),
    Fact("points_week", FactType.NUMBER, "per_week", Bent.ACTIVE),
    Fact("active_weeks", FactType.NUMBER, "weeks", Bent.ACTIVE),
    Fact("profile", FactType.SHARE, bent=Bent.ACTIVE),
    Fact("absent", FactType.NUMBER),
)
FACTS: Mapping[str, Fact] = {fact.code: fact for fact in _ALL}
# The ladder's clock, not a reason: no rule may ask about it.
NOT_IN_RULES = frozenset({"absent"})


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of n people: one column of n numbers (float64) per fact; NaN is not known."""

    columns: Mapping[str, Column]
    size: int

    @classmethod
    def of(cls, columns: Mapping[str, Column]) -> Self:
        """Return facts from columns of the same length; facts that are left out are not known.

        Raises:
            KeyError: a column is no fact.
            ValueError: the columns are not of one length.
        """
        for code in columns:
            if code not in FACTS:
                raise KeyError(code)
        sizes = {len(column) for column in columns.values()}
        if len(sizes) > 1:
            raise ValueError(f"columns of different lengths: {sorted(sizes)}")
        size = sizes.pop() if sizes else 0
        whole = {
            code: np.asarray(columns[code], dtype=np.float64)
            if code in columns
            else np.full(size, np.nan)
            for code in FACTS
        }
        return cls(whole, size)

    @classmethod
    def of_rows(cls, rows: Sequence[Mapping[str, float | None]]) -> Self:
        """Return facts from one mapping a person, as `row` gives them."""
        return cls.of(
            {
                code: np.array(
                    [np.nan if (v := row.get(code)) is None else v for row in rows],
                    dtype=np.float64,
                )
                for code in FACTS
            }
        )

    def __len__(self) -> int:
        """Return how many people these are."""
        return self.size

    def __getitem__(self, code: str) -> Column:
        """Return the column of a fact."""
        return self.columns[code]

    def row(self, row: int) -> dict[str, float | None]:
        """Return one person's facts as they are kept: None is not known."""
        values = {code: float(column[row]) for code, column in self.columns.items()}
        return {code: None if np.isnan(value) else value for code, value in values.items()}

    def take(self, rows: NDArray[np.intp]) -> Self:
        """Return the facts of some of the people."""
        return type(self)({c: column[rows] for c, column in self.columns.items()}, len(rows))

    def changed(self, code: str, value: float) -> Self:
        """Return the same people with one fact set to a value for all."""
        return type(self)({**self.columns, code: np.full(self.size, value)}, self.size)
