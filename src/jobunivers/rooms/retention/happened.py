# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of retention are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "retention",
    {
        "chosen": _("Bestemt, hvor længe data gemmes"),
        "planned": _("Sletning planlagt"),
        "approved": _("Sletning godkendt"),
        "refused": _("Sletning sagt nej til"),
        "batch_done": _("En del af en sletning gjort"),
        "hold_set": _("Sletning sat i stå"),
        "hold_lifted": _("Sletning ikke sat i stå mere"),
        "release_asked_for": _("Bedt om en tabel til forskning"),
        "release_made": _("Tabel til forskning lavet"),
        "release_refused": _("Tabel til forskning sagt nej til"),
        "letters_made": _("Breve om sletning lavet"),
        "letters_sent": _("Breve om sletning sendt"),
        "kept": _("Bedt om, at data gemmes længere"),
    },
)
