# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class AvailabilityConfig(AppConfig):
    """Availability with its evidence, and possible sanction cases step by step."""

    name = "jobunivers.rooms.availability"
    label = "availability"
