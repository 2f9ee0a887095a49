# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of trust are called."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events, tell_events
from jobunivers.trust import register
from jobunivers.trust.models import ModelSwitch

name_events(
    "trust",
    {
        "consent_given": _("Samtykke givet"),
        "consent_withdrawn": _("Samtykke taget tilbage"),
        "officer_contact_written": _("Kontakt om databeskyttelse skrevet"),
        "model_switched": _("Model slået til eller fra"),
    },
)


def _switched(data: Mapping[str, Any]) -> str:
    row = ModelSwitch.objects.filter(pk=data.get("switch_id", 0)).first()
    if row is None:
        return ""
    known = {card.code: str(card.name) for card in register.cards()}
    told = {"model": known.get(row.code, row.code), "why": row.reason}
    said = (
        gettext("%(model)s: slået til. %(why)s")
        if row.on
        else gettext("%(model)s: slået fra. %(why)s")
    )
    return said % told


tell_events("trust", {"model_switched": _switched})
