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


def _budget(data: Mapping[str, Any]) -> str:
    return _("%(percent)s procent af budgettet for “%(title)s” er brugt.") % {
        "percent": data["percent"],
        "title": data["title"],
    }
