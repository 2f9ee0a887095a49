# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Open jobs within a distance of a point, in some kinds of work and those nearly like them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from django.utils import timezone
from numpy.typing import NDArray

from jobunivers.foundation.search.geo import distance_km
from jobunivers.foundation.taxonomy import packed
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.tailored.queries import worlds
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.matching import Vocabulary
from jobunivers.science.matching.travel import MICRO, NOWHERE

# Kinds this near are the same work, or share ISCO's unit group.
_SAME = 0.799
# Kinds this near share ISCO's minor group: work that is alike.
_ALIKE = 0.549


@dataclass(frozen=True, slots=True, eq=False)
class NearJobs:
    """Openings within the distance, nearest first; all arrays have shape (n,)."""

    ids: NDArray[np.int64]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    km: NDArray[np.float64]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.ids)


def jobs_near(
    *,
    point: tuple[float, float],
    km: float,
    uris: Collection[str],
    alike: bool = False,
    at: datetime,
) -> NearJobs | None:
    """Return the openings the kommune may see; None while there is no packed world.

    Args:
        point: latitude and longitude in degrees.
        km: the distance, as the crow flies.
        uris: occupations; none: all kinds of work.
        alike: also work that is nearly the same.
        at: now.
    """
    loaded = worlds.current()
    if loaded is None:
        return None
    openings = loaded.world.openings
    today = vacancies.day_number(timezone.localdate(at))
    open_now = (openings.last >= today) & (openings.lat != NOWHERE)
    open_now &= (openings.owner == 0) | (openings.owner == current_municipality_id())
    if uris:
        open_now &= _wanted(loaded.world.vocabulary, uris, alike=alike)[openings.kind]
    rows = np.flatnonzero(open_now)
    lat, lon = (getattr(openings, name)[rows].astype(np.float64) / MICRO for name in ("lat", "lon"))
    away = distance_km(*point, lat, lon)
    order = np.flatnonzero(away <= km)
    order = order[np.lexsort((openings.id[rows[order]], away[order]))]
    return NearJobs(openings.id[rows[order]], lat[order], lon[order], away[order])


def _wanted(vocabulary: Vocabulary, uris: Collection[str], *, alike: bool) -> NDArray[np.bool_]:
    """Return which kinds of work are meant, shape (kinds,)."""
    kinds = sorted({vocabulary.kind_of(packed.in_use(uri)) for uri in uris} - {vocabulary.unknown})
    if not kinds:
        return np.zeros(vocabulary.kinds, dtype=np.bool_)
    least = _ALIKE if alike else _SAME
    found: NDArray[np.bool_] = vocabulary.near[kinds].max(axis=0) >= np.float32(least)
    return found
