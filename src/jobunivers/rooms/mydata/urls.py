# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.mydata import views

app_name = "mydata"
urlpatterns = [
    path("mine-data/", views.overview, name="overview"),
    path("mine-data/soeg/", views.search, name="search"),
    path("mine-data/emne/<slug:group>/", views.group, name="group"),
    path("mine-data/emne/<slug:group>/<str:label>/", views.holding, name="holding"),
    path("mine-data/anmodninger/", views.requests, name="requests"),
    path("mine-data/anmodninger/ny/", views.ask, name="ask"),
    path("mine-data/anmodninger/<int:pk>/", views.request_, name="request"),
    path("mine-data/anmodninger/<int:pk>/tag-tilbage/", views.withdraw, name="withdraw"),
    path("mine-data/hent/", views.downloads, name="downloads"),
    path("mine-data/hent/ny/", views.download_new, name="download_new"),
    path("mine-data/hent/<int:pk>/", views.download, name="download"),
    path("mine-data/slet/", views.erase, name="erase"),
    path("mine-data/slet/ja/", views.erase_now, name="erase_now"),
    path("administration/anmodninger/", views.office, name="office"),
    path("administration/anmodninger/<int:pk>/", views.office_request, name="office_request"),
    path("administration/anmodninger/<int:pk>/tag/", views.office_take, name="office_take"),
    path(
        "administration/anmodninger/<int:pk>/mere-tid/", views.office_extend, name="office_extend"
    ),
]
