# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import URLPattern, path

from jobunivers.rooms.marketplace.views import (
    catalogue,
    catalogue_editor,
    catalogue_offer,
    catalogue_own,
    catalogue_staff,
)

app_name = "marketplace"
_CATALOGUE = [
    path("markedspladsen/", catalogue.market, name="market"),
    path("markedspladsen/soeg/", catalogue.find, name="find"),
    path("markedspladsen/forslag/", catalogue.suggest, name="suggest"),
    path("markedspladsen/sammenlign/", catalogue.side_by_side, name="compare"),
    path("markedspladsen/mine/", catalogue_own.mine, name="mine"),
    path("markedspladsen/<int:pk>/", catalogue_offer.offer, name="offer"),
    path("markedspladsen/<int:pk>/start/", catalogue_offer.start, name="start"),
    path("markedspladsen/<int:pk>/videre/", catalogue_offer.leave, name="leave"),
    path("markedspladsen/<int:pk>/gem/", catalogue_offer.keep, name="keep"),
    path("markedspladsen/<int:pk>/gem-ikke/", catalogue_offer.let_go, name="let_go"),
    path("markedspladsen/<int:pk>/stop/", catalogue_offer.stop, name="stop"),
    path("markedspladsen/<int:pk>/erfaring/", catalogue_offer.rate, name="rate"),
    path("medarbejder/borgere/<int:pk>/markedspladsen/", catalogue_staff.give, name="give"),
    path(
        "medarbejder/borgere/<int:pk>/markedspladsen/<int:offer_pk>/",
        catalogue_staff.give_one,
        name="give_one",
    ),
    path("administration/erfaringer/", catalogue_editor.experiences, name="experiences"),
    path(
        "administration/erfaringer/<int:pk>/vis/",
        catalogue_editor.show_experience,
        name="show_experience",
    ),
    path(
        "administration/erfaringer/<int:pk>/skjul/",
        catalogue_editor.hide_experience,
        name="hide_experience",
    ),
]
urlpatterns: list[URLPattern] = [*_CATALOGUE]
