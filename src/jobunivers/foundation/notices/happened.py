# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of notices are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "notices",
    {
        "preferences_changed": _("Valg for beskeder ændret"),
        "paused": _("Beskeder sat på pause"),
        "resumed": _("Beskeder i gang igen"),
        "left": _("Afmeldt en slags beskeder"),
        "came_back": _("Tilmeldt en slags beskeder igen"),
        "limits_changed": _("Kommunens loft over beskeder ændret"),
        "address_confirmed": _("E-mailadresse bekræftet"),
        "address_forgotten": _("E-mailadresse eller telefon fjernet"),
        "phone_added": _("Telefon tilføjet til beskeder"),
        "trouble_found": _("Fejl i udsendelsen fundet"),
    },
)
