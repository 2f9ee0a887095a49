# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is read, and what was found with the place where it stands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

Kind = Literal["experience", "education", "competence", "language", "licence", "basics"]


class LineLike(Protocol):
    """A line of a document, top to bottom."""

    @property
    def text(self) -> str:
        """Its text; a wide gap is a tab."""

    @property
    def page(self) -> int:
        """Its page, from 1."""

    @property
    def number(self) -> int:
        """Its number on the page, from 1."""


Titles = Callable[[Sequence[str]], Sequence[float]]
"""How surely each text is a job's title, from 0 to 1."""


class Place(NamedTuple):
    """Where something stands."""

    page: int
    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing found. `sure` when it stands as such; a guess from running text is not."""

    kind: Kind
    fields: Mapping[str, str]
    place: Place
    sure: bool = True
