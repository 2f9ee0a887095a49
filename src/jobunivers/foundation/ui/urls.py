# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the look; all of them stand at the kommune's root."""

from django.urls import path

from jobunivers.foundation.ui import views

app_name = "ui"
urlpatterns = [
    path("tema/<str:version>.css", views.theme, name="theme"),
    path("ikon/<str:version>/<int:size>.png", views.icon, name="icon"),
    path("ikon/<str:version>/<int:size>-<str:shape>.png", views.icon, name="icon"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("sw.js", views.service_worker, name="service_worker"),
    path("offline/", views.offline, name="offline"),
    path("ui/galleri/", views.gallery, name="gallery"),
    path("ui/galleri/forslag", views.gallery_suggestions, name="gallery_suggestions"),
    path("ui/galleri/kort/<str:kind>", views.gallery_places, name="gallery_places"),
]
