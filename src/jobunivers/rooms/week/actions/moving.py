# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She gives something in her week another day or time."""

from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext

from jobunivers.foundation import diary
from jobunivers.foundation.diary import CannotMove, Entry
from jobunivers.foundation.events import actions as events
from jobunivers.science.calendars import NoSuchTime, moment


def move_entry(
    *, citizen_id: int, entry: Entry, version: int, day: date, clock: time | None, at: datetime
) -> None:
    """Let it stand on another day, at a time of Danish clocks or without one.

    Raises:
        ChangedMeanwhile: it is not the version she saw.
        CannotMove: it cannot stand there; the text says why.
    """
    known = diary.source_of(entry.uid)
    if known is None or known[0].move is None or not entry.movable:
        raise CannotMove(entry.why_fixed or gettext("Den kan ikke flyttes her."))
    if day < timezone.localdate(at):
        raise CannotMove(gettext("Den dag er gået. Vælg i dag eller en senere dag."))
    source, number = known
    assert source.move is not None
    source.move(citizen_id, number, version, day, _moment(day, clock, at), at)
    events.record(
        "week.entry_moved",
        at=at,
        citizen_id=citizen_id,
        actor_id=citizen_id,
        data={"entry": entry.uid, "day": day.isoformat()},
    )


def _moment(day: date, clock: time | None, at: datetime) -> datetime | None:
    if clock is None:
        return None
    try:
        found = moment(day, clock)
    except NoSuchTime:
        raise CannotMove(
            gettext(
                "Den nat bliver uret stillet frem, så det klokkeslæt findes ikke. Vælg et andet."
            )
        ) from None
    if found < at:
        raise CannotMove(gettext("Det klokkeslæt er gået. Vælg et senere."))
    return found
