# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen has said yes to, what was handed over, and under which number."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.rooms.marketplace.queries import Offer, Vendor


class Pseudonym(TenantModel):
    """The one number a vendor knows a citizen by: random, and another one at each vendor."""

    citizen_id = models.BigIntegerField()
    vendor = models.ForeignKey(Vendor, models.CASCADE, related_name="+")
    subject = models.CharField(max_length=40)
    made_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "vendor"],
                name="a_vendor_knows_her_by_one_number",
            ),
            models.UniqueConstraint(
                fields=["municipality", "subject"], name="a_number_is_one_persons"
            ),
        ]

    def __str__(self) -> str:
        return f"pseudonym #{self.pk}"


class HandOver(TenantModel):
    """Her yes to hand over exactly this to the vendor of an offer, until she takes it back.

    Attributes:
        data: codes of what is handed over (`queries.words`).
        terms: digest of what she was shown; when that changes, she is asked again.
    """

    citizen_id = models.BigIntegerField()
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    data = ArrayField(models.CharField(max_length=20))
    terms = models.CharField(max_length=64)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "offer"],
                condition=Q(withdrawn_at=None),
                name="she_has_said_yes_once_at_a_time",
            ),
            models.CheckConstraint(
                name="a_yes_is_given_before_it_is_taken_back",
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=models.F("given_at")),
            ),
        ]
        indexes = [models.Index(fields=["municipality", "citizen_id"], name="yeses_by_citizen")]

    def __str__(self) -> str:
        return f"hand-over #{self.pk}"


class Receipt(TenantModel):
    """What was handed over, to whom and when; added at each hand-over and never changed.

    A receipt is never changed, so it holds on to no other row and keeps names as they were.
    """

    append_only = True

    citizen_id = models.BigIntegerField()
    offer_id = models.BigIntegerField()
    title = models.CharField(max_length=150)
    recipient = models.CharField(max_length=150)
    data = ArrayField(models.CharField(max_length=20))
    terms = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(fields=["municipality", "citizen_id", "-at"], name="receipts_by_citizen"),
        ]

    def __str__(self) -> str:
        return f"receipt #{self.pk}"
