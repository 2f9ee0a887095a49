# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of decisions are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "decisions",
    {
        "assessment_signed": _("Konsekvensanalyse underskrevet"),
        "assessment_written": _("Konsekvensanalyse gemt"),
        "contested": _("Gjort indsigelse mod en beslutning"),
        "contest_answered": _("Indsigelse mod en beslutning besvaret"),
        "contest_taken_back": _("Indsigelse mod en beslutning taget tilbage"),
    },
)
