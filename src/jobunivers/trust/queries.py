# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading who has looked."""

from dataclasses import dataclass
from datetime import datetime

from jobunivers.identity import queries as identity
from jobunivers.trust import words
from jobunivers.trust.models import Look


@dataclass(frozen=True, slots=True)
class LookRow:
    """One look as the citizen reads it."""

    at: datetime
    viewer: str
    role: str
    part: str
    reason: str
    note: str

    @property
    def role_words(self) -> str:
        """Return the role in the reader's language."""
        return str(words.ROLES.get(self.role, self.role))

    @property
    def part_words(self) -> str:
        """Return what was looked at in the reader's language."""
        return str(words.PARTS.get(self.part, self.part))

    @property
    def reason_words(self) -> str:
        """Return why in the reader's language."""
        return str(words.REASONS.get(self.reason, self.reason))


def looks_at(*, citizen_id: int, limit: int = 200) -> list[LookRow]:
    """Return who has looked at the citizen, newest first."""
    looks = list(Look.objects.filter(citizen_id=citizen_id).order_by("-at", "-pk")[:limit])
    people = identity.names(ids=(look.viewer_id for look in looks))
    return [
        LookRow(
            at=look.at,
            viewer=people.get(look.viewer_id, ("", ""))[0],
            role=look.viewer_role,
            part=look.part,
            reason=look.reason,
            note=look.note,
        )
        for look in looks
    ]
