# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The look of the pages."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Base pages, components and what the browser loads."""

    name = "jobunivers.foundation.ui"
    label = "ui"
    verbose_name = "Look"
