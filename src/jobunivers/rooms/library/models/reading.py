# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a citizen is in what she reads, and what she answered: hers alone."""

from django.db import models

from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.rooms.marketplace.queries import Offer


class ReadingPlace(TenantModel):
    """The step at which a citizen goes on."""

    citizen_id = models.BigIntegerField()
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    version = models.PositiveIntegerField()
    step = models.PositiveSmallIntegerField(default=1)
    read_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "offer"], name="she_reads_from_one_place"
            ),
        ]

    def __str__(self) -> str:
        return f"step {self.step}"


class Answer(TenantModel):
    """What a citizen chose last at a question, and how often she has tried."""

    citizen_id = models.BigIntegerField()
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    version = models.PositiveIntegerField()
    step = models.PositiveSmallIntegerField()
    choice = models.PositiveSmallIntegerField()
    right = models.BooleanField()
    tries = models.PositiveSmallIntegerField(default=1)
    answered_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "offer", "version", "step"],
                name="a_question_has_one_answer_of_hers",
            ),
        ]

    def __str__(self) -> str:
        return f"answer at step {self.step}"
