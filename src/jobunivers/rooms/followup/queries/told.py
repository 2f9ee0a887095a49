# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is told of letters, notes and tasks, in words."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.notices.models import Channel, Rhythm
from jobunivers.foundation.notices.register import NoticeType, Sender, notice_type, sender

SENDER = "followup"
_AT_ONCE: Mapping[str, Rhythm] = {Channel.EMAIL: Rhythm.AT_ONCE, Channel.PHONE: Rhythm.AT_ONCE}
Data = Mapping[str, Any]


def register_notices() -> None:
    """Say who sends from here, and what; once, in `apps.py`."""
    sender(
        Sender(code=SENDER, name=gettext_lazy("Dem, der hjælper dig"), every=timedelta(minutes=1))
    )
    for known in _TYPES:
        notice_type(known)


def _letter(data: Data) -> str:
    words = data.get("title") or data.get("words", "")
    return _("Fra en medarbejder i kommunen: %(words)s") % {"words": words}


def _outside(_data: Data) -> str:
    return _("En medarbejder i kommunen har skrevet til dig. Log ind og læs det.")


def _invitation(_data: Data) -> str:
    return _("Kommunen vil gerne tale med dig. Vælg en tid, der passer dig.")


def _note(_data: Data) -> str:
    return _("En medarbejder har delt et notat med dig.")


def _task(_data: Data) -> str:
    return _("En kollega har givet dig en opgave.")


_TYPES = (
    NoticeType(
        code="followup.letter",
        sender=SENDER,
        name=gettext_lazy("Breve fra medarbejdere"),
        about=gettext_lazy("Når en medarbejder i kommunen skriver til dig."),
        wording=_letter,
        outside=_outside,
        defaults=_AT_ONCE,
        wants_answer=True,
    ),
    NoticeType(
        code="followup.invitation",
        sender=SENDER,
        name=gettext_lazy("Invitationer til en samtale"),
        about=gettext_lazy("Når kommunen beder dig vælge en tid til en samtale."),
        wording=_invitation,
        defaults=_AT_ONCE,
        wants_answer=True,
        acts=("entrance.meeting_booked",),
    ),
    NoticeType(
        code="followup.note",
        sender=SENDER,
        name=gettext_lazy("Notater, du må læse"),
        about=gettext_lazy("Når en medarbejder deler et notat med dig."),
        wording=_note,
    ),
    NoticeType(
        code="followup.task",
        sender=SENDER,
        name=gettext_lazy("Opgaver fra kolleger"),
        about=gettext_lazy("Når en kollega giver dig en opgave."),
        wording=_task,
        staff=True,
    ),
)
