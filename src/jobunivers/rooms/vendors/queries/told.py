# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What kommuner, firms and those who run the platform are told of solutions."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.notices import register
from jobunivers.foundation.ui import wording
from jobunivers.rooms.vendors.queries.checklist import NAMES

SENDER = "vendors.gate"
HELD_BACK = "vendors.held_back"
LEAVING = "vendors.leaving"
MESSAGE = "vendors.message"
DECIDED = "vendors.decided"
NEWS = "vendors.news"


def register_notices() -> None:
    """Say who sends, and what."""
    register.sender(register.Sender(code=SENDER, name=gettext_lazy("Leverandører")))
    register.notice_type(
        register.NoticeType(
            code=HELD_BACK,
            sender=SENDER,
            name=gettext_lazy("En løsning er holdt tilbage"),
            about=gettext_lazy(
                "Når en løsning på jeres hylder ikke længere må vises, fordi noget mangler."
            ),
            wording=_held_back,
            staff=True,
        )
    )
    for code, name, about, says in (
        (
            LEAVING,
            gettext_lazy("En løsning holder op"),
            gettext_lazy("Når et firma trækker en løsning, der står på jeres hylder."),
            _leaving,
        ),
        (
            MESSAGE,
            gettext_lazy("Beskeder om en løsning"),
            gettext_lazy("Når den anden part har skrevet om en løsning."),
            _message,
        ),
        (
            DECIDED,
            gettext_lazy("Svar om en løsning"),
            gettext_lazy("Når det er afgjort, om en udgave eller svar kan bruges."),
            _decided,
        ),
        (
            NEWS,
            gettext_lazy("Nyt fra firmaer"),
            gettext_lazy("Når et firma har sendt noget ind, der skal læses."),
            _news,
        ),
    ):
        register.notice_type(
            register.NoticeType(
                code=code, sender=SENDER, name=name, about=about, wording=says, staff=True
            )
        )


def _leaving(data: Mapping[str, Any]) -> str:
    day = wording.day_year(date.fromisoformat(data["from_on"]))
    return _("“%(title)s” holder op den %(day)s. Find noget andet til dem, der bruger den.") % {
        "title": data["title"],
        "day": day,
    }


def _message(data: Mapping[str, Any]) -> str:
    return _("Der er en ny besked om “%(title)s”.") % data


def _decided(data: Mapping[str, Any]) -> str:
    words = {
        "approved": _("“%(title)s”: den nye udgave er godkendt."),
        "sent_back": _("“%(title)s” er sendt tilbage. Læs hvorfor."),
        "answers": _("“%(title)s”: jeres svar på tjeklisten gælder nu."),
    }
    return words.get(data["said"], _("Der er nyt om “%(title)s”.")) % data


def _news(data: Mapping[str, Any]) -> str:
    words = {
        "version": _("“%(title)s” venter på at blive læst."),
        "answers": _("Der er nye svar på tjeklisten for “%(title)s”."),
        "firm": _("%(title)s vil gerne være leverandør."),
    }
    return words.get(data["what"], "%(title)s") % data


def _held_back(data: Mapping[str, Any]) -> str:
    lines = ", ".join(str(NAMES[code]).lower() for code in data["codes"] if code in NAMES)
    return _("“%(title)s” er taget af hylderne, til det er i orden igen: %(lines)s.") % {
        "title": data["title"],
        "lines": lines,
    }
