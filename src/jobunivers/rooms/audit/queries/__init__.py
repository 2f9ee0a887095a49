# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for looking."""

from jobunivers.rooms.audit.queries.changes import ChangesPage, changes_page
from jobunivers.rooms.audit.queries.links import position
from jobunivers.rooms.audit.queries.standing import (
    ChainPage,
    Sealed,
    chain_page,
    how_sealed,
    waiting,
    warnings,
)

__all__ = [
    "ChainPage",
    "ChangesPage",
    "Sealed",
    "chain_page",
    "changes_page",
    "how_sealed",
    "position",
    "waiting",
    "warnings",
]
