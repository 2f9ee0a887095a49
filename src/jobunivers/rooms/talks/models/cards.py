# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cue cards (*notatkort*): short help for the talk, the country's and each kommune's own."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import SharedOrOwnModel, TenantModel


class CueCard(SharedOrOwnModel):
    """One version of a card, never edited: a change is the next number.

    A kommune's own newest version of a key stands instead of the country's; one that is
    `retired` stands for no card at all.
    """

    key = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    title_da = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120)
    text_da = models.TextField()  # lines; one that begins with "- " is a point of a list
    text_en = models.TextField()
    tags = ArrayField(models.CharField(max_length=40), default=list)
    retired = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    made_by_id = models.BigIntegerField(null=True)  # None: the country's starter

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "key", "number"],
                nulls_distinct=False,
                name="a_version_of_a_card_is_there_once",
            ),
            models.CheckConstraint(
                name="a_card_has_a_title_and_a_text",
                condition=~Q(title_da="") & ~Q(title_en="") & ~Q(text_da="") & ~Q(text_en=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.number}"


class CardChoice(TenantModel):
    """A member of staff keeps a card at hand, or does not want to see it."""

    class Wish(models.TextChoices):
        """What she wants of it."""

        PINNED = "pinned"
        HIDDEN = "hidden"

    staff_id = models.BigIntegerField()
    key = models.CharField(max_length=40)
    wish = models.CharField(max_length=6, choices=Wish.choices)
    chosen_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "staff_id", "key"], name="one_wish_for_a_card"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.wish} {self.key}"
