# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of vendors are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "vendors",
    {
        "signed_up": _("Leverandør meldt sig"),
        "sign_up_accepted": _("Leverandør taget ind"),
        "sign_up_refused": _("Leverandør sagt nej til"),
        "profile_saved": _("Leverandørens profil gemt"),
        "member_added": _("Person kom til hos leverandør"),
        "member_ended": _("Person stoppede hos leverandør"),
        "member_invited": _("Person inviteret på mail af en leverandør"),
        "login_asked": _("Link til login bedt om"),
        "key_mailed": _("Link til login sendt på mail"),
        "solution_submitted": _("Løsning sendt ind"),
        "answers_written": _("Svar på tjekliste skrevet"),
        "answers_accepted": _("Svar på tjekliste godtaget"),
        "version_decided": _("Udgave af en løsning besluttet"),
        "message_written": _("Besked mellem leverandør og platform"),
        "leaving_told": _("Leverandør sagt op"),
        "leaving_taken_back": _("Opsigelse taget tilbage"),
        "ground_fell": _("Grundlag for overførsel af data faldt væk"),
        "ground_lifted": _("Grundlag for overførsel af data kom igen"),
    },
)
