# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.trust import views

app_name = "trust"
urlpatterns = [path("hvem-har-set/", views.who_has_looked, name="who_has_looked")]
