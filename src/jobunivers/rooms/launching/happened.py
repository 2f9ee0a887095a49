# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of launching are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "launching",
    {
        "agreed": _("Sagt ja til at give oplysninger videre"),
        "withdrawn": _("Ja til at give oplysninger videre taget tilbage"),
    },
)
