# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of followup are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "followup",
    {
        "task_made": _("Opgave lavet"),
        "task_taken": _("Opgave taget"),
        "task_handed": _("Opgave givet videre"),
        "task_done": _("Opgave gjort"),
        "task_cancelled": _("Opgave aflyst"),
        "task_opened_again": _("Opgave åbnet igen"),
        "tasks_shown": _("Opgaver set på en liste"),
        "note_written": _("Notat skrevet"),
        "note_corrected": _("Notat rettet"),
        "letter_written": _("Brev skrevet"),
        "letter_sent": _("Brev sendt"),
        "letter_undone": _("Brev fortrudt"),
        "list_made": _("Liste over modtagere lavet"),
        "list_shown": _("Liste over modtagere set"),
        "list_sent_off": _("Liste sendt af sted"),
        "list_hurried": _("Liste sendt med det samme"),
        "list_sent": _("Liste sendt"),
        "list_undone": _("Liste fortrudt"),
        "list_dropped": _("Liste droppet"),
        "template_saved": _("Skabelon til breve gemt"),
        "template_withdrawn": _("Skabelon til breve trukket tilbage"),
        "point_answered": _("Svaret på noget, kommunen har lagt mærke til"),
        "point_answer_undone": _("Svar på noget, kommunen har lagt mærke til, fortrudt"),
    },
)
