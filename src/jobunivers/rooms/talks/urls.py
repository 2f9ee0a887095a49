# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.talks import views

app_name = "talks"
_CITIZEN = "medarbejder/borgere/<int:pk>/samtale/"
_TALK = f"{_CITIZEN}<int:talk_id>/"
_CARDS = "administration/notatkort/"
urlpatterns = [
    path("samtaler/", views.own, name="own"),
    path("samtaler/punkt/", views.own_point, name="own_point"),
    path("samtaler/punkt/<int:pk>/fjern/", views.own_point_remove, name="own_point_remove"),
    path("samtaler/<int:pk>/", views.own_talk, name="own_talk"),
    path("samtaler/<int:pk>/forslag/", views.own_proposal, name="own_proposal"),
    path("medarbejder/samtaler/", views.my_talks, name="list"),
    path("medarbejder/notatkort/<str:key>/", views.card_wish, name="card_wish"),
    path(_CITIZEN, views.staff, name="staff"),
    path(f"{_CITIZEN}ny/", views.plan, name="plan"),
    path(f"{_CITIZEN}begynd/", views.begin, name="begin"),
    path(f"{_CITIZEN}kort/", views.job_map, name="map"),
    path(f"{_CITIZEN}kort/punkter/", views.map_points, name="map_points"),
    path(_TALK, views.staff_talk, name="staff_talk"),
    path(f"{_TALK}tilstand/", views.state, name="state"),
    path(f"{_TALK}flyt/", views.move, name="move"),
    path(f"{_TALK}forslag/", views.proposal, name="proposal"),
    path(f"{_TALK}referat/", views.referat, name="referat"),
    path(f"{_TALK}punkt/", views.point, name="point"),
    path(f"{_TALK}punkt/<int:point_id>/", views.point_done, name="point_done"),
    path(f"{_TALK}aftale/", views.agreement, name="agreement"),
    path(f"{_TALK}deltager/", views.partaker, name="partaker"),
    path(
        f"{_TALK}deltager/<int:partaker_id>/fjern/", views.partaker_remove, name="partaker_remove"
    ),
    path(_CARDS, views.cards, name="cards"),
    path(f"{_CARDS}nyt/", views.card_new, name="card_new"),
    path(f"{_CARDS}<str:key>/", views.card, name="card"),
    path(f"{_CARDS}<str:key>/fjern/", views.card_retire, name="card_retire"),
    path("leder/samtaler/", views.figures, name="figures"),
]
