# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is told of an offer that went away everywhere."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.notices import register

SENDER = "marketplace.catalogue"
GONE = "marketplace.gone"


def register_notices() -> None:
    """Say who sends from the catalogue, and what."""
    register.sender(register.Sender(code=SENDER, name=gettext_lazy("Markedspladsen")))
    register.notice_type(
        register.NoticeType(
            code=GONE,
            sender=SENDER,
            name=gettext_lazy("Noget, du bruger, er taget ned"),
            about=gettext_lazy(
                "Når noget fra markedspladsen, som du bruger, har gemt eller har i din plan, "
                "ikke er der mere."
            ),
            wording=_gone,
            outside=_gone_outside,
        )
    )


def _gone(data: Mapping[str, Any]) -> str:
    return _("“%(title)s” er her ikke mere. Se, hvad du kan bruge i stedet.") % {
        "title": data["title"]
    }


def _gone_outside(_data: Mapping[str, Any]) -> str:
    return _("Noget, du bruger, er her ikke mere. Se, hvad du kan bruge i stedet.")
