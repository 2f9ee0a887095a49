# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class SimulatorConfig(AppConfig):
    """An invented Denmark; its table is empty wherever nobody has been simulated."""

    name = "jobunivers.simulator"
    label = "simulator"
