# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is kept of a recommendation: all its reasons, in 96 bytes."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.explain import Fact, Reason
from jobunivers.science.matching.arrays import THOUSAND
from jobunivers.science.matching.features import PERCENT
from jobunivers.science.matching.quantities import QUARTERS
from jobunivers.science.matching.telling import (
    AKIN_SKILL,
    BY_DIGITS,
    BY_SKILLS,
    IMPLIED_SKILL,
    NO_KM,
    REMOTE,
    SAID,
    SAME,
    SHOWN,
    UNKNOWN,
    WHOLE_GROUP,
)
from jobunivers.science.matching.weights import PARTS

RECORD = np.dtype(
    [
        ("vacancy", "<i8"),  # −1: nothing was recommended in this place
        ("digest", "<u8"),  # of the opening's features as they were
        ("score", "<i2"),
        ("contributions", "<i2", (len(PARTS) + 1,)),  # PARTS, then the price of spreading (≤ 0)
        ("km", "<u2"),  # in hundred metres; 65,535: unknown
        ("mine", "<i4", (2,)),  # her nearest work and wish by their numbers; a group's is negative
        ("kind", "<i4"),  # the opening's kind of work, likewise; 0: unknown
        ("sure", "<i2"),  # of that, in thousandths
        ("hours_min", "<i2"),  # quarters of an hour a week; −1: not said
        ("hours_max", "<i2"),
        ("published", "<u2"),  # day since 1970-01-01; 0: unknown
        ("work", "u1"),  # which of her occupations is nearest; 255: none
        ("wish", "u1"),  # which of her wishes, those of "more like this" after her own
        ("ways", "u1"),  # by which way work (low four bits) and wish (high) are near
        ("said", "u1"),  # distance, hours, freshness (two bits each), the opening names skills
        ("remote", "u1"),  # hundredths
        ("asked", "u1"),
        ("brought", "u1"),
        ("origin", "u1"),  # from where the matched are: two bits each
        ("matched", "<i4", (SHOWN,)),  # skills' numbers; 0: none
        ("missing", "<i4", (SHOWN,)),
        ("propensity", "<f4"),  # how likely chance was to put it here; 1: no chance was used
    ]
)
"""One recommendation. Scores and contributions are whole 1/10,000."""
Record = np.void
_WAYS = {SAME: "same", WHOLE_GROUP: "group", BY_SKILLS: "skills"}
_DISTANCE = {SAID: "near", REMOTE: "remote", UNKNOWN: "unknown"}


def reasons(record: Record) -> tuple[Reason, ...]:
    """Return why it was recommended; the weights (whole units) add up to the score exactly.

    Nothing but the record is needed. Skills are facts by their numbers.
    """
    parts = dict(zip((*PARTS, "spread"), record["contributions"].tolist(), strict=True))
    found = []
    for name, weight in parts.items():
        if weight:
            code, facts = _told(name, record)
            found.append(Reason(code, weight, facts))
    return tuple(found)


def _told(name: str, record: Record) -> tuple[str, dict[str, Fact]]:
    """Return the code and the facts of one part."""
    said, facts = int(record["said"]), dict[str, Fact]()
    if name == "occupation":
        return _kinship(name, int(record["ways"]) & 15, int(record["work"]), record)
    if name == "wish":
        return _kinship(name, int(record["ways"]) >> 4, int(record["wish"]), record)
    if name in {"skills", "bridge"}:
        facts = _skills(record)
    if name == "distance":
        facts["remote_share"] = int(record["remote"]) / PERCENT
        if (km := int(record["km"])) != NO_KM:
            facts["km"] = km / 10
    if name == "hours" and record["hours_min"] >= 0:
        facts["hours_min"] = int(record["hours_min"]) / QUARTERS
        facts["hours_max"] = int(record["hours_max"]) / QUARTERS
    if name == "freshness" and record["published"] > 0:
        facts["published_day"] = int(record["published"])
    endings = {
        "skills": "stated" if said >> 6 & 1 else "of_occupation",
        "distance": _DISTANCE.get(said & 3, ""),
        "hours": "unknown" if said >> 2 & 3 == UNKNOWN else "fit",
        "freshness": "unknown" if said >> 4 & 3 == UNKNOWN else "new",
    }
    return (f"{name}.{endings[name]}" if name in endings else name), facts


def _kinship(name: str, way: int, which: int, record: Record) -> tuple[str, dict[str, Fact]]:
    """Return by which way a kind of hers is near: kinds by their numbers, a group's negative."""
    facts: dict[str, Fact] = {
        "which": which,
        "mine": int(record["mine"][0 if name == "occupation" else 1]),
        "kind": int(record["kind"]),
        "confidence": int(record["sure"]) / THOUSAND,
    }
    if way > BY_DIGITS:
        facts["digits"] = way - BY_DIGITS
    return f"{name}.{_WAYS.get(way, 'group')}", facts


def _skills(record: Record) -> dict[str, Fact]:
    origin = int(record["origin"])
    shown = [
        (number, origin >> 2 * place & 3)
        for place, number in enumerate(record["matched"].tolist())
        if number
    ]
    return {
        "matched": tuple(number for number, source in shown if source != AKIN_SKILL),
        "implied": tuple(number for number, source in shown if source == IMPLIED_SKILL),
        "akin": tuple(number for number, source in shown if source == AKIN_SKILL),
        "missing": tuple(number for number in record["missing"].tolist() if number),
        "asked": int(record["asked"]),
        "brought": int(record["brought"]),
    }


def in_places(records: NDArray[Record]) -> Iterator[Record]:
    """Yield the records of a list that recommend something."""
    for record in records:
        if record["vacancy"] >= 0:
            yield record
