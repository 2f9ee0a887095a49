# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of the library."""

from jobunivers.rooms.library.models.board import (
    BoardMember,
    BoardRules,
    Proposal,
    ProposalState,
    Vote,
)
from jobunivers.rooms.library.models.contents import ContentFile, Taken, Writer
from jobunivers.rooms.library.models.reading import Answer, ReadingPlace

__all__ = [
    "Answer",
    "BoardMember",
    "BoardRules",
    "ContentFile",
    "Proposal",
    "ProposalState",
    "ReadingPlace",
    "Taken",
    "Vote",
    "Writer",
]
