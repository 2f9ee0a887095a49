# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of availability are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "availability",
    {
        "case_opened": _("Rådighedssag åbnet"),
        "case_taken_over": _("Rådighedssag taget over"),
        "case_decided": _("Rådighedssag afgjort"),
        "case_withdrawn": _("Rådighedssag trukket tilbage"),
        "facts_set": _("Oplysninger i en rådighedssag skrevet"),
        "hearing_written": _("Høring skrevet"),
        "hearing_sent": _("Høring sendt"),
        "hearing_answered": _("Høring besvaret"),
        "decision_drafted": _("Kladde til afgørelse skrevet"),
        "decision_reviewed": _("Kladde til afgørelse læst igennem"),
        "rules_changed": _("Regler for rådighedssager ændret"),
        "names_shown": _("Navne set på en liste"),
    },
)
