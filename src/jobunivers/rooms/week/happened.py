# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of week are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "week",
    {
        "calendar_opened": _("Egen kalenderadresse åbnet"),
        "calendar_changed": _("Egen kalenderadresse ændret"),
        "calendar_renewed": _("Egen kalenderadresse fornyet"),
        "calendar_closed": _("Egen kalenderadresse lukket"),
        "entry_moved": _("Noget i ugen flyttet"),
    },
)
