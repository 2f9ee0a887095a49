# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.law import views

app_name = "law"
_CITIZEN = "medarbejder/borgere/<int:pk>/vejledning/"
urlpatterns = [
    path("regler/", views.rules, name="rules"),
    path("regler/aendret/", views.changes, name="changes"),
    path("regler/<str:code>/", views.rule, name="rule"),
    path("lov/", views.search, name="search"),
    path("lov/<str:slug>/", views.document, name="document"),
    path("lov/<str:slug>/<str:section>/", views.provision, name="provision"),
    path("medarbejder/vejledning/", views.guidance, name="guidance"),
    path("medarbejder/vejledning/<str:code>/", views.process, name="process"),
    path(_CITIZEN, views.citizen, name="citizen"),
    path("administration/regler/", views.settings, name="settings"),
    path("administration/regler/<str:code>/<str:key>/", views.own_value, name="own_value"),
    path("administration/regelregister/", views.registers, name="registers"),
    path("administration/regelregister/<int:pk>/", views.approve, name="approve"),
]
