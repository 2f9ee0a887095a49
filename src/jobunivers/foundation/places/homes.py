# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a citizen lives, for rooms that may not see the room that knows it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

Point = tuple[float, float]
"""Latitude and longitude, WGS84 degrees."""
Provider = Callable[[int], Point | None]


class Reach(NamedTuple):
    """Where somebody lives, and how far she would travel."""

    lat: float
    lon: float
    max_km: float


ReachProvider = Callable[[Sequence[int]], dict[int, Reach]]

_providers: list[Provider] = []
_reach_providers: list[ReachProvider] = []


def provide(provider: Provider, reaches: ReachProvider | None = None) -> None:
    """Let the room that keeps profiles answer; said once, in its `apps.py`."""
    _providers[:] = [provider]
    _reach_providers[:] = [] if reaches is None else [reaches]


def home_of(citizen_id: int) -> Point | None:
    """Return where a citizen of the kommune being worked for lives; None when nobody knows."""
    return _providers[0](citizen_id) if _providers else None


def reaches_of(citizen_ids: Sequence[int]) -> dict[int, Reach]:
    """Return where each of many lives and how far she would travel; who has not said is absent."""
    return _reach_providers[0](citizen_ids) if _reach_providers else {}
