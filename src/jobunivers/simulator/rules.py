# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a simulated kommune has decided of the numbers that the law leaves to it."""

from datetime import datetime

from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.law import actions as law
from jobunivers.simulator.life.scene import HERE

_DAYS_TO_ANSWER = 14


def decide(*, at: datetime) -> None:
    """Let the kommune worked for choose how long a citizen has to answer a hearing, once."""
    today = at.astimezone(HERE).date()
    writer = identity.personas().filter(person__role=Role.ADMINISTRATOR).first()
    if writer is None:
        return
    for code in ("case.hearing", "sanction.combined_letter"):
        try:
            law.set_own_value(
                code=code,
                key="days",
                value=_DAYS_TO_ANSWER,
                valid_from=today,
                decision=law.Decision(
                    decided_by="Beskæftigelsesudvalget", why="Der skal være ro til at svare."
                ),
                by_id=writer.person_id,
                today=today,
                at=at,
            )
        except law.BeginsAlready:
            continue
