# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of agreements are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "agreements",
    {
        "written": _("Aftale med leverandør skrevet"),
        "agreed": _("Aftale med leverandør aftalt"),
        "signed": _("Aftale med leverandør underskrevet"),
        "terms_changed": _("Vilkår i en aftale ændret"),
        "ended": _("Aftale med leverandør sluttet"),
        "left": _("Aftale med leverandør opsagt"),
        "settled": _("Måned gjort op"),
        "checked": _("Opgørelse kontrolleret"),
        "approved": _("Opgørelse godkendt"),
        "exported": _("Opgørelse hentet som fil"),
        "paid": _("Opgørelse betalt"),
        "budget_reached": _("Budget nået"),
    },
)
