# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import URLPattern, path

from jobunivers.rooms.marketplace.views import (
    catalogue,
    catalogue_editor,
    catalogue_offer,
    catalogue_own,
    catalogue_staff,
    shelves,
    shelves_entries,
    shelves_more,
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
_HYLDER = "administration/hylder/"
_SHELF = f"{_HYLDER}<slug:key>/"
_SHELVES = [
    path(_HYLDER, shelves.shelves, name="shelves"),
    path(f"{_HYLDER}ny/", shelves.shelf_new, name="shelf_new"),
    path(f"{_HYLDER}proev/", shelves.preview, name="preview"),
    path(f"{_HYLDER}arbejde/", shelves_more.work, name="work"),
    path(f"{_HYLDER}trin/", shelves_more.level, name="level"),
    path(f"{_HYLDER}klynger/", shelves_more.clusters, name="clusters"),
    path(f"{_HYLDER}klynger/ny/", shelves_more.cluster_new, name="cluster_new"),
    path(f"{_HYLDER}klynger/<slug:key>/", shelves_more.cluster_edit, name="cluster"),
    path(f"{_HYLDER}tilbud/<int:pk>/tag-ned/", shelves_entries.take_down, name="take_down"),
    path(f"{_HYLDER}tilbud/<int:pk>/saet-tilbage/", shelves_entries.put_back, name="put_back"),
    path(_SHELF, shelves.shelf, name="shelf"),
    path(f"{_SHELF}ret/", shelves.shelf_edit, name="shelf_edit"),
    path(f"{_SHELF}fjern/", shelves.shelf_remove, name="shelf_remove"),
    path(f"{_SHELF}flyt/", shelves.shelf_move, name="shelf_move"),
    path(f"{_SHELF}tilfoej/", shelves_entries.add, name="shelf_add"),
    path(f"{_SHELF}<int:pk>/", shelves_entries.entry, name="shelf_entry"),
    path(f"{_SHELF}<int:pk>/staar/", shelves_entries.stand, name="shelf_stand"),
    path(f"{_SHELF}<int:pk>/flyt/", shelves_entries.move, name="entry_move"),
]
urlpatterns: list[URLPattern] = [*_CATALOGUE, *_SHELVES]
