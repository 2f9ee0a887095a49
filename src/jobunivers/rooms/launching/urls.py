# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.launching.views import (
    authorize,
    connections,
    grading,
    lti,
    onwards,
    protocol,
    tools,
)

app_name = "launching"
urlpatterns = [
    path("oidc/.well-known/openid-configuration", protocol.discovery, name="discovery"),
    path("oidc/jwks.json", protocol.keys, name="keys"),
    path("oidc/authorize", authorize.authorize, name="authorize"),
    path("oidc/token", protocol.token, name="token"),
    path("oidc/userinfo", protocol.userinfo, name="userinfo"),
    path("lti/authorize", lti.authorize, name="lti_authorize"),
    path("lti/token", lti.token, name="lti_token"),
    path("lti/picked", tools.picked, name="picked"),
    path("lti/<int:pk>/lineitems", grading.lines, name="lti_lines"),
    path("lti/<int:pk>/lineitems/<int:line_pk>", grading.line, name="lti_line"),
    path("lti/<int:pk>/lineitems/<int:line_pk>/scores", grading.scores, name="lti_scores"),
    path("lti/<int:pk>/lineitems/<int:line_pk>/results", grading.results, name="lti_results"),
    path("videre/<int:pk>/", onwards.onwards, name="onwards"),
    path("videre/<int:pk>/ja/", onwards.say_yes, name="say_yes"),
    path("mine-data/udleveret/", onwards.receipts, name="receipts"),
    path("mine-data/udleveret/<int:pk>/tag-tilbage/", onwards.take_back, name="take_back"),
    path("administration/tilslutninger/", connections.connections, name="connections"),
    path("administration/tilslutninger/<int:pk>/", connections.connection, name="connection"),
    path("administration/tilslutninger/<int:pk>/lti/", tools.tool, name="tool"),
    path("administration/hent-indhold/", tools.pickings, name="pickings"),
    path("administration/hent-indhold/<int:pk>/", tools.picking, name="picking"),
    path("administration/hent-indhold/<int:pk>/vaelg/", tools.pick, name="pick"),
    path(
        "administration/tilslutninger/<int:pk>/hemmelighed/",
        connections.new_secret,
        name="new_secret",
    ),
]
