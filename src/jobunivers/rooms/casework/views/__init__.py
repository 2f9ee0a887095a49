# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The staff's pages."""

from jobunivers.rooms.casework.views.citizens import citizen, citizen_reason, citizens, home
from jobunivers.rooms.casework.views.market import labour_market
from jobunivers.rooms.casework.views.suggestions import suggestion, suggestions, take_back

__all__ = [
    "citizen",
    "citizen_reason",
    "citizens",
    "home",
    "labour_market",
    "suggestion",
    "suggestions",
    "take_back",
]
