# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class MarketplaceConfig(AppConfig):
    """One catalogue of solutions and content, and the shelves they stand on."""

    name = "jobunivers.rooms.marketplace"
    label = "marketplace"
