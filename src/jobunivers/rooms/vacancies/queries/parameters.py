# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A search as its address says it: every state can be shared and bookmarked."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from urllib.parse import urlencode

from django.http import QueryDict

# The address is Danish; the index's names are English.
FILTERS: Mapping[str, str] = MappingProxyType(
    {
        "omraade": "area",
        "tid": "working_time",
        "timer": "hours",
        "frist": "deadline",
        "virksomhed": "employer",
        "sprog": "language",
        "hjemme": "remote",
        "kommune": "kommune",
    }
)
SORTS: Mapping[str, str] = MappingProxyType(
    {"bedste": "relevance", "nyeste": "newest", "frist": "deadline", "afstand": "distance"}
)
DISTANCES = (5, 10, 25, 50, 100)
DEFAULT_KM = 25
_LONGEST = 300
_MOST_VALUES = 30
_LAST_PAGE = 500


@dataclass(frozen=True, slots=True)
class Parameters:
    """One search, read from an address. What cannot be read is left out, never an error."""

    text: str = ""
    place: str = ""
    km: int = DEFAULT_KM
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""
    page: int = 1
    literal: bool = False  # she insists on the word as typed
    unknown: tuple[str, ...] = ()  # what the address asked for that does not exist

    @classmethod
    def read(cls, query: QueryDict) -> "Parameters":
        """Return the search that an address asks for."""
        filters = {}
        for name in FILTERS:
            values = [value[:100] for value in query.getlist(name) if value][:_MOST_VALUES]
            if values:
                filters[name] = tuple(dict.fromkeys(values))
        sort = query.get("sortering", "")
        return cls(
            text=_plain(query.get("q", "")),
            place=_plain(query.get("sted", "")),
            km=_number(query.get("km"), DEFAULT_KM, 1, 500),
            filters=filters,
            sort=sort if sort in SORTS else "",
            page=_number(query.get("side"), 1, 1, _LAST_PAGE),
            literal=query.get("ordret") == "1",
            unknown=(sort,) if sort and sort not in SORTS else (),
        )

    def pairs(self) -> list[tuple[str, str]]:
        """Return the address's parts in a fixed order, without what is as usual."""
        found = [("q", self.text), ("sted", self.place)]
        if self.place and self.km != DEFAULT_KM:
            found.append(("km", str(self.km)))
        for name, values in self.filters.items():
            found += [(name, value) for value in values]
        found.append(("sortering", self.sort))
        if self.literal:
            found.append(("ordret", "1"))
        return [(name, value) for name, value in found if value]

    @property
    def query(self) -> str:
        """Return the address's query part, without the page."""
        return urlencode(self.pairs())

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was asked for."""
        return not (self.text or self.place or self.filters)

    def without(self, *names: str) -> "Parameters":
        """Return the search without some of its parts: `text`, `place`, `filters`, `literal`."""
        usual = Parameters()
        return replace(self, page=1, **{name: getattr(usual, name) for name in names})

    @property
    def wider(self) -> "Parameters | None":
        """Return the search within the next larger distance; None without a place or a larger."""
        larger = next((km for km in DISTANCES if km > self.km), None)
        return replace(self, km=larger, page=1) if self.place and larger else None

    @property
    def anywhere(self) -> "Parameters":
        """Return the search in the whole country."""
        return self.without("place")

    @property
    def unfiltered(self) -> "Parameters":
        """Return the search without its filters."""
        return self.without("filters")

    @property
    def of_everything(self) -> "Parameters":
        """Return the search without its words."""
        return self.without("text", "literal")

    @property
    def forgiving(self) -> "Parameters":
        """Return the search that also looks for words spelt nearly so."""
        return self.without("literal")

    @property
    def insisting(self) -> "Parameters":
        """Return the search for the words exactly as typed."""
        return replace(self, literal=True, page=1)

    def with_filter(self, name: str, value: str, *, chosen: bool) -> "Parameters":
        """Return the search with one value of a filter chosen or not."""
        values = [one for one in self.filters.get(name, ()) if one != value]
        if chosen:
            values.append(value)
        filters = {**self.filters, name: tuple(values)}
        return replace(self, filters={key: some for key, some in filters.items() if some}, page=1)


def _plain(text: str) -> str:
    return " ".join(text.replace("\x00", " ").split())[:_LONGEST]


def _number(text: str | None, default: int, least: int, most: int) -> int:
    try:
        return max(least, min(int(text or default), most))
    except ValueError:
        return default
