# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What became of the records of an import."""

from collections import Counter
from dataclasses import dataclass, field

COUNTS = (
    "read",
    "added",
    "changed",
    "unchanged",
    "closed",
    "rejected",
    "repeated",
    "duplicates",
)


@dataclass(slots=True)
class Summary:
    """What became of each record read: the parts add up to `read`.

    Three are no parts: `duplicates` says how many of those added or changed another source had,
    `ended` how many were closed because a complete source has them no longer, and `reasons` why
    records were rejected.
    """

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    closed: int = 0
    rejected: int = 0
    repeated: int = 0
    duplicates: int = 0
    ended: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def adds_up(self) -> bool:
        """Say whether every record read is accounted for."""
        parts = self.added + self.changed + self.unchanged + self.closed
        return self.read == parts + self.rejected + self.repeated

    @property
    def counts(self) -> dict[str, int]:
        """Return the counts that are kept with the run."""
        return {name: getattr(self, name) for name in COUNTS}

    def add(self, other: "Summary") -> None:
        """Add another summary's counts to this one."""
        for name in (*COUNTS, "ended"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.reasons.update(other.reasons)
