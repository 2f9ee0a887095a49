# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What came of pushes of which a share was held out: people counted, by how lots fell."""

from django.db import models
from django.db.models import F, Q

from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.rooms.outreach.models.pushes import Push


class Outcome(models.TextChoices):
    """What somebody may have done, or what may have become of her, within so many days."""

    THING = "thing"  # applied for the job that was sent, or began the offer
    APPLIED = "applied"
    TALKED = "talked"  # with an employer
    WORK = "work"  # in work or education, and no longer out of work


WINDOWS: dict[str, int] = {
    Outcome.THING: 28,
    Outcome.APPLIED: 28,
    Outcome.TALKED: 56,
    Outcome.WORK: 90,
}
"""Days from the day it was sent, that day counted in."""


class EffectCount(TenantModel):
    """How many were to get a push, or were held out, and how many of each did one thing.

    Everybody is counted where lots put her, also who was away when it was sent. Written when the
    days are over, counted anew for a while (people tell late), and then settled for good.
    """

    push = models.ForeignKey(Push, models.CASCADE, related_name="effects")
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    given = models.PositiveIntegerField()
    given_did = models.PositiveIntegerField()
    held_out = models.PositiveIntegerField()
    held_out_did = models.PositiveIntegerField()
    settled = models.BooleanField(default=False)
    counted_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "push", "outcome"], name="an_outcome_is_counted_once"
            ),
            models.CheckConstraint(
                name="no_more_did_it_than_there_were",
                condition=Q(given_did__lte=F("given")) & Q(held_out_did__lte=F("held_out")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} of push #{self.push_id}"
