# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What kommuner are told of solutions."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.notices import register
from jobunivers.rooms.vendors.queries.checklist import NAMES

SENDER = "vendors.gate"
HELD_BACK = "vendors.held_back"


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


def _held_back(data: Mapping[str, Any]) -> str:
    lines = ", ".join(str(NAMES[code]).lower() for code in data["codes"] if code in NAMES)
    return _("“%(title)s” er taget af hylderne, til det er i orden igen: %(lines)s.") % {
        "title": data["title"],
        "lines": lines,
    }
