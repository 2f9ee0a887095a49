# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class LaunchingConfig(AppConfig):
    """Solutions are opened with one tap, by OpenID Connect and LTI, under a pseudonym for each."""

    name = "jobunivers.rooms.launching"
    label = "launching"
