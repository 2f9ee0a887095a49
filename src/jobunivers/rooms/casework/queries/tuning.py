# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the kommune uses the rules of attention on a day."""

from dataclasses import dataclass
from datetime import date

from jobunivers.rooms.casework.models import AttentionTuning
from jobunivers.science.attention import Tuning, read_tuning


@dataclass(frozen=True, slots=True)
class InEffect:
    """The tuning that holds, and its row; None: the rules as they are."""

    row: AttentionTuning | None
    tuning: Tuning

    @property
    def number(self) -> int:
        """Return its number, 0 for the rules as they are."""
        return self.row.number if self.row else 0


def tuning_in_effect(*, today: date) -> InEffect:
    """Return how the kommune uses the rules today: the newest decision whose day has come."""
    rows = AttentionTuning.objects.filter(effective_from__lte=today)
    row = rows.order_by("-effective_from", "-number").first()
    return InEffect(row, read_tuning(row.body if row else {}))


def tunings() -> list[AttentionTuning]:
    """Return every decision of the kommune, the newest first."""
    return list(AttentionTuning.objects.all().order_by("-number", "-pk")[:50])
