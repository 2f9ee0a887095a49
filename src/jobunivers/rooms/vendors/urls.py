# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.vendors.views import answering, deciding, transfers

app_name = "vendors"
_SOLUTION = "administration/loesninger/<int:pk>"
urlpatterns = [
    path("overfoersler/", transfers.register, name="register"),
    path("administration/loesninger/", deciding.queue, name="queue"),
    path(f"{_SOLUTION}/", deciding.solution, name="solution"),
    path(f"{_SOLUTION}/afgoer/", deciding.decide, name="decide"),
    path(f"{_SOLUTION}/svar/", answering.write, name="write"),
    path("administration/loesninger/dokument/<int:pk>/", deciding.document, name="document"),
    path("administration/grundlag/", transfers.grounds, name="grounds"),
    path("administration/grundlag/<str:code>/falder/", transfers.fall, name="fall"),
    path("administration/grundlag/<str:code>/gaelder/", transfers.lift, name="lift"),
    path("administration/leverandoersvar/", answering.answers, name="answers"),
]
