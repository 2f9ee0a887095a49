# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.casework import views

app_name = "casework"
urlpatterns = [
    path("medarbejder/", views.home, name="home"),
    path("medarbejder/arbejdsmarked/", views.labour_market, name="labour_market"),
    path("medarbejder/borgere/", views.citizens, name="citizens"),
    path("medarbejder/borgere/<int:pk>/", views.citizen, name="citizen"),
    path("medarbejder/borgere/<int:pk>/grund/", views.citizen_reason, name="citizen_reason"),
    path(
        "medarbejder/borgere/<int:pk>/relevante-job/",
        views.suggestions,
        name="suggestions",
    ),
    path(
        "medarbejder/borgere/<int:pk>/relevante-job/<int:vacancy_id>/",
        views.suggestion,
        name="suggestion",
    ),
    path(
        "medarbejder/borgere/<int:pk>/relevante-job/<int:vacancy_id>/enig/",
        views.take_back,
        name="take_back",
    ),
]
