# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import URLPattern

app_name = "decisions"
urlpatterns: list[URLPattern] = []
