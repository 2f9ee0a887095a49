# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room keeps."""

from jobunivers.rooms.evidence.models.keys import EvidenceKey
from jobunivers.rooms.evidence.models.statements import Statement, WaitingStatement
from jobunivers.rooms.evidence.models.tallies import DeliveryTally, RefusalTally

__all__ = ["DeliveryTally", "EvidenceKey", "RefusalTally", "Statement", "WaitingStatement"]
