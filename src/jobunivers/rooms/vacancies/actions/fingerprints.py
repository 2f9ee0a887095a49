# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""An advertisement's fingerprint, kept in its row and compared by science."""

from typing import Any

from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.science.duplicates import Fingerprint, same_ad

__all__ = ["fingerprint_of", "same_ad", "stored"]


def stored(fingerprint: Fingerprint) -> dict[str, Any]:
    """Return a fingerprint as its row keeps it; the bands have a column of their own."""
    return {
        "exact": fingerprint.exact,
        "signature": list(fingerprint.signature),
        "shingles": fingerprint.shingles,
        "title": sorted(fingerprint.title),
        "employer": sorted(fingerprint.employer),
        "postcode": fingerprint.postcode,
        "place": sorted(fingerprint.place),
    }


def fingerprint_of(vacancy: Vacancy) -> Fingerprint:
    """Return the fingerprint that was made when the advertisement was written."""
    kept = vacancy.fingerprint
    return Fingerprint(
        exact=kept["exact"],
        bands=tuple(vacancy.bands),
        signature=tuple(kept["signature"]),
        shingles=kept["shingles"],
        title=frozenset(kept["title"]),
        employer=frozenset(kept["employer"]),
        postcode=kept["postcode"],
        place=frozenset(kept["place"]),
    )
