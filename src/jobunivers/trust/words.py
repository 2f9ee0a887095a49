# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How looks read to the citizen: the parts of her data and the reasons staff may give."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PARTS: dict[str, Promise] = {
    "list": _("Dit navn på en liste"),
    "overview": _("Dit overblik"),
    "profile": _("Din profil"),
    "joblog": _("Dine ansøgninger"),
    "recommendations": _("Job, vi har foreslået dig"),
}
REASONS: dict[str, Promise] = {
    "talk": _("Forberedelse af en samtale"),
    "request": _("Du har spurgt om noget"),
    "follow_up": _("Opfølgning på din jobsøgning"),
    "case": _("Sagsbehandling"),
    "overview": _("Overblik over kommunens borgere"),
}
ROLES: dict[str, Promise] = {
    "citizen": _("Borger"),
    "adviser": _("Jobrådgiver"),
    "editor": _("Redaktør"),
    "administrator": _("Administrator"),
    "national": _("Platformens drift"),
}
