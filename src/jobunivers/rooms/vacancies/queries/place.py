# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The place a person searches around, from her words."""

import re
from dataclasses import dataclass

from jobunivers.foundation.places import queries as places

_REGION = re.compile(r"^region\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SearchPlace:
    """A point to search around, or a whole region."""

    name: str
    region_code: str  # only a region has one
    lat: float | None
    lon: float | None

    @property
    def is_region(self) -> bool:
        """Say whether it is a region, in which distance means nothing."""
        return bool(self.region_code)


def find_place(text: str) -> SearchPlace | None:
    """Return the place that the words mean, or None: an unknown place is never guessed."""
    found = places.suggest_places(_REGION.sub("", text), limit=1)
    if found:
        (place,) = found
        region = place.key.removeprefix("region:") if place.kind == "region" else ""
        return SearchPlace(place.name, region, place.lat, place.lon)
    located = places.locate(city=text)
    if located.lat is None or located.precision == "abroad":
        return None
    return SearchPlace(located.city or text, "", located.lat, located.lon)


def near_names(text: str, limit: int = 4) -> list[str]:
    """Return names of places that begin as an unknown one does, the longest likeness first."""
    for end in range(len(text) - 1, 1, -1):
        if found := places.suggest_places(text[:end], limit=limit):
            return list(dict.fromkeys(place.name for place in found))
    return []
