# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names of occupations and groups, as an index of titles takes them in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.danish import normalise


class Label(NamedTuple):
    """A name of an occupation in one language; preferred is the concept's main name."""

    text: str
    lang: str = "da"
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class OccupationEntry:
    """An occupation, or with `group` an ISCO group, and its names. `isco` holds digits or ""."""

    uri: str
    isco: str
    labels: tuple[Label, ...]
    group: bool = False


def distinct(entry: OccupationEntry) -> list[tuple[str, bool]]:
    """Return the entry's labels, each spelling once, preferred if any of them is."""
    spelled: dict[str, tuple[str, bool]] = {}
    for label in entry.labels:
        key = normalise(label.text).strip()
        if key:
            text, preferred = spelled.get(key, (label.text.strip(), False))
            spelled[key] = (text, preferred or label.preferred)
    return [spelled[key] for key in sorted(spelled)]


def layers(sizes: NDArray[np.intp]) -> list[tuple[int, int]]:
    """Return for falling sizes where the layer of all first, second, … members begins and ends."""
    counts = [int((sizes > layer).sum()) for layer in range(int(sizes.max(initial=0)))]
    ends = np.cumsum(counts, dtype=np.intp).tolist()
    return [(end - count, end) for count, end in zip(counts, ends, strict=True)]


def members(isco: Sequence[str], groups: Sequence[bool]) -> list[tuple[int, NDArray[np.intp]]]:
    """Return each unit group's number and the numbers of the occupations that lie in it."""
    inside: dict[str, list[int]] = {}
    for number, (code, group) in enumerate(zip(isco, groups, strict=True)):
        if not group and code:
            inside.setdefault(code, []).append(number)
    return [
        (number, np.array(inside[code], dtype=np.intp))
        for number, (code, group) in enumerate(zip(isco, groups, strict=True))
        if group and len(code) == UNIT and code in inside
    ]


def shared_alternatives(labels: Sequence[tuple[int, str, bool]]) -> float:
    """Return which share of the alternative names several concepts have; 0 if there are none."""
    owners: dict[str, set[int]] = {}
    for number, text, _ in labels:
        owners.setdefault(normalise(text).strip(), set()).add(number)
    alone = [len(owners[normalise(text).strip()]) == 1 for _, text, main in labels if not main]
    return 1 - sum(alone) / len(alone) if alone else 0.0


UNIT = 4
"""Digits of an ISCO unit group."""
