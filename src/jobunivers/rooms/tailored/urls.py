# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.tailored import views

app_name = "tailored"
urlpatterns = [
    path("relevante-job/", views.recommended, name="recommended"),
    path("relevante-job/nyt/", views.freshness, name="freshness"),
    path("relevante-job/find/", views.find_now, name="find_now"),
    path("relevante-job/modig/", views.boldness, name="boldness"),
    path("relevante-job/kompetencer/", views.gaps, name="gaps"),
    path("relevante-job/fordi/", views.because, name="because"),
    path("signaler/", views.signals, name="signals"),
    path("signaler/fil/", views.signal_file, name="signal_file"),
    path("signaler/<str:source>/hent/", views.signal_fetch, name="signal_fetch"),
    path("signaler/<str:source>/stop/", views.signal_stop, name="signal_stop"),
    path("signaler/<int:pk>/fjern/", views.signal_remove, name="signal_remove"),
    path("relevante-job/<int:vacancy_id>/hvorfor/", views.why, name="why"),
    path("relevante-job/<int:vacancy_id>/flere/", views.like, name="like"),
    path("relevante-job/<int:vacancy_id>/flere/taeller/", views.more_like, name="more_like"),
    path("relevante-job/<int:vacancy_id>/flere/fjern/", views.no_more_like, name="no_more_like"),
]
