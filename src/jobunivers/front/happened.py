# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of front are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "front",
    {
        "appearance_changed": _("Kommunens udseende ændret"),
        "municipality_opened": _("Kommune åbnet på platformen"),
    },
)
