# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What Mine data tells people: her answers and files, and the deadlines of those who answer."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.notices.models import Channel, Notice, Rhythm
from jobunivers.foundation.notices.register import NoticeType, Sender, notice_type, sender
from jobunivers.foundation.ui.wording import day_year
from jobunivers.rooms.mydata.models import DataRequest

OWN, DEADLINES = "mydata", "mydata.deadlines"
_AT_ONCE: Mapping[str, Rhythm] = {Channel.EMAIL: Rhythm.AT_ONCE, Channel.PHONE: Rhythm.AT_ONCE}
Data = Mapping[str, Any]


def register_notices() -> None:
    """Say who sends from here, and what."""
    sender(Sender(code=OWN, name=gettext_lazy("Mine data")))
    sender(
        Sender(
            code=DEADLINES,
            name=gettext_lazy("Frister for svar om egne data"),
            every=timedelta(days=1),
        )
    )
    for known in _TYPES:
        notice_type(known)


def _answered(_data: Data) -> str:
    return _("Der er svar på det, du bad om at få gjort ved dine oplysninger")


def _extended(data: Data) -> str:
    return _("Kommunen skal bruge mere tid. Du får svar om dine oplysninger senest %(day)s") % {
        "day": day_year(date.fromisoformat(data["due"]))
    }


def _ready(_data: Data) -> str:
    return _("Filen med dine oplysninger er klar. Du kan hente den i syv dage")


def _asked(data: Data) -> str:
    return _("En borger har bedt om noget ved sine oplysninger. Svar senest %(day)s") % {
        "day": day_year(date.fromisoformat(data["due"]))
    }


def _due(data: Data) -> str:
    return _("Et svar om en borgers oplysninger skal gives senest %(day)s") % {
        "day": day_year(date.fromisoformat(data["due"]))
    }


def _still_waits(notice: Notice, _at: datetime) -> bool:
    rows = DataRequest.objects.filter(pk=notice.data["request"])
    return rows.filter(decided_at=None, withdrawn_at=None).exists()


_TYPES = (
    NoticeType(
        code="mydata.answered",
        sender=OWN,
        name=gettext_lazy("Svar om dine oplysninger"),
        about=gettext_lazy("Når du har bedt om at få noget rettet eller slettet, og der er svar."),
        wording=_answered,
        defaults=_AT_ONCE,
        critical=True,
    ),
    NoticeType(
        code="mydata.extended",
        sender=OWN,
        name=gettext_lazy("Mere tid til et svar"),
        about=gettext_lazy("Når kommunen skal bruge mere end en måned på at svare dig."),
        wording=_extended,
        defaults=_AT_ONCE,
        critical=True,
    ),
    NoticeType(
        code="mydata.download_ready",
        sender=OWN,
        name=gettext_lazy("Fil med dine oplysninger"),
        about=gettext_lazy("Når en fil, du har bedt om, er klar."),
        wording=_ready,
        defaults=_AT_ONCE,
    ),
    NoticeType(
        code="mydata.asked",
        sender=OWN,
        name=gettext_lazy("Borgere, der spørger om deres oplysninger"),
        about=gettext_lazy("Når en borger vil have noget rettet, slettet eller vist."),
        wording=_asked,
        relevant=_still_waits,
        staff=True,
    ),
    NoticeType(
        code="mydata.request_due",
        sender=DEADLINES,
        name=gettext_lazy("Frister for svar om oplysninger"),
        about=gettext_lazy("En uge før fristen, og når den er gået."),
        wording=_due,
        defaults=_AT_ONCE,
        relevant=_still_waits,
        staff=True,
    ),
)
