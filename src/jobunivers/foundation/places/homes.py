# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a citizen lives, for rooms that may not see the room that knows it."""

from collections.abc import Callable

Point = tuple[float, float]
"""Latitude and longitude, WGS84 degrees."""
Provider = Callable[[int], Point | None]

_providers: list[Provider] = []


def provide(provider: Provider) -> None:
    """Let the room that keeps profiles answer; said once, in its `apps.py`."""
    _providers[:] = [provider]


def home_of(citizen_id: int) -> Point | None:
    """Return where a citizen of the kommune being worked for lives; None when nobody knows."""
    return _providers[0](citizen_id) if _providers else None
