# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class LawConfig(AppConfig):
    """The law text, and the rules of the field with their dates."""

    name = "jobunivers.rooms.law"
    label = "law"
