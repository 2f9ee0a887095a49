# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be asked of an index, and the answers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from jobunivers.foundation.search.geo import Circle

RELEVANCE = "relevance"
DISTANCE = "distance"
MOST_PER_PAGE = 100
DEEPEST = 10_000  # hits; nobody pages further, and an engine that allows it can be worn out


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One question. Everything is optional but the day and the owner.

    `filters` holds the chosen values by facet or keyword name: values of one name widen each
    other, names narrow each other (except within a union of the specification). `ranges` holds
    (least, most) by number name, ends included, None for open.
    """

    at_day: int  # days since 1970-01-01
    owner: int  # the municipality's id; its own and the shared documents are seen
    text: str = ""
    circle: Circle | None = None
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    ranges: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)
    without: Sequence[int] = ()  # ids the person has hidden
    among: Collection[int] | None = None  # the only ids that may be found; None: all
    sort: str = RELEVANCE
    page: int = 1
    per_page: int = 20
    facets: bool = True
    typing: bool = False  # the last word may be unfinished: a beginning before a mistake
    correct: bool = True  # False: the person insists on the word as typed


@dataclass(frozen=True, slots=True)
class Hit:
    """One document found; distance in km when a circle was given and the document has a place."""

    id: int
    score: float
    km: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found; `corrected`, `begun` and `relaxed` must be said on the page."""

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, Sequence[tuple[str, int]]]
    corrected: str = ""  # the text that was searched for as well, if a word was misspelt
    begun: str = ""  # nothing had this last word; these have words that begin with it
    relaxed: bool = False  # nothing had every word; these have all but some
    took_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A completion of what is being typed, and how many documents carry it."""

    text: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """A keyword that makes a candidate better, by how much."""

    field: str
    value: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class GridCell:
    """Documents in one square of the map."""

    lat: float
    lon: float
    count: int


class NoIndex(Exception):  # noqa: N818 the name is the state
    """There is no index to ask; it must be built."""
