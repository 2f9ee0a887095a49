# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which subjects to propose for one talk, with the facts that made them hold."""

from collections.abc import Collection
from dataclasses import dataclass

from jobunivers.science.saying import Made
from jobunivers.science.talks.facts import TalkFacts
from jobunivers.science.talks.rules import RULES

MOST = 5
"""More subjects than this nobody talks about in one talk."""


@dataclass(frozen=True, slots=True)
class Focus:
    """A rule holds, and why: `facts` are numbers, names and ISO days."""

    code: str
    facts: Made


def focus_points(facts: TalkFacts, *, without: Collection[str] = ()) -> tuple[Focus, ...]:
    """Return at most five subjects, what matters most first, in the order of the table.

    Args:
        facts: what is known of her.
        without: rules that are put aside and leave their place to others.
    """
    found = (
        Focus(rule.code, made)
        for rule in RULES.values()
        if rule.code not in without and (made := rule.holds(facts)) is not None
    )
    return tuple(found)[:MOST]
