# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.webhooks.views import endpoints

app_name = "webhooks"
_HERE = "administration/tilslutninger/<int:pk>/webhooks/"
urlpatterns = [
    path(_HERE, endpoints.endpoint, name="endpoint"),
    path(f"{_HERE}hemmelighed/", endpoints.new_secret, name="new_secret"),
    path(f"{_HERE}proev/", endpoints.ping, name="ping"),
    path(f"{_HERE}igen/", endpoints.replay, name="replay"),
    path(f"{_HERE}taend/", endpoints.switch_on, name="switch_on"),
    path(f"{_HERE}luk/", endpoints.close, name="close"),
]
