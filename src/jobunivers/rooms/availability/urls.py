# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.availability import views

app_name = "availability"
_CITIZEN = "medarbejder/borgere/<int:pk>/raadighed/"
_CASE = f"{_CITIZEN}sag/<int:case_id>/"
urlpatterns = [
    path("raadighed/", views.own, name="own"),
    path("raadighed/sager/<int:pk>/", views.own_case, name="own_case"),
    path("raadighed/sager/<int:pk>/<str:which>.pdf", views.own_letter, name="own_letter"),
    path("leder/raadighed/", views.manager, name="manager"),
    path("medarbejder/raadighed/", views.cases, name="cases"),
    path(_CITIZEN, views.citizen, name="citizen"),
    path(f"{_CITIZEN}sag/ny/", views.case_new, name="case_new"),
    path(_CASE, views.case, name="case"),
    path(f"{_CASE}oplysninger/", views.case_facts, name="case_facts"),
    path(f"{_CASE}hoering/", views.case_hearing, name="case_hearing"),
    path(f"{_CASE}svar/", views.case_answer, name="case_answer"),
    path(f"{_CASE}afgoerelse/", views.case_decision, name="case_decision"),
    path(f"{_CASE}gennemlaest/", views.case_review, name="case_review"),
    path(f"{_CASE}underskriv/", views.case_sign, name="case_sign"),
    path(f"{_CASE}overtag/", views.case_take_over, name="case_take_over"),
    path(f"{_CASE}traek-tilbage/", views.case_withdraw, name="case_withdraw"),
    path(f"{_CASE}lignende/", views.like, name="like"),
    path(f"{_CASE}<str:which>.pdf", views.letter, name="letter"),
]
