# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of tailored are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "tailored",
    {
        "boldness_chosen": _("Valgt, hvor bredt job findes"),
        "more_asked_for": _("Bedt om flere job af samme slags"),
        "more_taken_back": _("Vil ikke have flere job af samme slags"),
        "signals_told": _("Interesser hentet fra en kilde"),
        "signals_forgotten": _("Interesser fra en kilde glemt"),
    },
)
