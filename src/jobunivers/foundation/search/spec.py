# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an index holds, said once: the fields of a kind of document and how people ask for it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version as package_version

import tantivy

from jobunivers.foundation.search.text import ANALYSIS_VERSION

LAYOUT_VERSION = 5  # raise it when the fields below are laid out differently
FAR = 2_147_483_647  # "never" for a day or a number that is not said; sorts last
META_OWNER = 4_294_967_295  # the owner of the one document that remembers the change number
SEPARATOR = "\x1f"  # between pieces that are kept as one term
MAX_ID = 4_294_967_295


@dataclass(frozen=True, slots=True)
class TextField:
    """Text people search in."""

    name: str
    weight: float = 1.0
    short: bool = False  # a title or label: its words enter the spelling list
    parts: bool = False  # its compounds are found by their parts
    phrase: bool = True  # word positions are kept, so that "quoted words" can be found


@dataclass(frozen=True, slots=True)
class Bucket:
    """A span of days from the day of the search, both ends included."""

    value: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with counts: the values of a keyword, or buckets of a number of days."""

    name: str
    field: str
    size: int = 20
    buckets: tuple[Bucket, ...] = ()
    several: bool = False  # a document can have more than one of the values


@dataclass(frozen=True, slots=True)
class Sort:
    """An order by a number: ascending or descending, ties by id."""

    name: str
    field: str
    descending: bool


@dataclass(frozen=True)
class Spec:
    """A kind of document. Changing it makes every index of it need a rebuild."""

    name: str
    texts: tuple[TextField, ...]
    keywords: tuple[str, ...] = ()  # exact values, several allowed; filters, facets, candidates
    numbers: tuple[str, ...] = ()  # 0 … FAR; a document that does not say has FAR
    facets: tuple[Facet, ...] = ()
    sorts: tuple[Sort, ...] = ()
    unions: tuple[tuple[str, ...], ...] = ()  # filters that widen each other: kommune or region
    default_sort: str = ""  # the order of a search without words
    expires: str = ""  # a number that hides the document when it is below the day of the search
    kin: tuple[str, ...] = ()  # keywords that make two documents similar
    version: int = 1

    @property
    def digest(self) -> str:
        """Return a short hash that changes when an index written before can no longer be read."""
        said = f"{self!r} {LAYOUT_VERSION} {ANALYSIS_VERSION} {package_version('tantivy')}"
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    def schema(self) -> tantivy.Schema:
        """Return the engine's schema for this kind of document."""
        build = tantivy.SchemaBuilder()
        build.add_unsigned_field("id", indexed=True, fast=True)
        build.add_unsigned_field("owner", indexed=True, fast=True)
        build.add_unsigned_field("twin", fast=True)
        build.add_text_field("memo", stored=True, tokenizer_name="raw", index_option="basic")
        if self.expires:
            build.add_unsigned_field(f"n_{self.expires}", fast=True)
        for text in self.told:
            option = "position" if text.phrase else "freq"
            build.add_text_field(f"t_{text.name}", tokenizer_name="terms", index_option=option)
        for name in ("words", "complete"):
            build.add_text_field(name, tokenizer_name="raw", index_option="basic")
        for name in self.kin:
            build.add_text_field(f"k_{name}", tokenizer_name="raw", index_option="basic")
        return build.build()

    @property
    def told(self) -> tuple[TextField, ...]:
        """Return the texts that the engine itself knows: for phrases and for likeness."""
        alike = {self.texts[0], self.texts[-1]}
        return tuple(text for text in self.texts if text.phrase or text in alike)

    @property
    def coded(self) -> tuple[str, ...]:
        """Return the keywords whose values stand in a column: those that are counted or joined."""
        counted = [facet.field for facet in self.facets if not facet.buckets]
        joined = [name for union in self.unions for name in union if name in self.keywords]
        return tuple(dict.fromkeys([*counted, *joined]))

    @property
    def spans(self) -> tuple[str, ...]:
        """Return the numbers that are counted in buckets."""
        return tuple(dict.fromkeys(facet.field for facet in self.facets if facet.buckets))

    def facet(self, name: str) -> Facet | None:
        """Return the facet of a name, if it is one."""
        return next((facet for facet in self.facets if facet.name == name), None)

    def group(self, name: str) -> tuple[str, ...]:
        """Return the filters that widen each other together with this one."""
        return next((union for union in self.unions if name in union), (name,))


@dataclass(frozen=True, slots=True)
class Completion:
    """Something a person may be typing; lang "" suits every language."""

    kind: str
    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of any kind. Owner 0 is shared by all; else a municipality's id."""

    id: int  # 1 … 4,294,967,295
    owner: int = 0
    texts: Mapping[str, str] = field(default_factory=dict)
    keywords: Mapping[str, Sequence[str]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    lat: float | None = None
    lon: float | None = None
    completions: Sequence[Completion] = ()
    neutral: str = ""  # words that do not make documents similar, such as the place's name
