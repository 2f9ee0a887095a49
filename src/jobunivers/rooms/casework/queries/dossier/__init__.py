# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one view of a citizen: its own parts, and how those of all rooms are put together."""

from jobunivers.rooms.casework.queries.dossier.assembling import (
    Section,
    assembled,
    looks_of,
    titles,
)
from jobunivers.rooms.casework.queries.dossier.log import LogPage, log_page
from jobunivers.rooms.casework.queries.dossier.offering import offer_all

__all__ = [
    "LogPage",
    "Section",
    "assembled",
    "log_page",
    "looks_of",
    "offer_all",
    "titles",
]
