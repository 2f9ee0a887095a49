# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How alike two names or two times are, from 0 to 1."""

import re
from functools import lru_cache

from jobunivers.science.danish import normalise
from jobunivers.science.merging.records import NOW

_FORMS = frozenset(
    ("a/s", "as", "aps", "i/s", "is", "ivs", "k/s", "ks", "amba", "p/s", "smba", "fmba", "ltd",
     "limited", "gmbh", "ag", "inc", "ab", "oy", "plc", "llc", "holding", "danmark", "denmark",
     "nordic", "gruppen", "group")
)  # fmt: skip
"""What a firm's name has besides the name."""
_TELLING = 5
"""A word of so many letters says enough alone: "Salling" of "Salling Group"."""
_PART = 0.85
_YEAR = 12


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return the text in small letters, without marks and with single spaces."""
    return " ".join(re.sub(r"[^\w/&+#]+", " ", normalise(text)).split())


@lru_cache(maxsize=4096)
def firm(text: str) -> str:
    """Return an employer's name without legal form and branch."""
    words = [word for word in re.sub(r"[.,]", "", text.casefold()).split() if word not in _FORMS]
    return plain(" ".join(words)) or plain(text)


def alike(one: str, other: str) -> float:
    """Return how alike two names are: shared triples of letters, or one within the other."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    first, second = _triples(one), _triples(other)
    dice = 2 * len(first & second) / (len(first) + len(second))
    words, others = set(one.split()), set(other.split())
    shorter = min(words, others, key=lambda some: (len(some), sorted(some)))
    within = shorter <= words and shorter <= others
    telling = any(len(word) >= _TELLING for word in shorter)
    return max(dice, _PART) if within and telling else dice


def _triples(text: str) -> frozenset[str]:
    padded = f"  {text} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))


def months(value: str) -> tuple[int, int] | None:
    """Return the first and last month that a written time may mean; None when it says none."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", value)
    if found is None:
        return None
    year = int(found[1]) * _YEAR
    if found[2] is None:
        return year, year + _YEAR - 1
    month = year + int(found[2]) - 1
    return month, month


def agree(one: str, other: str) -> bool:
    """Return whether two written times may be the same: 2019 and 2019-05 may."""
    if one == other:
        return True
    first, second = months(one), months(other)
    return bool(first and second and first[0] <= second[1] and second[0] <= first[1])


def nearer(one: str, other: str) -> bool:
    """Return whether the first written time says more than the second: 2019-05 than 2019."""
    return agree(one, other) and len(one) > len(other) and NOW not in (one, other)


def near(one: str, other: str) -> float | None:
    """Return 1 for the same time, 0 for a year or more apart; None when one says nothing."""
    if not one or not other:
        return None
    if one == other:
        return 1.0
    first, second = months(one), months(other)
    if first is None or second is None:  # one lasts still: the other end says little
        return 0.4
    apart = max(0, first[0] - second[1], second[0] - first[1])
    return max(0.0, 1 - apart / _YEAR)
