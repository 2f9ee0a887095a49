# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may tell us something, for all kommuner alike."""

from django.db import models
from django.db.models import F, Q

from jobunivers.rooms.marketplace.queries import Offer


class EvidenceKey(models.Model):
    """A solution's key and secret (HTTP Basic); no person is in it.

    Attributes:
        secret_hash: SHA-256 of a secret of 256 random bits.
        ends_at: it opens nothing from then on; None: until somebody closes it.
    """

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    key = models.CharField(max_length=40, unique=True)
    secret_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by_id = models.BigIntegerField(null=True)
    ends_at = models.DateTimeField(null=True)
    ended_by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_key_is_made_before_it_ends",
                condition=Q(ends_at=None) | Q(ends_at__gte=F("made_at")),
            ),
        ]
        indexes = [models.Index(fields=["offer", "-made_at"], name="keys_by_offer")]

    def __str__(self) -> str:
        return self.key
