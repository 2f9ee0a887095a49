# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Holds the commands that prepare the whole house."""

    name = "jobunivers.config"
    label = "config"
