# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.vacancies import views

app_name = "vacancies"
urlpatterns = [
    path("job/", views.search, name="search"),
    path("job/forslag/", views.suggest, name="suggest"),
    path("job/steder/", views.suggest_places, name="suggest_places"),
    path("job/kort/", views.map_page, name="map"),
    path("job/kort/punkter/", views.points, name="points"),
    path("job/kort/omraader/", views.areas, name="areas"),
    path("job/gem-soegning/", views.save_search, name="save_search"),
    path("job/<int:pk>/", views.vacancy, name="vacancy"),
    path("job/<int:pk>/gem/", views.star, name="star"),
    path("job/<int:pk>/gem-ikke/", views.unstar, name="unstar"),
    path("job/<int:pk>/skjul/", views.hide, name="hide"),
    path("job/<int:pk>/vis-igen/", views.show_again, name="show_again"),
    path("job/<int:pk>/ansoegt/", views.apply, name="apply"),
    path("foelger/", views.following, name="following"),
    path("foelger/ny/", views.follow, name="follow"),
    path("foelger/<int:pk>/stop/", views.stop_following, name="stop_following"),
    path("gemte-job/", views.starred, name="starred"),
    path("gemte-soegninger/", views.saved_searches, name="saved_searches"),
    path("gemte-soegninger/<int:pk>/", views.open_search, name="open_search"),
    path("gemte-soegninger/<int:pk>/slet/", views.forget_search, name="forget_search"),
    path("ansoegninger/", views.applications, name="applications"),
    path("ansoegninger/ny/", views.application_new, name="application_new"),
    path("ansoegninger/<int:pk>/", views.application, name="application"),
    path("ansoegninger/<int:pk>/slet/", views.application_delete, name="application_delete"),
    path("administration/jobkilder/", views.sources, name="sources"),
    path("administration/jobkilder/<int:pk>/", views.source, name="source"),
    path("administration/afviste/<int:pk>/", views.rejected, name="rejected"),
    path("administration/afviste/<int:pk>/lad-ligge/", views.dismiss, name="dismiss"),
]
