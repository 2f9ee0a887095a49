# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What talks tell people: the types of their notices, in words."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.notices.models import Channel, Notice, Rhythm
from jobunivers.foundation.notices.register import NoticeType, Sender, notice_type, sender
from jobunivers.foundation.ui.wording import clock, day
from jobunivers.rooms.talks.models import Talk, TalkState

TALKS = "talks"
_AT_ONCE: Mapping[str, Rhythm] = {Channel.EMAIL: Rhythm.AT_ONCE, Channel.PHONE: Rhythm.AT_ONCE}
Data = Mapping[str, Any]


def register_notices() -> None:
    """Say who sends from here, and what."""
    sender(Sender(code=TALKS, name=gettext_lazy("Samtaler")))
    for known in _TYPES:
        notice_type(known)


def _when(data: Data) -> dict[str, str]:
    moment = datetime.fromisoformat(data["starts_at"])
    return {"day": day(moment), "time": clock(moment)}


def _planned(data: Data) -> str:
    return _("Du har en samtale %(day)s %(time)s. Skriv, hvad du vil tale om.") % _when(data)


def _cancelled(data: Data) -> str:
    return _("Samtalen %(day)s %(time)s er aflyst.") % _when(data)


def _referat(data: Data) -> str:
    return _("Referatet af samtalen %(day)s er skrevet. Du kan læse det.") % _when(data)


def _still_ahead(notice: Notice, at: datetime) -> bool:
    rows = Talk.objects.filter(pk=notice.data["talk"], state=TalkState.PLANNED)
    return rows.filter(starts_at__gt=at).exists()


_TYPES = (
    NoticeType(
        code="talks.planned",
        sender=TALKS,
        name=gettext_lazy("Samtaler, der er planlagt eller flyttet"),
        about=gettext_lazy("Når kommunen planlægger en samtale med dig eller giver den en ny tid."),
        wording=_planned,
        defaults=_AT_ONCE,
        critical=True,
        relevant=_still_ahead,
    ),
    NoticeType(
        code="talks.cancelled",
        sender=TALKS,
        name=gettext_lazy("Samtaler, der er aflyst"),
        about=gettext_lazy("Når en samtale ikke bliver til noget."),
        wording=_cancelled,
        defaults=_AT_ONCE,
        critical=True,
    ),
    NoticeType(
        code="talks.referat",
        sender=TALKS,
        name=gettext_lazy("Referater af samtaler"),
        about=gettext_lazy("Når der er skrevet i referatet af en samtale, der er holdt."),
        wording=_referat,
    ),
)
