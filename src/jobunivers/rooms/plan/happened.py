# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of plan are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "plan",
    {
        "goal_added": _("Mål skrevet i planen"),
        "goal_changed": _("Mål ændret"),
        "activity_added": _("Aktivitet sat i planen"),
        "activity_changed": _("Aktivitet ændret"),
        "activity_moved_on": _("Aktivitet kom videre"),
        "agreement_proposed": _("Aftale foreslået"),
        "agreed": _("Aftale indgået"),
        "agreement_closed": _("Aftale afsluttet"),
        "requirements_fixed": _("Krav til jobsøgning fastsat"),
    },
)
