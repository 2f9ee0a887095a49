# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of law are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "law",
    {
        "register_approved": _("Nye regler godkendt"),
        "own_value_set": _("Kommunens egen værdi sat"),
    },
)
