# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Talks, who takes part, what they are about, what was proposed, and cue cards."""

from jobunivers.rooms.talks.models.cards import CardChoice, CueCard
from jobunivers.rooms.talks.models.proposals import Proposal, ProposalKind, ProposalState
from jobunivers.rooms.talks.models.talks import (
    BINDING,
    NEXT_STATES,
    OPEN,
    AgendaPoint,
    Partaker,
    PartRole,
    Talk,
    TalkAgreement,
    TalkForm,
    TalkKind,
    TalkState,
)

__all__ = [
    "BINDING",
    "NEXT_STATES",
    "OPEN",
    "AgendaPoint",
    "CardChoice",
    "CueCard",
    "PartRole",
    "Partaker",
    "Proposal",
    "ProposalKind",
    "ProposalState",
    "Talk",
    "TalkAgreement",
    "TalkForm",
    "TalkKind",
    "TalkState",
]
