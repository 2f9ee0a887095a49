# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The days of a citizen's talks that deadlines are counted from."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db.models import Max, Min, Q
from django.utils import timezone

from jobunivers.rooms.talks.models import Talk, TalkState


def known_days(citizen_id: int, at: datetime) -> Mapping[str, date]:
    """Return when her first talk was held and when one last came to nothing, up to a moment."""
    rows = Talk.objects.filter(citizen_id=citizen_id, starts_at__lte=at)
    found = rows.aggregate(
        first_talk=Min("starts_at", filter=Q(state=TalkState.HELD)),
        talk_missed=Max("starts_at", filter=Q(state=TalkState.NOT_HELD)),
    )
    return {code: timezone.localdate(when) for code, when in found.items() if when is not None}
