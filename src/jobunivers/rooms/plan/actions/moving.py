# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Another day for what stands in the week, as the week asks for it."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from jobunivers.foundation import diary
from jobunivers.rooms.plan.actions.activities import move_day
from jobunivers.rooms.plan.actions.noting import ChangedMeanwhile, NotNow
from jobunivers.rooms.plan.models import Activity
from jobunivers.rooms.plan.queries.diary import activity_id_of


def move(  # noqa: PLR0917 - as the week asks
    citizen_id: int, number: int, version: int, day: date, starts_at: datetime | None, at: datetime
) -> None:
    """Give an activity of hers another day or time. Raises diary.CannotMove."""
    pk = activity_id_of(number)
    row = Activity.objects.filter(pk=pk, citizen_id=citizen_id).first() if pk else None
    if row is None:
        raise diary.CannotMove(_("I har aftalt dagen. Foreslå en ny dag i din plan."))
    try:
        move_day(activity=row, version=version, day=day, starts_at=starts_at, at=at)
    except ChangedMeanwhile:
        raise diary.ChangedMeanwhile(
            _("Den er ændret et andet sted. Se den igen, og flyt den så.")
        ) from None
    except NotNow:
        raise diary.CannotMove(_("Den er ikke længere på vej, så den kan ikke flyttes.")) from None
