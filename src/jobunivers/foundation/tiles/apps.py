# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class TilesConfig(AppConfig):
    """The tiles of a citizen's own page, and how she wants them."""

    name = "jobunivers.foundation.tiles"
    label = "tiles"
