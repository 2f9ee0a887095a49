# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.decisions.views import assessments, hers, staff

_ONE = "beslutninger-om-mig/<str:code>/<int:pk>/"
_CITIZEN = "medarbejder/borgere/<int:pk>/valg/"
_ASSESSMENTS = "administration/konsekvensanalyse/"
_ASSESSMENT = f"{_ASSESSMENTS}<str:address>/"

app_name = "decisions"
urlpatterns = [
    path("beslutninger-om-mig/", hers.mine, name="mine"),
    path("beslutninger-om-mig/uenig/<int:pk>/tilbage/", hers.contest_back, name="contest_back"),
    path(_ONE, hers.one, name="one"),
    path(f"{_ONE}uenig/", hers.contest, name="object"),
    path(_CITIZEN, staff.citizen, name="citizen"),
    path(f"{_CITIZEN}<str:code>/<int:row_pk>/", staff.citizen_one, name="citizen_one"),
    path("medarbejder/uenige/", staff.contests, name="contests"),
    path("medarbejder/uenige/<int:pk>/", staff.contest, name="contest"),
    path(_ASSESSMENTS, assessments.overview, name="assessments"),
    path(_ASSESSMENT, assessments.assessment, name="assessment"),
    path(f"{_ASSESSMENT}skriv/", assessments.write, name="assessment_write"),
    path(f"{_ASSESSMENT}underskriv/", assessments.sign, name="assessment_sign"),
    path(f"{_ASSESSMENT}udskriv/", assessments.printed, name="assessment_print"),
    path(f"{_ASSESSMENT}<int:number>/", assessments.version, name="assessment_version"),
]
