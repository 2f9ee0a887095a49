# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on which shelf, and whose word that is: the country's, a cluster's or a kommune's."""

from jobunivers.science.shelving.said import (
    EVERYWHERE,
    LEVELS,
    Asked,
    EntrySaid,
    ShelfSaid,
    Stance,
    Tier,
)
from jobunivers.science.shelving.standing import Reason, Shelf, Verdict, missing, shelve

__all__ = [
    "EVERYWHERE",
    "LEVELS",
    "Asked",
    "EntrySaid",
    "Reason",
    "Shelf",
    "ShelfSaid",
    "Stance",
    "Tier",
    "Verdict",
    "missing",
    "shelve",
]
