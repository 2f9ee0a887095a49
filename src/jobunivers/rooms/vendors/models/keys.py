# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What lets somebody of a firm in by mail, once."""

from django.db import models
from django.db.models import F, Q

from jobunivers.rooms.vendors.models.members import VendorMember


class KeyKind(models.TextChoices):
    """What a key was sent for."""

    INVITATION = "invitation"
    LOGIN = "login"


class MailKey(models.Model):
    """A link that was sent by mail and opens once; only its digest is here.

    Attributes:
        digest: SHA-256 of 256 random bits that stand in the mail alone.
        ended_at: a newer one, or the end of the membership, has taken its place.
    """

    member = models.ForeignKey(VendorMember, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=KeyKind.choices)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_mailed_key_is_made_before_it_expires",
                condition=Q(expires_at__gt=F("made_at")),
            ),
        ]
        indexes = [models.Index(fields=["member", "-made_at"], name="mailed_keys_by_member")]

    def __str__(self) -> str:
        return f"mailed key #{self.pk}"
