# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Files that people hand in or show."""

    name = "jobunivers.foundation.files"
    label = "files"
