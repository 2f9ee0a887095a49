# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class TalksConfig(AppConfig):
    """What an adviser and a citizen have before them in a talk."""

    name = "jobunivers.rooms.talks"
    label = "talks"
