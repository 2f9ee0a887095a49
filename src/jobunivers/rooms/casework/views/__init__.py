# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The staff's pages."""

from jobunivers.rooms.casework.views.attention import (
    attention,
    attention_postpone,
    attention_solve,
    attention_undo,
    attention_write,
    attention_wrong,
)
from jobunivers.rooms.casework.views.citizens import citizen_reason, citizens
from jobunivers.rooms.casework.views.dossier import citizen, citizen_access, citizen_log
from jobunivers.rooms.casework.views.market import labour_market, work_market
from jobunivers.rooms.casework.views.noticed import attention_rules, noticed, noticed_wrong
from jobunivers.rooms.casework.views.suggestions import suggestion, suggestions, take_back

__all__ = [
    "attention",
    "attention_postpone",
    "attention_rules",
    "attention_solve",
    "attention_undo",
    "attention_write",
    "attention_wrong",
    "citizen",
    "citizen_access",
    "citizen_log",
    "citizen_reason",
    "citizens",
    "home",
    "labour_market",
    "noticed",
    "noticed_wrong",
    "suggestion",
    "suggestions",
    "take_back",
    "work_market",
]
