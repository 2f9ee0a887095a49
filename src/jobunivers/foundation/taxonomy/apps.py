# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class TaxonomyConfig(AppConfig):
    """The words for work, shared by all."""

    name = "jobunivers.foundation.taxonomy"
    label = "taxonomy"
