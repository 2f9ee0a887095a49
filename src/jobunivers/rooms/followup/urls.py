# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.followup.views import batches, hers, letters, notes, tasks, templates

app_name = "followup"
_CITIZEN = "medarbejder/borgere/<int:citizen_id>/"
urlpatterns = [
    path("medarbejder/opgaver/", tasks.tasks, name="tasks"),
    path("medarbejder/opgaver/ny/", tasks.task_new, name="task_new"),
    path("medarbejder/opgaver/<int:pk>/", tasks.task, name="task_page"),
    path(f"{_CITIZEN}skrevet/", notes.file, name="file"),
    path(f"{_CITIZEN}opgave/", tasks.task_new, name="task"),
    path(f"{_CITIZEN}notat/", notes.note, name="note"),
    path(f"{_CITIZEN}skriv/", letters.write, name="write"),
    path(f"{_CITIZEN}inviter/", letters.invite, name="invite"),
    path("medarbejder/notater/<int:pk>/ret/", notes.note_correct, name="note_correct"),
    path("medarbejder/breve/<int:pk>/", letters.letter, name="letter_act"),
    path("medarbejder/flere/", batches.batches, name="batches"),
    path("medarbejder/flere/ny/", batches.bulk, name="bulk"),
    path("medarbejder/flere/<int:pk>/", batches.batch, name="batch"),
    path("breve/", hers.letters, name="letters"),
    path("breve/<int:pk>/", hers.letter, name="letter"),
    path("administration/skabeloner/", templates.templates, name="templates"),
    path("administration/skabeloner/ny/", templates.template_new, name="template_new"),
    path("administration/skabeloner/<slug:code>/", templates.template, name="template"),
]
