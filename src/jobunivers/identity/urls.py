# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.identity import (
    administration,
    again_views,
    login_views,
    outside_views,
    views,
)

app_name = "identity"
urlpatterns = [
    path("log-ind/", views.log_in, name="log_in"),
    path("log-ind/<int:pk>/", views.choose_persona, name="choose_persona"),
    path("log-ind/med/<slug:code>/", outside_views.begin, name="begin"),
    path("log-ind/med/<slug:code>/tilbage/", outside_views.came_back, name="came_back"),
    path("log-ind/med/<slug:code>/slut/", outside_views.ended, name="ended"),
    path("log-ind/igen/", again_views.confirm, name="again"),
    path("log-ind/igen/videre/", again_views.go_on, name="go_on"),
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
