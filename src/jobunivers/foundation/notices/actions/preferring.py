# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person wants of notices."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, time

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices.links import EVERYTHING
from jobunivers.foundation.notices.models import Choice, Limits, Preferences, Rhythm
from jobunivers.foundation.notices.register import type_of, types


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What she says of notices in general; quiet hours are both there or neither."""

    quiet_from: time | None
    quiet_to: time | None
    digest_hour: int
    language: str


@transaction.atomic
def prefer(
    *, person_id: int, said: Said, choices: Mapping[tuple[str, str], Rhythm], at: datetime
) -> None:
    """Keep what she has said, and how each type may use each channel."""
    Preferences.objects.update_or_create(
        person_id=person_id, defaults={**asdict(said), "changed_at": at}
    )
    for (kind, channel), rhythm in choices.items():
        known = type_of(kind)
        if known is None or known.critical:
            continue
        _choose(person_id, kind, channel, rhythm, at=at)
    events.record("notices.preferences_changed", at=at, actor_id=person_id)


@transaction.atomic
def pause(*, person_id: int, until: datetime | None, at: datetime) -> None:
    """Keep everything but what is critical on her pages until then; None: no longer."""
    Preferences.objects.update_or_create(
        person_id=person_id,
        defaults={"paused_until": until, "changed_at": at},
    )
    events.record("notices.paused" if until else "notices.resumed", at=at, actor_id=person_id)


@transaction.atomic
def leave(*, person_id: int, kind: str, channel: str, at: datetime) -> None:
    """Send one type, or all of them, by this channel no more; what is critical still comes."""
    for known in types():
        if not known.critical and kind in {known.code, EVERYTHING}:
            _choose(person_id, known.code, channel, Rhythm.OFF, at=at)
    events.record(
        "notices.left", at=at, actor_id=person_id, data={"kind": kind, "channel": channel}
    )


@transaction.atomic
def come_back(*, person_id: int, kind: str, channel: str, at: datetime) -> None:
    """Take a leave back: as it is from the beginning."""
    known = Choice.objects.filter(person_id=person_id, channel=channel, rhythm=Rhythm.OFF)
    (known if kind == EVERYTHING else known.filter(kind=kind)).delete()
    events.record(
        "notices.came_back", at=at, actor_id=person_id, data={"kind": kind, "channel": channel}
    )


@transaction.atomic
def limit(*, per_day: int, per_week: int, actor_id: int, at: datetime) -> None:
    """Set how often all senders of the kommune together may disturb one person."""
    Limits.objects.update_or_create(
        defaults={
            "per_day": per_day,
            "per_week": per_week,
            "changed_at": at,
            "changed_by": actor_id,
        }
    )
    events.record(
        "notices.limits_changed",
        at=at,
        actor_id=actor_id,
        data={"per_day": per_day, "per_week": per_week},
    )


def _choose(person_id: int, kind: str, channel: str, rhythm: str, *, at: datetime) -> None:
    Choice.objects.update_or_create(
        person_id=person_id,
        kind=kind,
        channel=channel,
        defaults={"rhythm": rhythm, "changed_at": at},
    )
