# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.audit import views

app_name = "audit"
urlpatterns = [
    path("administration/opslag/", views.unusual, name="looks"),
    path("administration/opslag/<int:pk>/", views.unusual_one, name="look"),
    path("administration/opslag/regler/", views.rules, name="rules"),
    path("administration/opslag/regler/<str:code>/", views.rule, name="rule"),
    path("administration/opslag/stikproever/", views.samples, name="samples"),
    path("administration/opslag/stikproever/<int:pk>/", views.sample, name="sample"),
    path("administration/opslag/trukket/<int:pk>/", views.sampled_one, name="sampled"),
    path("administration/opslag/udtraek/", views.export, name="export"),
    path("administration/revisionsspor/", views.chain, name="chain"),
    path("administration/revisionsspor/aendringer/", views.changes, name="changes"),
    path("administration/revisionsspor/kontroller/", views.check, name="check"),
]
