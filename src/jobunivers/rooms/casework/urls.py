# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.casework import views
from jobunivers.rooms.casework.views import home as desk
from jobunivers.rooms.casework.views import manager as managers
from jobunivers.rooms.casework.views import overview as listing

app_name = "casework"
_POINT = "medarbejder/opmaerksomhed/<int:point_id>/"
urlpatterns = [
    path("medarbejder/", desk.home, name="home"),
    path("medarbejder/nye/", desk.new, name="new"),
    path("medarbejder/kalender/", desk.calendar, name="calendar"),
    path("medarbejder/kalender/fil/", desk.calendar_file, name="calendar_file"),
    path("medarbejder/kalender/<str:name>/", desk.calendar_week, name="calendar_week"),
    path("leder/", managers.manager, name="manager"),
    path("leder/svartider/", managers.waits, name="waits"),
    path("leder/fokusmaal/", managers.supervision_page, name="supervision"),
    path("leder/fokusmaal/fil/", managers.supervision_file, name="supervision_file"),
    path("medarbejder/arbejdsmarked/", views.labour_market, name="labour_market"),
    path("medarbejder/arbejdsmarked/<str:group>/", views.work_market, name="work_market"),
    path("medarbejder/opmaerksomhed/", views.attention, name="attention"),
    path(f"{_POINT}loest/", views.attention_solve, name="attention_solve"),
    path(f"{_POINT}senere/", views.attention_postpone, name="attention_postpone"),
    path(f"{_POINT}passer-ikke/", views.attention_wrong, name="attention_wrong"),
    path(f"{_POINT}skriv/", views.attention_write, name="attention_write"),
    path(f"{_POINT}fortryd/", views.attention_undo, name="attention_undo"),
    path("opmaerksomhed/", views.noticed, name="noticed"),
    path("opmaerksomhed/<int:point_id>/passer-ikke/", views.noticed_wrong, name="noticed_wrong"),
    path("administration/opmaerksomhed/", views.attention_rules, name="attention_rules"),
    path("medarbejder/oversigt/", listing.overview, name="overview"),
    path("medarbejder/oversigt/kolonner/", listing.columns, name="overview_columns"),
    path("medarbejder/oversigt/gem/", listing.keep_filter, name="overview_keep"),
    path("medarbejder/oversigt/fil/", listing.export, name="overview_export"),
    path("medarbejder/oversigt/filter/<int:pk>/", listing.kept_filter, name="overview_filter"),
    path(
        "medarbejder/oversigt/filter/<int:pk>/slet/",
        listing.forget_filter,
        name="overview_forget",
    ),
    path("medarbejder/borgere/", views.citizens, name="citizens"),
    path("medarbejder/borgere/<int:pk>/", views.citizen, name="citizen"),
    path("medarbejder/borgere/<int:pk>/grund/", views.citizen_reason, name="citizen_reason"),
    path("medarbejder/borgere/<int:pk>/jobrejse/", views.citizen_log, name="citizen_log"),
    path("medarbejder/borgere/<int:pk>/aktindsigt/", views.citizen_access, name="citizen_access"),
    path(
        "medarbejder/borgere/<int:pk>/relevante-job/",
        views.suggestions,
        name="suggestions",
    ),
    path(
        "medarbejder/borgere/<int:pk>/relevante-job/<int:vacancy_id>/",
        views.suggestion,
        name="suggestion",
    ),
    path(
        "medarbejder/borgere/<int:pk>/relevante-job/<int:vacancy_id>/enig/",
        views.take_back,
        name="take_back",
    ),
]
