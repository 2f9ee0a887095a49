# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the platform itself, outside any kommune."""

from django.urls import path

from jobunivers.front import views

urlpatterns = [
    path("", views.choose_municipality, name="choose_municipality"),
    path("sundhed", views.health, name="health"),
    path("sprog/", views.choose_language, name="choose_language"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
]
handler400 = "jobunivers.front.errors.bad_request"
handler403 = "jobunivers.front.errors.forbidden"
handler404 = "jobunivers.front.errors.not_found"
handler500 = "jobunivers.front.errors.server_error"
