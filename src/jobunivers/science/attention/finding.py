# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which rules hold for one citizen, with the facts that made them hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jobunivers.science.attention.facts import CitizenFacts
from jobunivers.science.attention.rules import RULES, Rule
from jobunivers.science.saying import Made

MOST_DAYS = 365


@dataclass(frozen=True, slots=True)
class Tuned:
    """How a kommune uses a rule: whether, from how many days on, and how long it rests."""

    on: bool
    days: int
    cool_down: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule holds, and why: `facts` are numbers and ISO days by name."""

    code: str
    facts: Made


Tuning = Mapping[str, Tuned]
USUAL: Tuning = MappingProxyType(
    {rule.code: Tuned(on=True, days=rule.days, cool_down=rule.cool_down) for rule in RULES.values()}
)
"""Every rule as it is while a kommune has said nothing."""


class BadTuning(ValueError):  # noqa: N818 - it reads as what it is
    """A tuning names an unknown rule or a number out of range."""


def read_tuning(body: Mapping[str, Mapping[str, int | bool]]) -> Tuning:
    """Return a tuning from what is stored; rules it does not name are as usual.

    Raises:
        BadTuning: a rule is unknown, or a number lies outside 0 to 365.
    """
    unknown = sorted(set(body) - set(RULES))
    if unknown:
        raise BadTuning(f"no such rule: {', '.join(unknown)}")
    tuned = dict(USUAL)
    for code, said in body.items():
        usual = USUAL[code]
        one = Tuned(
            on=bool(said.get("on", usual.on)),
            days=int(said.get("days", usual.days)),
            cool_down=int(said.get("cool_down", usual.cool_down)),
        )
        if not 0 <= one.days <= MOST_DAYS or not 0 <= one.cool_down <= MOST_DAYS:
            raise BadTuning(f"{code}: days must be 0 to {MOST_DAYS}")
        tuned[code] = one
    return MappingProxyType(tuned)


def findings(facts: CitizenFacts, tuning: Tuning = USUAL) -> tuple[Finding, ...]:
    """Return the rules that hold, what matters most first. Absence holds back what can wait."""
    found = ((rule, _made(rule, facts, tuning[rule.code])) for rule in RULES.values())
    return tuple(Finding(rule.code, made) for rule, made in found if made is not None)


def _made(rule: Rule, facts: CitizenFacts, tuned: Tuned) -> Made | None:
    if not tuned.on or (facts.absent and not rule.while_absent):
        return None
    return rule.holds(facts, tuned.days)
