# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of webhooks are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "webhooks",
    {
        "endpoint_opened": _("Adresse til en leverandørs system åbnet"),
        "endpoint_changed": _("Adresse til en leverandørs system ændret"),
        "endpoint_switched_on": _("Adresse til en leverandørs system slået til"),
        "endpoint_switched_off": _("Adresse til en leverandørs system slået fra"),
        "endpoint_closed": _("Adresse til en leverandørs system lukket"),
        "secret_exchanged": _("Nøgle skiftet"),
        "delivery_asked_for": _("Besked til et system sendt igen"),
    },
)
