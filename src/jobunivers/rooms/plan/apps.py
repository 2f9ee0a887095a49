# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class PlanConfig(AppConfig):
    """Goals, activities and agreements of a citizen."""

    name = "jobunivers.rooms.plan"
    label = "plan"
