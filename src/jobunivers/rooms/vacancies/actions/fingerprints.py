# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""An advertisement's fingerprint, kept in its row and compared by science."""

import base64
from array import array
from collections.abc import Mapping, Sequence
from typing import Any

from jobunivers.science.duplicates import Fingerprint, same_ad

__all__ = ["fingerprint_of", "same_ad", "stored"]


def stored(fingerprint: Fingerprint) -> dict[str, Any]:
    """Return a fingerprint as its row keeps it; the bands have a column of their own."""
    return {
        "exact": fingerprint.exact,
        # 64 numbers of 31 bits; as text they take half the room and a tenth of the time.
        "signature": base64.b64encode(array("I", fingerprint.signature).tobytes()).decode(),
        "shingles": fingerprint.shingles,
        "title": sorted(fingerprint.title),
        "employer": sorted(fingerprint.employer),
        "postcode": fingerprint.postcode,
        "place": sorted(fingerprint.place),
    }


def fingerprint_of(kept: Mapping[str, Any], bands: Sequence[int]) -> Fingerprint | None:
    """Return the fingerprint of a row's two columns; None for a row that was never given one."""
    if "exact" not in kept:
        return None
    signature = kept["signature"]
    if isinstance(signature, str):
        signature = array("I", base64.b64decode(signature))
    return Fingerprint(
        exact=kept["exact"],
        bands=tuple(bands),
        signature=tuple(signature),
        shingles=kept["shingles"],
        title=frozenset(kept["title"]),
        employer=frozenset(kept["employer"]),
        postcode=kept["postcode"],
        place=frozenset(kept["place"]),
    )
