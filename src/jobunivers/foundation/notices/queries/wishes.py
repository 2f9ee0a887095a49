# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people want of notices, as rules read it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Min

from jobunivers.foundation.notices.models import (
    Choice,
    Delivery,
    Limits,
    Preferences,
    Rhythm,
    State,
)
from jobunivers.foundation.notices.register import NoticeType
from jobunivers.foundation.notices.rules import WEEK, Quiet, Wish


@dataclass(frozen=True, slots=True)
class Wishes:
    """One person's preferences and choices."""

    language: str
    wish: Wish
    choices: Mapping[tuple[str, str], str]  # (type, channel) → rhythm

    def rhythm(self, known: NoticeType, channel: str) -> str:
        """Return how a type may use a channel: what is critical always may, at once."""
        if known.critical:
            return Rhythm.AT_ONCE
        usual = known.defaults.get(channel, Rhythm.OFF)
        return self.choices.get((known.code, channel), usual)


def limits() -> Limits:
    """Return the kommune's limits, or the usual ones."""
    return Limits.objects.order_by("pk").first() or Limits()


def preferences_of(*, person_id: int) -> Preferences:
    """Return what she has said, or the calm defaults (not stored)."""
    found = Preferences.objects.filter(person_id=person_id).first()
    return found or Preferences(person_id=person_id)


def of_many(person_ids: Sequence[int], *, at: datetime | None = None) -> dict[int, Wishes]:
    """Return the wishes of each; with a moment, also what each has had in the week before it."""
    bounds = limits()
    said = {one.person_id: one for one in Preferences.objects.filter(person_id__in=person_ids)}
    choices: dict[int, dict[tuple[str, str], str]] = defaultdict(dict)
    rows = Choice.objects.filter(person_id__in=person_ids).order_by("pk")
    for person_id, kind, channel, rhythm in rows.values_list(
        "person_id", "kind", "channel", "rhythm"
    ):
        choices[person_id][kind, channel] = rhythm
    had = _had(person_ids, at=at) if at else {}
    found = {}
    for person_id in person_ids:
        hers = said.get(person_id) or Preferences(person_id=person_id)
        wish = Wish(
            zone=ZoneInfo(settings.TIME_ZONE),
            quiet=_quiet(hers),
            digest=time(hers.digest_hour),
            paused_until=hers.paused_until,
            per_day=bounds.per_day,
            per_week=bounds.per_week,
            had=tuple(had.get(person_id, ())),
        )
        found[person_id] = Wishes(hers.language, wish, choices[person_id])
    return found


def _quiet(hers: Preferences) -> Quiet | None:
    if hers.quiet_from is None or hers.quiet_to is None:
        return None
    return Quiet(hers.quiet_from, hers.quiet_to)


def _had(person_ids: Sequence[int], *, at: datetime) -> dict[int, list[datetime]]:
    """Return when messages went out; several notices in one message disturb once."""
    rows = (
        Delivery.objects.filter(
            person_id__in=person_ids,
            state__in=[State.SENT, State.SENDING],
            changed_at__gt=at - WEEK,
        )
        .order_by()
        .values("person_id", "message")
        .annotate(went=Min("changed_at"))
    )
    found: dict[int, list[datetime]] = defaultdict(list)
    for row in rows:
        found[row["person_id"]].append(row["went"])
    return found
