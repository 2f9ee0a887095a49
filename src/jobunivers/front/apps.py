# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class FrontConfig(AppConfig):
    name = "jobunivers.front"
    label = "front"
