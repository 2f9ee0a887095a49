# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a check of the chain finds."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was chained.

    Attributes:
        code: what, of `words.FINDINGS`.
        grave: whether no rule explains it.
        table, pk: the row, where it is one.
        link: the number of the link, where it is one.
        told: more of it: a day, a number.
    """

    code: str
    grave: bool = True
    table: str = ""
    pk: int | None = None
    link: int | None = None
    told: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return it as it is kept."""
        return {"code": self.code, "grave": self.grave, "table": self.table, "pk": self.pk,
                "link": self.link, "told": self.told}  # fmt: skip


@dataclass(slots=True)
class Checked:
    """What a check went through and found."""

    links: int = 0
    rows: int = 0
    seals: int = 0
    lawful: int = 0
    seconds: float = 0.0
    findings: list[Finding] = field(default_factory=list)

    @property
    def grave(self) -> int:
        """Return how many findings no rule explains."""
        return sum(one.grave for one in self.findings)

    @property
    def remarks(self) -> int:
        """Return how many findings are for notice alone."""
        return len(self.findings) - self.grave
