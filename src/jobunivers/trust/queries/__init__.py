# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for looking: who has looked, which models there are, and whether they are on."""

from jobunivers.trust.queries.looks import LookRow, citizens_looked_at, looks_at
from jobunivers.trust.queries.models import (
    CardPage,
    FigureRow,
    GroupFigures,
    Listed,
    RegisterPage,
    SwitchPage,
    card_page,
    register_page,
    switch_page,
)
from jobunivers.trust.queries.switches import (
    State,
    SwitchRow,
    history_of,
    is_on,
    remembering,
    state_of,
    states,
)

__all__ = [
    "CardPage",
    "FigureRow",
    "GroupFigures",
    "Listed",
    "LookRow",
    "RegisterPage",
    "State",
    "SwitchPage",
    "SwitchRow",
    "card_page",
    "citizens_looked_at",
    "history_of",
    "is_on",
    "looks_at",
    "register_page",
    "remembering",
    "state_of",
    "states",
    "switch_page",
]
