# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What those who buy are told."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.notices import register
from jobunivers.foundation.notices.models import Notice
from jobunivers.rooms.agreements.models import OPEN_CHANGES, Amendment
from jobunivers.rooms.agreements.queries.asked import still_asked

SENDER = "agreements.money"
BUDGET = "agreements.budget"
CHANGE = "agreements.change"
REQUEST = "agreements.request"
ASKS = ("sent", "accepted", "ready")


def register_notices() -> None:
    """Say who sends, and what."""
    register.sender(register.Sender(code=SENDER, name=gettext_lazy("Aftaler")))
    register.notice_type(
        register.NoticeType(
            code=BUDGET,
            sender=SENDER,
            name=gettext_lazy("Et budget er ved at være brugt"),
            about=gettext_lazy("Når 80 og 100 procent af budgettet for en aftale er brugt."),
            wording=_budget,
            staff=True,
        )
    )
    register.notice_type(
        register.NoticeType(
            code=CHANGE,
            sender=SENDER,
            name=gettext_lazy("En aftales priser er ved at blive ændret"),
            about=gettext_lazy(
                "Når I skal svare på nye priser, og når de er aftalt, afvist, trukket tilbage "
                "eller udløbet."
            ),
            wording=_change,
            relevant=_still_matters,
            staff=True,
        )
    )
    register.notice_type(
        register.NoticeType(
            code=REQUEST,
            sender=SENDER,
            name=gettext_lazy("Et firma beder om andre priser"),
            about=gettext_lazy("Når et firma beder om andre priser i en aftale, I skal svare på."),
            wording=_request,
            relevant=lambda notice, _at: still_asked(notice.data["request_id"]),
            staff=True,
        )
    )


def _request(data: Mapping[str, Any]) -> str:
    return _("Firmaet beder om andre priser i “%(title)s”. I skal svare.") % data


def _budget(data: Mapping[str, Any]) -> str:
    return _("%(percent)s procent af budgettet for “%(title)s” er brugt.") % {
        "percent": data["percent"],
        "title": data["title"],
    }


def _still_matters(notice: Notice, _at: datetime) -> bool:
    """Say whether it is true by now: nobody is asked by mail for what is decided."""
    if notice.data.get("step") not in ASKS:
        return True
    rows = Amendment.objects.filter(pk=notice.data["change_id"], state__in=OPEN_CHANGES)
    return rows.exists()


def _change(data: Mapping[str, Any]) -> str:
    words = {
        "sent": _("Der er foreslået nye priser i “%(title)s”. I skal svare på dem."),
        "accepted": _("Firmaet har sagt ja til nye priser i “%(title)s”. Andre mangler at svare."),
        "ready": _("Alle har sagt ja til nye priser i “%(title)s”. En af jer skal godkende."),
        "refused": _("Firmaet har sagt nej til nye priser i “%(title)s”."),
        "approved": _("Nye priser i “%(title)s” er godkendt."),
        "withdrawn": _("Forslaget om nye priser i “%(title)s” er trukket tilbage."),
        "lapsed": _("Forslaget om nye priser i “%(title)s” er udløbet. Priserne er, som de var."),
    }
    said = words.get(data.get("step", ""), _("Der er nyt om priserne i “%(title)s”."))
    return said % {"title": data["title"]}
