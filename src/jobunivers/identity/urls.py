# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.identity import administration, login_views, views

app_name = "identity"
urlpatterns = [
    path("log-ind/", views.log_in, name="log_in"),
    path("log-ind/<int:pk>/", views.choose_persona, name="choose_persona"),
    path("log-ud/", views.log_out, name="log_out"),
    path("mit-login/", login_views.sessions, name="sessions"),
    path("mit-login/andre/afslut/", login_views.end_other_sessions, name="end_other_sessions"),
    path("mit-login/<uuid:handle>/afslut/", login_views.end_session, name="end_session"),
    path("administration/logins/", login_views.staff_logins, name="staff_logins"),
    path(
        "administration/logins/<int:pk>/afslut/",
        login_views.end_sessions_of,
        name="end_sessions_of",
    ),
    path("administration/beskyttelse/", administration.protections, name="protections"),
    path("administration/beskyttelse/ny/", administration.protect, name="protect"),
    path(
        "administration/beskyttelse/<int:pk>/ophaev/", administration.lift, name="lift_protection"
    ),
]
