# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What cases tell people: the types of its notices, in words that judge nobody."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.notices.models import Channel, Notice, Rhythm
from jobunivers.foundation.notices.register import NoticeType, Sender, notice_type, sender
from jobunivers.foundation.ui.wording import day_year
from jobunivers.rooms.availability.models import Case, CaseState

SENDER = "availability"
_AT_ONCE: Mapping[str, Rhythm] = {Channel.EMAIL: Rhythm.AT_ONCE, Channel.PHONE: Rhythm.AT_ONCE}
Data = Mapping[str, Any]


def register_notices() -> None:
    """Say who sends from here, and what."""
    sender(Sender(code=SENDER, name=gettext_lazy("Rådighed")))
    for known in _TYPES:
        notice_type(known)


def _outside(_data: Data) -> str:
    return _("Der er noget nyt til dig om rådighed. Log ind, og læs det.")


def _opened(_data: Data) -> str:
    return _("Vi ser på noget om din rådighed. Læs hvad, og hvad der skal ske.")


def _hearing(data: Data) -> str:
    return _("Vi vil gerne høre dig, før vi beslutter noget. Svar til og med %(day)s.") % {
        "day": day_year(date.fromisoformat(data["due"]))
    }


def _decided(_data: Data) -> str:
    return _("Sagen om din rådighed er færdig. Læs, hvad der er besluttet.")


def _answered(_data: Data) -> str:
    return _("En borger har svaret i en sag om rådighed.")


def _still_waits(notice: Notice, _at: datetime) -> bool:
    waiting = Case.objects.filter(pk=notice.data["case"], state=CaseState.OPEN)
    return waiting.filter(answered_at=None).exists()


_TYPES = (
    NoticeType(
        code="availability.opened",
        sender=SENDER,
        name=gettext_lazy("Når kommunen ser på din rådighed"),
        about=gettext_lazy("Når en medarbejder åbner en sag, så du ved det med det samme."),
        wording=_opened,
        outside=_outside,
        defaults=_AT_ONCE,
        critical=True,
    ),
    NoticeType(
        code="availability.hearing",
        sender=SENDER,
        name=gettext_lazy("Når kommunen vil høre dig"),
        about=gettext_lazy("Før noget bliver besluttet om din rådighed, kan du svare."),
        wording=_hearing,
        outside=_outside,
        defaults=_AT_ONCE,
        critical=True,
        wants_answer=True,
        acts=("availability.hearing_answered",),
        relevant=_still_waits,
    ),
    NoticeType(
        code="availability.decided",
        sender=SENDER,
        name=gettext_lazy("Når en sag om din rådighed er færdig"),
        about=gettext_lazy("Hvad der er besluttet, hvorfor, og hvordan du kan klage."),
        wording=_decided,
        outside=_outside,
        defaults=_AT_ONCE,
        critical=True,
    ),
    NoticeType(
        code="availability.answered",
        sender=SENDER,
        name=gettext_lazy("Svar i sager om rådighed"),
        about=gettext_lazy("Når en borger svarer på en høring."),
        wording=_answered,
        staff=True,
    ),
)
