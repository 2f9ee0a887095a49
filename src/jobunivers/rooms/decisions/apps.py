# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """What models and rules chose about a citizen: why, on which data, reproduced and contested."""

    name = "jobunivers.rooms.decisions"
    label = "decisions"
