# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.evidence.views import keys, mine, protocol, statements

app_name = "evidence"
_KEYS = "administration/tilslutninger/<int:pk>/beviser/"
urlpatterns = [
    path("xapi/", protocol.about, name="endpoint"),
    path("xapi/about", protocol.about, name="about"),
    path("xapi/statements", statements.statements, name="statements"),
    path("xapi/<str:name>", protocol.elsewhere, name="elsewhere"),
    path("xapi/<str:name>/<str:part>", protocol.elsewhere, name="elsewhere"),
    path("markedspladsen/mine/<int:pk>/beviser/", mine.mine, name="mine"),
    path(_KEYS, keys.keys, name="keys"),
    path(f"{_KEYS}ny/", keys.make, name="make_key"),
    path(f"{_KEYS}<int:key_pk>/byt/", keys.rotate, name="rotate_key"),
    path(f"{_KEYS}<int:key_pk>/luk/", keys.close, name="close_key"),
]
