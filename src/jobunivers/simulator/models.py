# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the simulator remembers of a kommune that it plays: the one table no room reads."""

from django.db import models

from jobunivers.foundation.tenancy.models import TenantModel


class SimulatedKommune(TenantModel):
    """How far a kommune has been played, and what is true of its simulated people.

    Written in the same transaction as the day's events, so that the two never part.
    """

    seed = models.BigIntegerField()
    day = models.DateField()  # the last that was played to its end
    record = models.BinaryField()  # simulator.life.record.Record

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["municipality"], name="a_kommune_is_simulated_once"),
        ]

    def __str__(self) -> str:
        return f"simulated to {self.day}"
