# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for looking: who has looked, what is allowed, which models there are and are on."""

from jobunivers.trust.models import OfficerContact
from jobunivers.trust.queries.consenting import (
    Asked,
    ConsentPage,
    Past,
    consent_page,
    consented_sources,
    has_consent,
    open_consents,
    taken_back,
)
from jobunivers.trust.queries.her_looks import Chosen, HerLooks, her_looks
from jobunivers.trust.queries.looks import LookRow, citizens_looked_at, looks_at
from jobunivers.trust.queries.models import (
    CardPage,
    FigureRow,
    GroupFigures,
    Listed,
    RegisterPage,
    SwitchPage,
    card_page,
    card_pages,
    register_page,
    switch_page,
)
from jobunivers.trust.queries.reaching import officer_contact
from jobunivers.trust.queries.switches import (
    State,
    SwitchRow,
    history_of,
    is_on,
    remember,
    remembering,
    state_of,
    states,
    switches_question,
)

__all__ = [
    "Asked",
    "CardPage",
    "Chosen",
    "ConsentPage",
    "FigureRow",
    "GroupFigures",
    "HerLooks",
    "Listed",
    "LookRow",
    "OfficerContact",
    "Past",
    "RegisterPage",
    "State",
    "SwitchPage",
    "SwitchRow",
    "card_page",
    "card_pages",
    "citizens_looked_at",
    "consent_page",
    "consented_sources",
    "has_consent",
    "her_looks",
    "history_of",
    "is_on",
    "looks_at",
    "officer_contact",
    "open_consents",
    "register_page",
    "remember",
    "remembering",
    "state_of",
    "states",
    "switch_page",
    "switches_question",
    "taken_back",
]
