# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room tells a citizen: that data of hers will go, and how she keeps it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.notices import register
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.ui.wording import day
from jobunivers.rooms.retention.models import Told

SENDER = "retention.farewell"
KIND = "retention.goes_soon"
Data = Mapping[str, Any]


def register_notices() -> None:
    """Say who sends from here, and what."""
    register.sender(
        register.Sender(
            code=SENDER,
            name=gettext_lazy("Besked om, at data bliver slettet"),
            every=timedelta(days=1),
        )
    )
    register.notice_type(
        register.NoticeType(
            code=KIND,
            sender=SENDER,
            name=gettext_lazy("Når dine oplysninger bliver slettet"),
            about=gettext_lazy("30 dage før, så du kan hente dem eller bede os gemme dem."),
            wording=_goes,
            outside=_goes_outside,
            critical=True,
            relevant=_still_goes,
        )
    )


def _goes(data: Data) -> str:
    return _(
        "Den {day} sletter vi oplysninger om dig, fordi du ikke får hjælp mere. Du kan hente dem"
        " først, eller bede os gemme dem et halvt år mere."
    ).format(day=day(date.fromisoformat(str(data["on"]))))


def _goes_outside(data: Data) -> str:
    del data
    return _("Der er nyt om, hvor længe vi gemmer dine oplysninger.")


def _still_goes(notice: Notice, at: datetime) -> bool:
    today = timezone.localdate(at)
    return Told.objects.filter(citizen_id=notice.person_id, goes_on__gte=today).exists()
