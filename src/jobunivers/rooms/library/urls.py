# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.library.views import board, editing, reading, steps

app_name = "library"
_ONE = "administration/bibliotek/<int:pk>/"
urlpatterns = [
    path("laering/fil/<int:pk>/", reading.file, name="file"),
    path("laering/<int:pk>/", reading.lesson, name="lesson"),
    path("laering/<int:pk>/faerdig/", reading.done, name="done"),
    path("laering/<int:pk>/udskriv/", reading.paper, name="paper"),
    path("laering/<int:pk>/<int:number>/", reading.step, name="step"),
    path("laering/<int:pk>/<int:number>/<str:language>.vtt", reading.captions, name="captions"),
    path("administration/bibliotek/", editing.contents, name="contents"),
    path("administration/bibliotek/ny/", editing.new, name="new"),
    path(_ONE, editing.content, name="content"),
    path(f"{_ONE}oplysninger/", editing.facts, name="facts"),
    path(f"{_ONE}afgoer/", editing.decide, name="decide"),
    path(f"{_ONE}proev/<int:number>/", editing.preview, name="preview"),
    path(f"{_ONE}forskel/<int:before>/<int:after>/", editing.compare, name="compare"),
    path(f"{_ONE}trin/ny/<str:kind>/", steps.step_new, name="step_new"),
    path(f"{_ONE}trin/<int:number>/", steps.step, name="step_edit"),
    path(f"{_ONE}trin/<int:number>/flyt/", steps.step_move, name="step_move"),
    path(
        f"{_ONE}proev/<int:version>/<int:number>/<str:language>.vtt",
        steps.captions,
        name="draft_captions",
    ),
    path("administration/redaktion/", board.board, name="board"),
    path("administration/redaktion/indstil/", board.put_forward, name="put_forward"),
    path("administration/redaktion/medlem/", board.name_member, name="name_member"),
    path("administration/redaktion/antal/", board.quorum, name="quorum"),
    path("administration/redaktion/<int:pk>/", board.proposal, name="proposal"),
]
