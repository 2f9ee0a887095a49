# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A search among offers as its address says it: every state can be shared and bookmarked."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from urllib.parse import urlencode

from django.http import QueryDict

# The address is Danish; the index's names are English.
FILTERS: Mapping[str, str] = MappingProxyType(
    {
        "slags": "kind",
        "varighed": "duration",
        "form": "format",
        "sprog": "language",
        "niveau": "level",
        "emne": "category",
        "kilde": "source",
        "kommune": "kommune",
    }
)
SORTS: Mapping[str, str] = MappingProxyType(
    {"bedste": "relevance", "nyeste": "newest", "korteste": "shortest", "start": "soonest"}
)
_LONGEST = 300
_MOST_VALUES = 30
_LAST_PAGE = 500


@dataclass(frozen=True, slots=True)
class Parameters:
    """One search, read from an address. What cannot be read is left out, never an error."""

    text: str = ""
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
            text=" ".join(query.get("q", "").replace("\x00", " ").split())[:_LONGEST],
            filters=filters,
            sort=sort if sort in SORTS else "",
            page=_number(query.get("side")),
            literal=query.get("ordret") == "1",
            unknown=(sort,) if sort and sort not in SORTS else (),
        )

    @property
    def query(self) -> str:
        """Return the address's query part in a fixed order, without the page."""
        found = [("q", self.text)]
        for name, values in self.filters.items():
            found += [(name, value) for value in values]
        found += [("sortering", self.sort), ("ordret", "1" if self.literal else "")]
        return urlencode([(name, value) for name, value in found if value])

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was asked for."""
        return not (self.text or self.filters)

    @property
    def unfiltered(self) -> "Parameters":
        """Return the search without its filters."""
        return replace(self, filters={}, page=1)

    @property
    def of_everything(self) -> "Parameters":
        """Return the search without its words."""
        return replace(self, text="", literal=False, page=1)

    @property
    def forgiving(self) -> "Parameters":
        """Return the search that also looks for words spelt nearly so."""
        return replace(self, literal=False, page=1)

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


def _number(text: str | None) -> int:
    try:
        return max(1, min(int(text or 1), _LAST_PAGE))
    except ValueError:
        return 1
