# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the AI register says of the rules of attention: how they are used here."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.tenancy.current import municipality_id_or_none
from jobunivers.rooms.casework.queries import attention_figures
from jobunivers.rooms.casework.queries.tuning import tuning_in_effect
from jobunivers.science.attention import RULES, VERSION
from jobunivers.trust import dividing, local, register
from jobunivers.trust.cards import attention
from jobunivers.trust.register import ModelCard


def register_card() -> None:
    """Put the rules in the register, with how often they are wrong; said once, in `apps.py`."""
    register.register(attention.CODE, attention_card)
    local.provide_figures(attention.CODE, attention_figures.figures)
    dividing.offer_outcome(
        dividing.Outcome(
            code=attention.CODE,
            name="right",
            called=_("Rigtigt set"),
            meaning=_("Så meget af det, medarbejdere så på i 90 dage, sagde de ikke var forkert."),
            of=attention_figures.right,
        )
    )


def attention_card() -> ModelCard:
    """Return the card as the kommune uses the rules; outside a kommune as they are."""
    running = attention.Running(VERSION, rules=len(RULES), on=len(RULES))
    if municipality_id_or_none() is None:
        return attention.card(running)
    used = tuning_in_effect(today=timezone.localdate())
    if used.row is None:
        return attention.card(running)
    return attention.card(
        attention.Running(
            VERSION,
            rules=len(RULES),
            on=sum(one.on for one in used.tuning.values()),
            number=used.row.number,
            decided_by=used.row.decided_by,
            since=used.row.effective_from,
        )
    )
