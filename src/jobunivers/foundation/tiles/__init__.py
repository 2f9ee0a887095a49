# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tiles of a citizen's own page. A room offers tiles; it does not know the page."""

from jobunivers.foundation.tiles.arranging import Arrangement
from jobunivers.foundation.tiles.asking import Asking
from jobunivers.foundation.tiles.offered import (
    Context,
    Tile,
    only,
    provide_starts,
    register,
    start_of,
    tile_of,
    tiles,
)

__all__ = [
    "Arrangement",
    "Asking",
    "Context",
    "Tile",
    "only",
    "provide_starts",
    "register",
    "start_of",
    "tile_of",
    "tiles",
]
