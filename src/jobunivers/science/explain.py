# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why a score is what it is: reasons whose weights add up to it, with facts for the words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Fact = str | int | float | bool | tuple[str, ...] | tuple[int, ...]
NO_FACTS: Mapping[str, Fact] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a score: what it is called, what it adds, and the facts that show it.

    `code` names the sentence a page shows ("distance.near"), never the sentence itself, so that it
    can be said in any language. `weight` is in the unit of the score. `facts` cannot be changed.
    """

    code: str
    weight: float
    facts: Mapping[str, Fact] = field(default_factory=lambda: NO_FACTS)

    def __post_init__(self) -> None:
        """Freeze the facts, so that what was shown to a person cannot change afterwards."""
        if not isinstance(self.facts, MappingProxyType):
            object.__setattr__(self, "facts", MappingProxyType(dict(self.facts)))

    def __hash__(self) -> int:
        return hash((self.code, self.weight, tuple(sorted(self.facts))))

    def __reduce__(self) -> tuple[object, ...]:
        # A mapping proxy cannot be pickled or copied deeply; its content can.
        return Reason, (self.code, self.weight, dict(self.facts))

    def as_json(self) -> dict[str, object]:
        """Return plain values that JSON can hold, for storing beside the score."""
        facts = {k: list(v) if isinstance(v, tuple) else v for k, v in self.facts.items()}
        return {"code": self.code, "weight": self.weight, "facts": facts}


def total(reasons: Iterable[Reason]) -> float:
    """Return the score that the reasons explain: their weights added in the given order."""
    return sum((reason.weight for reason in reasons), 0.0)
