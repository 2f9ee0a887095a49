# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where vendors' systems are told, what they were told, and what they answered."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jobunivers.foundation.crypto.fields import EncryptedBinaryField
from jobunivers.foundation.tenancy.models import Municipality, TenantModel
from jobunivers.rooms.marketplace.queries import Vendor


class OffWhy(models.TextChoices):
    """Why an endpoint is switched off."""

    DEAD = "dead"  # too many messages in a row were not received
    GONE = "gone"  # it answered that it wants no more (410)


class Endpoint(models.Model):
    """Where a vendor is told, for all its solutions and all kommuner; no person is in it.

    Attributes:
        kinds: the types of events that are wanted; empty: all of them.
        sealed, sealed_before: the secret and the one before it, encrypted by their columns.
        before_until: so long the secret before signs along.
        dead_in_a_row: messages given up since one was last received.
        slow_in_a_row, resting_until: an endpoint that keeps us waiting is left alone for a while.
    """

    vendor = models.ForeignKey(Vendor, models.CASCADE, related_name="+")
    url = models.CharField(max_length=500)
    kinds = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    sealed = EncryptedBinaryField()
    sealed_before = EncryptedBinaryField(null=True)
    before_until = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    changed_by_id = models.BigIntegerField(null=True)
    off_at = models.DateTimeField(null=True)
    off_why = models.CharField(max_length=8, choices=OffWhy.choices, default="", blank=True)
    closed_at = models.DateTimeField(null=True)
    dead_in_a_row = models.PositiveIntegerField(default=0)
    slow_in_a_row = models.PositiveIntegerField(default=0)
    resting_until = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["vendor"],
                condition=Q(closed_at=None),
                name="a_vendor_is_told_at_one_address",
            ),
            models.CheckConstraint(
                name="a_secret_of_before_has_an_end",
                condition=Q(sealed_before=None, before_until=None)
                | Q(sealed_before__isnull=False, before_until__isnull=False),
            ),
            models.CheckConstraint(
                name="what_is_switched_off_says_why",
                condition=Q(off_at=None, off_why="") | (Q(off_at__isnull=False) & ~Q(off_why="")),
            ),
        ]

    def __str__(self) -> str:
        return f"endpoint #{self.pk}"

    @property
    def is_on(self) -> bool:
        """Say whether messages are sent there."""
        return self.off_at is None and self.closed_at is None


class State(models.TextChoices):
    """How far a message has come."""

    WAITING = "waiting"
    RECEIVED = "received"
    DEAD = "dead"  # given up; it can be sent again by hand
    DROPPED = "dropped"  # no longer to be told: she has taken her yes back, or it is forgotten


class Delivery(models.Model):
    """A message on its way to a vendor, as all may see it: when, of which kind, how it went.

    What it says, and of whom, is the kommune's own (`Message`).
    """

    message_id = models.CharField(max_length=40, unique=True)
    endpoint = models.ForeignKey(Endpoint, models.CASCADE, related_name="deliveries")
    kommune = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    offer_id = models.BigIntegerField(null=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    tries = models.PositiveIntegerField(default=0)  # since it was last begun
    made_at = models.DateTimeField()
    next_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["endpoint", "-made_at"], name="deliveries_by_endpoint")]

    def __str__(self) -> str:
        return self.message_id


class Attempt(models.Model):
    """One try to deliver a message, and what came of it; the answer never names a person."""

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="attempts")
    at = models.DateTimeField()
    status = models.PositiveIntegerField(null=True)
    ms = models.PositiveIntegerField()
    trouble = models.CharField(max_length=10, default="", blank=True)
    said = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        indexes = [models.Index(fields=["delivery", "at"], name="attempts_by_delivery")]

    def __str__(self) -> str:
        return f"attempt #{self.pk}"


class Message(TenantModel):
    """What a vendor is told, to the byte, so that it is the same at each try.

    Attributes:
        citizen_id: whom it is about; None: nobody.
        subject: the number the vendor knows her by.
    """

    message_id = models.CharField(max_length=40)
    citizen_id = models.BigIntegerField(null=True)
    offer_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=40, default="", blank=True)
    body = models.TextField()
    made_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "message_id"], name="a_message_is_there_once"
            ),
            models.CheckConstraint(
                name="who_is_told_of_has_a_number",
                condition=Q(citizen_id=None, subject="")
                | (Q(citizen_id__isnull=False) & ~Q(subject="")),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "made_at"], name="messages_by_time"),
            models.Index(fields=["municipality", "citizen_id"], name="messages_by_citizen"),
        ]

    def __str__(self) -> str:
        return self.message_id
