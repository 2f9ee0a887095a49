# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.identity import administration, views

app_name = "identity"
urlpatterns = [
    path("log-ind/", views.log_in, name="log_in"),
    path("log-ind/<int:pk>/", views.choose_persona, name="choose_persona"),
    path("log-ud/", views.log_out, name="log_out"),
    path("administration/beskyttelse/", administration.protections, name="protections"),
    path("administration/beskyttelse/ny/", administration.protect, name="protect"),
    path(
        "administration/beskyttelse/<int:pk>/ophaev/", administration.lift, name="lift_protection"
    ),
]
