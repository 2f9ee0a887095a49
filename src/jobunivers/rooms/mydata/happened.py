# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of mydata are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "mydata",
    {
        "requested": _("Anmodning om egne data sendt"),
        "request_taken": _("Anmodning om egne data taget op"),
        "request_extended": _("Mere tid til en anmodning om egne data"),
        "request_answered": _("Anmodning om egne data besvaret"),
        "request_withdrawn": _("Anmodning om egne data taget tilbage"),
        "requests_shown": _("Anmodninger om egne data set"),
        "download_asked": _("Bedt om at hente egne data"),
        "download_taken": _("Egne data hentet"),
        "erased": _("Egne optegnelser slettet"),
    },
)
