# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of trust are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "trust",
    {
        "consent_given": _("Samtykke givet"),
        "consent_withdrawn": _("Samtykke taget tilbage"),
        "officer_contact_written": _("Kontakt om databeskyttelse skrevet"),
        "model_switched": _("Model slået til eller fra"),
    },
)
