# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class VendorsConfig(AppConfig):
    """Private vendors: their portal, and the gate before a shelf."""

    name = "jobunivers.rooms.vendors"
    label = "vendors"
