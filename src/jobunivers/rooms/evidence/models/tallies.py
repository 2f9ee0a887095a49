# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What came and what was refused, by day, for all to see; no person is in it."""

from django.db import models

from jobunivers.rooms.marketplace.queries import Offer


class DeliveryTally(models.Model):
    """So many statements of a solution one kommune took in on a day."""

    municipality_code = models.CharField(max_length=4)
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    day = models.DateField()
    statements = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality_code", "offer", "day"], name="a_day_is_tallied_once"
            ),
        ]

    def __str__(self) -> str:
        return f"deliveries #{self.pk}"


class RefusalTally(models.Model):
    """So often one thing was wrong with what a solution sent a kommune on a day.

    Attributes:
        code: what was wrong, a key of `queries.words.REFUSED` or of `science.xapi.WORDS`.
        place: where in the statement: names of xAPI's own alone, so nothing a sender wrote.
    """

    municipality_code = models.CharField(max_length=4)
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    day = models.DateField()
    code = models.CharField(max_length=30)
    place = models.CharField(max_length=120, default="", blank=True)
    times = models.PositiveIntegerField(default=1)
    last_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality_code", "offer", "day", "code", "place"],
                name="a_refusal_is_counted_in_one_row",
            ),
        ]
        indexes = [models.Index(fields=["offer", "-last_at"], name="refusals_by_offer")]

    def __str__(self) -> str:
        return f"refusals #{self.pk}"
