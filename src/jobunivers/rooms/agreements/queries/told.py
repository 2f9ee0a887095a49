# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What those who buy are told."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.notices import register

SENDER = "agreements.money"
BUDGET = "agreements.budget"
CHANGE = "agreements.change"


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
                "Når et firma har svaret på nye priser, og når I skal svare på dem."
            ),
            wording=_change,
            staff=True,
        )
    )


def _budget(data: Mapping[str, Any]) -> str:
    return _("%(percent)s procent af budgettet for “%(title)s” er brugt.") % {
        "percent": data["percent"],
        "title": data["title"],
    }


def _change(data: Mapping[str, Any]) -> str:
    told = {"title": data["title"]}
    if data["state"] == "accepted":
        return (
            _("Firmaet har sagt ja til nye priser i “%(title)s”. En af jer skal godkende.") % told
        )
    if data["state"] == "refused":
        return _("Firmaet har sagt nej til nye priser i “%(title)s”.") % told
    return _("Der er foreslået nye priser i “%(title)s”. I skal svare på dem.") % told
