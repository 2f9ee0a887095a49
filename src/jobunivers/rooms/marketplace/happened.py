# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of marketplace are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "marketplace",
    {
        "offer_started": _("Tilbud begyndt"),
        "offer_completed": _("Tilbud gjort færdigt"),
        "completion_taken_back": _("Taget tilbage, at et tilbud blev gjort færdigt"),
        "offer_stopped": _("Tilbud stoppet"),
        "offer_assigned": _("Tilbud foreslået af en medarbejder"),
        "offer_kept": _("Tilbud gemt"),
        "offer_let_go": _("Tilbud ikke gemt mere"),
        "offer_rated": _("Tilbud bedømt"),
        "experience_shown": _("En erfaring vist for andre"),
        "experience_hidden": _("En erfaring skjult for andre"),
        "offer_drafted": _("Kladde til tilbud skrevet"),
        "offer_submitted": _("Tilbud sendt til godkendelse"),
        "offer_sent_back": _("Tilbud sendt tilbage"),
        "offer_approved": _("Tilbud godkendt"),
        "offer_blocked": _("Tilbud holdt tilbage"),
        "offer_unblocked": _("Tilbud ikke holdt tilbage mere"),
        "offer_taken_down": _("Tilbud taget ned fra hylderne"),
        "offer_put_back": _("Tilbud sat tilbage på hylderne"),
        "offer_withdrawn": _("Tilbud trukket tilbage"),
        "shelf_saved": _("Hylde gemt"),
        "shelf_removed": _("Hylde fjernet"),
        "entry_saved": _("Tilbud sat på en hylde"),
        "entry_removed": _("Tilbud fjernet fra en hylde"),
        "cluster_saved": _("Klynge af kommuner gemt"),
        "level_decided": _("Besluttet, hvor meget af platformen der bruges"),
    },
)
