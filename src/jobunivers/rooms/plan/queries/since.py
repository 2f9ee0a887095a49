# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was changed in her plan since a moment, to be asked together with other questions."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import QuerySet

from jobunivers.rooms.plan.models import Agreement, PlanChange
from jobunivers.rooms.plan.queries import words


def changes_after(*, citizen_id: int, since: datetime) -> QuerySet[PlanChange]:
    """Return the changes of her plan since then, newest first."""
    rows = PlanChange.objects.filter(citizen_id=citizen_id, at__gt=since)
    return rows.order_by("-at", "-pk")


def change_words(row: PlanChange) -> str:
    """Return a change as one line: what it is about, its title, and what it became."""
    became = [words.value(row.about, name, row.now[name]) for name in ("state",) if name in row.now]
    return ": ".join([words.about(row.about), ", ".join([row.title, *filter(None, became)])])


def agreements_of_ids(ids: Collection[int]) -> QuerySet[Agreement]:
    """Return the agreements of these numbers, the first made first."""
    return Agreement.objects.filter(pk__in=list(ids)).order_by("created_at", "pk")


def agreement_state_words(rows: Sequence[Agreement]) -> dict[int, str]:
    """Return how far each agreement has come, in words."""
    return {row.pk: words.value("agreement", "state", row.state) for row in rows}
