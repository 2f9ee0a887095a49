# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a firm and those who run the platform say to each other of a solution, and decide."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.rooms.marketplace.queries import Offer

LONGEST_MESSAGE = 5_000


class SolutionMessage(models.Model):
    """One message in the one thread of a solution."""

    append_only = True

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    by_id = models.BigIntegerField()
    from_firm = models.BooleanField()
    words = EncryptedTextField(max_length=LONGEST_MESSAGE)

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_message_says_something", condition=~Q(words="")),
        ]
        indexes = [models.Index(fields=["offer", "id"], name="messages_by_solution")]

    def __str__(self) -> str:
        return f"message #{self.pk}"


class ThreadSeen(models.Model):
    """How far somebody has read a solution's thread: `seen_id` is the last message shown."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    person_id = models.BigIntegerField()
    seen_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["offer", "person_id"], name="a_thread_is_read_in_one_row"
            ),
        ]

    def __str__(self) -> str:
        return f"seen #{self.pk}"


class Said(models.TextChoices):
    """What was decided of a version."""

    APPROVED = "approved"
    SENT_BACK = "sent_back"
    TAKEN_BACK = "taken_back"  # by the firm, before anybody decided


class SolutionDecision(models.Model):
    """What was decided of a version, and why; added and never changed."""

    append_only = True

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    said = models.CharField(max_length=10, choices=Said.choices)
    why = models.CharField(max_length=300, default="", blank=True)
    at = models.DateTimeField()
    by_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="what_is_sent_back_says_why", condition=~Q(said="sent_back") | ~Q(why="")
            ),
        ]
        indexes = [models.Index(fields=["offer", "-at"], name="decisions_by_solution")]

    def __str__(self) -> str:
        return f"decision #{self.pk}"


class Leaving(models.Model):
    """A firm has said that a solution goes from a day on; until then it may change its mind."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    from_on = models.DateField()
    why = models.CharField(max_length=300)
    told_at = models.DateTimeField()
    told_by_id = models.BigIntegerField()
    taken_back_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["offer"],
                condition=Q(taken_back_at=None, done_at=None),
                name="a_solution_leaves_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"leaving #{self.pk}"
