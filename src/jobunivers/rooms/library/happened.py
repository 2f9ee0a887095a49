# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of library are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "library",
    {
        "content_proposed": _("Indhold foreslået til det fælles bibliotek"),
        "proposal_decided": _("Forslag til det fælles bibliotek afgjort"),
        "board_changed": _("Redaktionen ændret"),
    },
)
