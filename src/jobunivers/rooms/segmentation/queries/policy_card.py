# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the AI register says of the rules: which policy is in effect here."""

from django.utils import timezone

from jobunivers.foundation.tenancy.current import municipality_id_or_none
from jobunivers.rooms.segmentation.queries.policies import NoPolicy, policy_in_effect
from jobunivers.science.segmentation import VERSION
from jobunivers.trust import register
from jobunivers.trust.cards import segmentation
from jobunivers.trust.register import ModelCard


def register_card() -> None:
    """Put the rules in the register; said once, in `apps.py`."""
    register.register(segmentation.CODE, policy_card)


def policy_card() -> ModelCard:
    """Return the card with the policy in effect; outside a kommune with none."""
    return segmentation.card(_running())


def _running() -> segmentation.Running:
    if municipality_id_or_none() is None:
        return segmentation.Running(VERSION)
    try:
        found = policy_in_effect(at=timezone.now())
    except NoPolicy:
        return segmentation.Running(VERSION)
    row = found.row
    return segmentation.Running(
        version=VERSION,
        number=row.number,
        national=row.municipality_id is None,
        decided_by=row.decided_by,
        since=row.effective_from,
        rules=len(found.rules.rules),
    )
