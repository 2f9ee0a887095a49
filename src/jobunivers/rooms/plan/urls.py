# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.plan import views

app_name = "plan"
_GOAL = "min-plan/maal/<int:pk>/"
_ACTIVITY = "min-plan/aktivitet/<int:pk>/"
_AGREEMENT = "min-plan/aftale/<int:pk>/"
_CITIZEN = "medarbejder/borgere/<int:pk>/plan/"
_THEIRS = f"{_CITIZEN}aftale/<int:agreement_id>/"
urlpatterns = [
    path("min-plan/", views.plan, name="plan"),
    path("min-plan/min-plan.pdf", views.paper, name="paper"),
    path("min-plan/gjort/", views.done, name="done"),
    path("min-plan/lagt-vaek/", views.aside, name="aside"),
    path("min-plan/historik/", views.history, name="history"),
    path("min-plan/krav/", views.requirements, name="requirements"),
    path("min-plan/tilfoej/", views.add_thing, name="add_thing"),
    path("min-plan/maal/ny/", views.goal_new, name="goal_new"),
    path(_GOAL, views.goal, name="goal"),
    path(f"{_GOAL}tilstand/", views.goal_state, name="goal_state"),
    path(f"{_GOAL}flyt/", views.goal_move, name="goal_move"),
    path("min-plan/aktivitet/ny/", views.activity_new, name="activity_new"),
    path(_ACTIVITY, views.activity, name="activity"),
    path(f"{_ACTIVITY}tilstand/", views.activity_state, name="activity_state"),
    path(f"{_ACTIVITY}flyt/", views.activity_move, name="activity_move"),
    path("min-plan/aftale/ny/", views.agreement_new, name="agreement_new"),
    path(_AGREEMENT, views.agreement, name="agreement"),
    path(f"{_AGREEMENT}ja/", views.agreement_yes, name="agreement_yes"),
    path(f"{_AGREEMENT}slut/", views.agreement_end, name="agreement_end"),
    path(_CITIZEN, views.citizen, name="citizen"),
    path(f"{_CITIZEN}foreslaa/", views.propose, name="propose"),
    path(f"{_CITIZEN}krav/", views.staff_requirements, name="staff_requirements"),
    path(f"{_CITIZEN}krav/ny/", views.fix_requirements, name="fix_requirements"),
    path(f"{_CITIZEN}aftale/ny/", views.staff_agreement_new, name="staff_agreement_new"),
    path(_THEIRS, views.staff_agreement, name="staff_agreement"),
    path(f"{_THEIRS}ja/", views.staff_agreement_yes, name="staff_agreement_yes"),
    path(f"{_THEIRS}slut/", views.staff_agreement_end, name="staff_agreement_end"),
]
