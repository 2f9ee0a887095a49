# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Licences and certificates an advertisement may require: one bit each, for ever."""

from collections.abc import Iterable

LICENCES = (
    "B",  # car
    "C",  # lorry
    "D",  # bus
    "E",  # large trailer
    "truck",  # fork-lift
    "taxi",  # passengers for pay
    "A",  # motorcycle
    "cpc",  # professional driver's qualification (EU 95)
    "adr",  # dangerous goods
    "crane",
    "telehandler",
    "lift",  # work platform
    "machine",  # earth-moving machines
    "scaffold",
    "welding",
    "hot_work",  # roofing, flames
    "road_work",  # safe work on roads
    "epoxy",
    "asbestos",
    "food_hygiene",
    "guard",
    "first_aid",
    "pesticide",
    "forestry",  # chain saw
    "boat",
    "electrical",  # authorised electrician
    "plumbing",  # authorised plumber
    "health",  # authorised health professional
)
"""A licence's place here is its bit in stored rows: add at the end, never move or reuse (≤ 30)."""
_BIT = {code: bit for bit, code in enumerate(LICENCES)}


def bits_of(codes: Iterable[str]) -> int:
    """Return the licences as bits; ValueError names one that is not in `LICENCES`."""
    bits = 0
    for code in codes:
        if code not in _BIT:
            raise ValueError(f"Unknown licence {code!r}; known are {', '.join(LICENCES)}")
        bits |= 1 << _BIT[code]
    return bits


def codes_of(bits: int) -> frozenset[str]:
    """Return the licences whose bits are set."""
    return frozenset(code for code, bit in _BIT.items() if bits >> bit & 1)
