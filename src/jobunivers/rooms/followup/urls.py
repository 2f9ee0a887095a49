# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.followup import views

app_name = "followup"
_CITIZEN = "medarbejder/borgere/<int:citizen_id>/"
urlpatterns = [
    path("medarbejder/opgaver/", views.tasks, name="tasks"),
    path("medarbejder/opgaver/ny/", views.task_new, name="task_new"),
    path("medarbejder/opgaver/<int:pk>/", views.task, name="task_page"),
    path(f"{_CITIZEN}skrevet/", views.file, name="file"),
    path(f"{_CITIZEN}opgave/", views.task_new, name="task"),
    path(f"{_CITIZEN}notat/", views.note, name="note"),
    path(f"{_CITIZEN}skriv/", views.write, name="write"),
    path(f"{_CITIZEN}inviter/", views.invite, name="invite"),
    path("medarbejder/notater/<int:pk>/ret/", views.note_correct, name="note_correct"),
    path("medarbejder/breve/<int:pk>/", views.letter, name="letter_act"),
    path("medarbejder/flere/", views.batches, name="batches"),
    path("medarbejder/flere/ny/", views.bulk, name="bulk"),
    path("medarbejder/flere/<int:pk>/", views.batch, name="batch"),
    path("breve/", views.letters, name="letters"),
    path("breve/<int:pk>/", views.her_letter, name="letter"),
    path("administration/skabeloner/", views.templates, name="templates"),
    path("administration/skabeloner/ny/", views.template_new, name="template_new"),
    path("administration/skabeloner/<slug:code>/", views.template, name="template"),
]
