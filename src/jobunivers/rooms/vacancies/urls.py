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
    path("gemte-soegninger/<int:pk>/ret/", views.change_search, name="change_search"),
    path("soegehistorik/", views.search_history, name="search_history"),
    path("soegehistorik/slet/", views.search_history_delete, name="search_history_delete"),
    path("soegehistorik/valg/", views.search_history_choice, name="search_history_choice"),
    path("ansoegninger/", views.applications, name="applications"),
    path("ansoegninger/ny/", views.application_new, name="application_new"),
    path("ansoegninger/fra-link/", views.application_from_link, name="application_from_link"),
    path("ansoegninger/joblog.csv", views.joblog_file, name="joblog_file"),
    path("ansoegninger/udskriv/", views.joblog_paper, name="joblog_paper"),
    path("ansoegninger/mail/", views.letters, name="letters"),
    path("ansoegninger/mail/adresse/", views.letter_address, name="letter_address"),
    path("ansoegninger/mail/<int:pk>/", views.proposal, name="proposal"),
    path("ansoegninger/mail/<int:pk>/slet/", views.proposal_discard, name="proposal_discard"),
    path("ansoegninger/<int:pk>/", views.application, name="application"),
    path("ansoegninger/<int:pk>/skete/", views.application_move, name="application_move"),
    path("ansoegninger/<int:pk>/husk/", views.application_remind, name="application_remind"),
    path(
        "ansoegninger/<int:pk>/uploadet/", views.application_uploaded, name="application_uploaded"
    ),
    path("ansoegninger/<int:pk>/fil/<slug:kind>/", views.document, name="document"),
    path("ansoegninger/<int:pk>/fil/<slug:kind>/hent/", views.document_file, name="document_file"),
    path(
        "ansoegninger/<int:pk>/fil/<slug:kind>/slet/",
        views.document_remove,
        name="document_remove",
    ),
    path("ansoegninger/<int:pk>/samtale/", views.interview_new, name="interview_new"),
    path("ansoegninger/samtale/<int:pk>/", views.interview, name="interview"),
    path("ansoegninger/samtale/<int:pk>/aflys/", views.interview_cancel, name="interview_cancel"),
    path("ansoegninger/<int:pk>/slet/", views.application_delete, name="application_delete"),
    path("administration/jobkilder/", views.sources, name="sources"),
    path("administration/jobkilder/<int:pk>/", views.source, name="source"),
    path("administration/afviste/<int:pk>/", views.rejected, name="rejected"),
    path("administration/afviste/<int:pk>/lad-ligge/", views.dismiss, name="dismiss"),
]
