# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What kommuner, firms and those who run the platform are told of solutions."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.notices import register
from jobunivers.foundation.notices.models import Channel, Notice, Rhythm
from jobunivers.foundation.ui import wording
from jobunivers.rooms.agreements import queries as agreements
from jobunivers.rooms.vendors.queries.checklist import NAMES

SENDER = "vendors.gate"
HELD_BACK = "vendors.held_back"
LEAVING = "vendors.leaving"
MESSAGE = "vendors.message"
DECIDED = "vendors.decided"
NEWS = "vendors.news"
NEW = "vendors.new"
MONEY = "vendors.money"


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
    for code, staff, firms, name, about, says in (
        (
            LEAVING, True, False,
            gettext_lazy("En løsning holder op"),
            gettext_lazy("Når et firma trækker en løsning, der står på jeres hylder."),
            _leaving,
        ),
        (
            MESSAGE, True, True,
            gettext_lazy("Beskeder om en løsning"),
            gettext_lazy("Når den anden part har skrevet om en løsning."),
            _message,
        ),
        (
            DECIDED, False, True,
            gettext_lazy("Svar om en løsning"),
            gettext_lazy("Når det er afgjort, om en udgave eller svar kan bruges."),
            _decided,
        ),
        (
            NEW, True, False,
            gettext_lazy("En ny løsning på markedet"),
            gettext_lazy("Når en løsning fra et firma er godkendt og kan lægges på jeres hylder."),
            _new,
        ),
        (
            NEWS, True, False,
            gettext_lazy("Nyt fra firmaer"),
            gettext_lazy("Når et firma har sendt noget ind, der skal læses."),
            _news,
        ),
    ):  # fmt: skip
        register.notice_type(
            register.NoticeType(
                code=code,
                sender=SENDER,
                name=name,
                about=about,
                wording=says,
                staff=staff,
                firms=firms,
            )
        )
    register.notice_type(
        register.NoticeType(
            code=MONEY,
            sender=SENDER,
            name=gettext_lazy("Aftaler og priser"),
            about=gettext_lazy(
                "Når en kommune foreslår nye priser, når det er afgjort, og når en aftale "
                "begynder eller opsiges."
            ),
            wording=_money,
            # An answer is waited for, and the day comes whether somebody looks or not.
            defaults={Channel.EMAIL: Rhythm.AT_ONCE, Channel.PHONE: Rhythm.AT_ONCE},
            relevant=_still_asked,
            firms=True,
        )
    )


def _still_asked(notice: Notice, _at: datetime) -> bool:
    """Say whether it is true by now: nobody is asked by mail for what is answered."""
    return notice.data["step"] != "sent" or agreements.firm_answers(notice.data["change_id"])


def _money(data: Mapping[str, Any]) -> str:
    words = {
        "sent": _("%(kommune)s foreslår nye priser i “%(title)s” fra %(day)s. I skal svare inden."),
        "approved": _("De nye priser i “%(title)s” er aftalt. De gælder fra %(day)s."),
        "withdrawn": _("%(kommune)s har trukket forslaget om nye priser i “%(title)s” tilbage."),
        "lapsed": _("Forslaget om nye priser i “%(title)s” er udløbet. Priserne er, som de var."),
        "declined": _("%(kommune)s har sagt nej til de priser, I bad om i “%(title)s”."),
        "signed": _("%(kommune)s har en aftale med jer: “%(title)s”. Den gælder fra %(day)s."),
        "ended": _("%(kommune)s har opsagt “%(title)s”. Den gælder til og med %(day)s."),
    }
    if data.get("request_id"):
        words["lapsed"] = _("%(kommune)s har ikke svaret på de priser, I bad om i “%(title)s”.")
    said = words.get(data["step"], _("Der er nyt om “%(title)s”."))
    day = wording.day_year(date.fromisoformat(data["day"]))
    kommune = wording.kommune(data["kommune"])
    return said % {"title": data["title"], "kommune": kommune, "day": day}


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


def _new(data: Mapping[str, Any]) -> str:
    return _("“%(title)s” fra %(firm)s er ny på markedet. Skal den på en hylde?") % data


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
