# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days go on being counted while a point waits, without anything being written."""

from collections.abc import Mapping
from datetime import date

from jobunivers.science.attention import Value

_GROWS, _SHRINKS = "days", "left"


def counted_on(facts: Mapping[str, Value], since: date, today: date) -> dict[str, Value]:
    """Return the facts of a day as they are today: days since grow, days until shrink."""
    gone = (today - since).days
    found = dict(facts)
    for name, by in ((_GROWS, gone), (_SHRINKS, -gone)):
        value = found.get(name)
        if isinstance(value, int):
            found[name] = value + by
    return found
