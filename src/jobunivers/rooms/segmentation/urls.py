# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.segmentation import views

app_name = "segmentation"
_CITIZEN = "medarbejder/borgere/<int:pk>/forloeb/"
_CONSULTANT = "leder/forloeb/konsulenter/<int:pk>/"
_LEAVE = "leder/forloeb/fravaer/<int:leave_id>/"
_POLICY = "administration/forloeb/<int:pk>/"
urlpatterns = [
    path("forloeb/", views.rules, name="rules"),
    path("mit-forloeb/", views.journey, name="journey"),
    path("mit-forloeb/sig-fra/", views.object_to, name="object"),
    path("mit-forloeb/sig-fra/tilbage/", views.objection_back, name="objection_back"),
    path("mit-forloeb/fravaer/", views.absences, name="absences"),
    path("mit-forloeb/fravaer/<int:pk>/slut/", views.absence_ended, name="absence_ended"),
    path(_CITIZEN, views.citizen, name="citizen"),
    path(f"{_CITIZEN}vaelg/", views.override, name="override"),
    path(f"{_CITIZEN}vaelg/slut/", views.override_ended, name="override_ended"),
    path(f"{_CITIZEN}pause/", views.pause, name="pause"),
    path(f"{_CITIZEN}pause/<int:absence_id>/slut/", views.pause_ended, name="pause_ended"),
    path("medarbejder/indsigelser/", views.objections, name="objections"),
    path("medarbejder/indsigelser/<int:pk>/", views.objection, name="objection"),
    path("medarbejder/indsigelser/<int:pk>/tag/", views.objection_taken, name="objection_taken"),
    path("medarbejder/mine-borgere/", views.own_citizens, name="own_citizens"),
    path("leder/forloeb/", views.flow, name="flow"),
    path("leder/forloeb/flytninger/", views.moves, name="moves"),
    path("leder/forloeb/konsulenter/", views.caseloads, name="caseloads"),
    path("leder/forloeb/konsulenter/fordel/", views.spread, name="spread"),
    path(_CONSULTANT, views.caseload, name="caseload"),
    path(f"{_CONSULTANT}fravaer/", views.leave, name="leave"),
    path(f"{_CONSULTANT}overdrag/", views.hand_over, name="hand_over"),
    path(f"{_LEAVE}stedfortraeder/", views.substitute, name="substitute"),
    path(f"{_LEAVE}slut/", views.leave_ended, name="leave_ended"),
    path(
        "leder/forloeb/overdragelser/<int:pk>/fortryd/",
        views.hand_over_undone,
        name="hand_over_undone",
    ),
    path("administration/forloeb/", views.policies, name="policies"),
    path("administration/forloeb/udkast/", views.draft, name="draft"),
    path("administration/forloeb/tekst/<str:code>/", views.course_words, name="course_words"),
    path(_POLICY, views.policy, name="policy"),
    path(f"{_POLICY}vaek/", views.draft_removed, name="draft_removed"),
    path(f"{_POLICY}regel/ny/", views.rule, name="rule_new"),
    path(f"{_POLICY}regel/<int:place>/", views.rule, name="rule"),
    path(f"{_POLICY}regel/<int:place>/fjern/", views.rule_removed, name="rule_removed"),
    path(f"{_POLICY}regel/<int:place>/flyt/", views.rule_moved, name="rule_moved"),
    path(f"{_POLICY}trappe/", views.ladder, name="ladder"),
    path(f"{_POLICY}ellers/", views.default_course, name="default"),
    path(f"{_POLICY}nok/", views.availability, name="availability"),
    path(f"{_POLICY}indhold/<str:code>/", views.course_holds, name="course_holds"),
    path(f"{_POLICY}proeve/", views.try_policy, name="try"),
    path(f"{_POLICY}proeve/<int:run_id>/", views.trial, name="trial"),
    path(f"{_POLICY}vedtag/", views.activate, name="activate"),
    path(f"{_POLICY}tag-tilbage/", views.retire, name="retire"),
]
