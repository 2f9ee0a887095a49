# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of identity are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "identity",
    {
        "logged_in": _("Logget ind"),
        "person_added": _("Person oprettet"),
        "person_let_go": _("Person kan ikke logge ind mere"),
        "role_changed": _("Rolle ændret af kommunens eget login"),
        "protected": _("Navn og adresse beskyttet"),
        "protection_lifted": _("Beskyttelse af navn og adresse ophævet"),
        "protections_shown": _("Beskyttede navne set"),
        "sessions_ended": _("Logget ud alle steder"),
    },
)
