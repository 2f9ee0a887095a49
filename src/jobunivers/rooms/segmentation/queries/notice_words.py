# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What segmentation writes to people: kinds of notices, and their words."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.notices.models import Channel, Rhythm
from jobunivers.foundation.notices.register import NoticeType, Sender, notice_type, sender
from jobunivers.foundation.ui import wording
from jobunivers.rooms.segmentation.queries.courses import called, course_names

_AT_ONCE: Mapping[str, Rhythm] = {Channel.EMAIL: Rhythm.AT_ONCE, Channel.PHONE: Rhythm.AT_ONCE}
# What she does for herself after a reminder.
_DEEDS = (
    "journey.profile_changed",
    "vacancies.application_logged",
    "vacancies.starred",
    "vacancies.search_saved",
    "journey.absence_reported",
)


def register_notices() -> None:
    """Register what segmentation writes to people."""
    sender(Sender(code="segmentation", name=_("Mit forløb")))
    for known in _TYPES:
        notice_type(known)


def _course(code: str) -> str:
    return called(course_names(get_language() or "da"), code)


def _moved(data: Mapping[str, Any]) -> str:
    if data.get("from") == data.get("to"):
        return gettext("Der er nyt om dit forløb. Læs hvorfor, og hvad du kan gøre.")
    return gettext("Du får nu tilbudt forløbet %(course)s. Læs hvorfor. Du kan sige nej.") % {
        "course": _course(str(data.get("to", "")))
    }


def _moved_outside(_data: Mapping[str, Any]) -> str:
    return gettext("Der er nyt om dit forløb. Log ind og læs det.")


def _reminder(_data: Mapping[str, Any]) -> str:
    return gettext("Det er et stykke tid siden, vi har set dig. Hvordan går det, og kan vi hjælpe?")


def _consultant(_data: Mapping[str, Any]) -> str:
    return gettext(
        "Du får tilbudt en personlig jobkonsulent. Se hvem, og sig til, hvis du ikke vil."
    )


def _substitute(data: Mapping[str, Any]) -> str:
    last = date.fromisoformat(str(data["until"])) - timedelta(days=1)
    return gettext(
        "Din personlige jobkonsulent er væk til og med %(last)s. En kollega hjælper dig imens. "
        "Se hvem."
    ) % {"last": wording.day(last)}


def _handed(_data: Mapping[str, Any]) -> str:
    return gettext(
        "Du får en anden personlig jobkonsulent. Det skyldes arbejdet hos os og ikke noget, du har "
        "gjort. Se hvem, og sig til, hvis du ikke vil."
    )


def _handed_back(_data: Mapping[str, Any]) -> str:
    return gettext("Du beholder den personlige jobkonsulent, du havde før.")


def _objection(_data: Mapping[str, Any]) -> str:
    return gettext("En borger er uenig i sit forløb. Du skal svare inden fristen.")


def _answered(_data: Mapping[str, Any]) -> str:
    return gettext("Du har fået svar på din indsigelse om dit forløb.")


_TYPES = (
    NoticeType(
        code="segmentation.moved",
        sender="segmentation",
        name=_("Nyt om dit forløb"),
        about=_("Når du får tilbudt et andet forløb."),
        wording=_moved,
        outside=_moved_outside,
        defaults=_AT_ONCE,
    ),
    NoticeType(
        code="segmentation.reminder",
        sender="segmentation",
        name=_("Hvordan går det?"),
        about=_("Når vi ikke har set dig et stykke tid."),
        wording=_reminder,
        defaults=_AT_ONCE,
        wants_answer=True,
        acts=_DEEDS,
    ),
    NoticeType(
        code="segmentation.consultant",
        sender="segmentation",
        name=_("Din personlige jobkonsulent"),
        about=_("Når du får tilbudt en personlig jobkonsulent."),
        wording=_consultant,
        outside=_moved_outside,
        defaults=_AT_ONCE,
    ),
    NoticeType(
        code="segmentation.substitute",
        sender="segmentation",
        name=_("Når en kollega hjælper dig"),
        about=_("Når din personlige jobkonsulent er væk, og en kollega hjælper dig imens."),
        wording=_substitute,
        outside=_moved_outside,
        defaults=_AT_ONCE,
    ),
    NoticeType(
        code="segmentation.handed",
        sender="segmentation",
        name=_("Ny personlig jobkonsulent"),
        about=_("Når du får en anden personlig jobkonsulent."),
        wording=_handed,
        outside=_moved_outside,
        defaults=_AT_ONCE,
    ),
    NoticeType(
        code="segmentation.handed_back",
        sender="segmentation",
        name=_("Samme jobkonsulent som før"),
        about=_("Når et skift af jobkonsulent bliver taget tilbage."),
        wording=_handed_back,
        outside=_moved_outside,
        defaults=_AT_ONCE,
    ),
    NoticeType(
        code="segmentation.answered",
        sender="segmentation",
        name=_("Svar på din indsigelse"),
        about=_("Når en medarbejder har svaret på din indsigelse."),
        wording=_answered,
        defaults=_AT_ONCE,
        critical=True,
    ),
    NoticeType(
        code="segmentation.objection",
        sender="segmentation",
        name=_("Indsigelser, du skal svare på"),
        about=_("Når en borger er uenig i sit forløb, og du skal svare."),
        wording=_objection,
        defaults=_AT_ONCE,
        staff=True,
    ),
)
