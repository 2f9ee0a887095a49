# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Where in Denmark, shared by all."""

    name = "jobunivers.foundation.places"
    label = "places"
