# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff write to citizens from their lists, and what they are told of."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.notices.models import Channel, Rhythm
from jobunivers.foundation.notices.register import NoticeType, Sender, notice_type, sender

_AT_ONCE: Mapping[str, Rhythm] = {Channel.EMAIL: Rhythm.AT_ONCE, Channel.PHONE: Rhythm.AT_ONCE}


def register_notices() -> None:
    """Register what is written from the work list; said once, in `apps.py`."""
    sender(Sender(code="casework", name=_("Dem, der hjælper dig")))
    for known in _TYPES:
        notice_type(known)


def _message(data: Mapping[str, Any]) -> str:
    return gettext("Fra en medarbejder i kommunen: %(words)s") % {"words": data.get("words", "")}


def _message_outside(_data: Mapping[str, Any]) -> str:
    return gettext("En medarbejder i kommunen har skrevet til dig. Log ind og læs det.")


def _objection(_data: Mapping[str, Any]) -> str:
    return gettext("En af dine borgere siger, at noget, vi har lagt mærke til, ikke passer.")


_TYPES = (
    NoticeType(
        code="casework.message",
        sender="casework",
        name=_("Beskeder fra medarbejdere"),
        about=_("Når en medarbejder i kommunen skriver til dig."),
        wording=_message,
        outside=_message_outside,
        defaults=_AT_ONCE,
        wants_answer=True,
    ),
    NoticeType(
        code="casework.objection",
        sender="casework",
        name=_("Borgere, der siger, at noget ikke passer"),
        about=_("Når en af dine borgere siger, at et opmærksomhedspunkt ikke passer."),
        wording=_objection,
        staff=True,
    ),
)
