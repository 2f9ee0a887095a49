# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of audit are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "audit",
    {
        "looks_shown": _("Log over opslag set"),
        "look_rule_set": _("Regel for usædvanlige opslag ændret"),
        "look_decided": _("Usædvanligt opslag afgjort"),
        "exported": _("Udtræk af loggen hentet"),
        "check_asked_for": _("Kontrol af revisionssporet bedt om"),
    },
)
