# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of entrance are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "entrance",
    {
        "begun": _("Begyndt på vej ind"),
        "step_taken": _("Et trin på vej ind gjort"),
        "finished": _("Færdig med vejen ind"),
        "put_off": _("Vejen ind udsat"),
        "self_test_answered": _("Selvtest udfyldt"),
        "self_test_taken_back": _("Selvtest slettet"),
        "own_wish_said": _("Sagt, hvordan hjælpen helst skal være"),
        "meeting_booked": _("Første møde valgt"),
        "meeting_moved": _("Første møde flyttet"),
        "meeting_cancelled": _("Første møde aflyst"),
        "meeting_held": _("Første møde holdt"),
        "meeting_missed": _("Første møde blev ikke til noget"),
        "meeting_rules_changed": _("Regler for første møder ændret"),
        "slots_opened": _("Tider til første møder åbnet"),
        "slot_withdrawn": _("Tid til første møder lukket"),
        "help_asked_for": _("Hjælp ved skranken tilbudt"),
        "help_confirmed": _("Sagt ja til hjælp ved skranken"),
        "help_ended": _("Hjælp ved skranken sluttet"),
        "names_shown": _("Navne set på en liste"),
        "guide_changed": _("Rundvisningen ændret"),
        "source_told": _("Profil hentet fra en kilde"),
        "source_removed": _("Kilde fjernet"),
        "findings_taken": _("Ting fra en kilde taget med"),
        "findings_declined": _("Ting fra en kilde sagt nej til"),
        "questions_settled": _("Spørgsmål om profilen afgjort"),
        "both_kept": _("To linjer i profilen beholdt hver for sig"),
    },
)
