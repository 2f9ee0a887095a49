# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The address at which her own calendar fetches her week."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel

__all__ = ["CalendarFeed", "Words"]


class Words(models.TextChoices):
    """How much her calendar is told."""

    FULL = "full"  # titles, places and links
    BUSY = "busy"  # times alone: others who see her calendar learn nothing


class CalendarFeed(TenantModel):
    """A citizen's calendar address. A revoked one is deleted: nothing of it is left to find.

    The address itself is not here. It is made of `nonce` and a mark that only the server's secret
    key can make (`queries.addresses`), so a copy of this table opens nobody's calendar.
    """

    citizen_id = models.BigIntegerField()
    nonce = models.BinaryField(max_length=16)
    words = models.CharField(max_length=4, choices=Words.choices, default=Words.FULL)
    groups = ArrayField(models.CharField(max_length=12))
    language = models.CharField(max_length=2, default="da")
    made_at = models.DateTimeField()
    # What was handed out last: its digest, and since when it has been just that.
    digest = models.CharField(max_length=64, default="", blank=True)
    content_since = models.DateTimeField(null=True)
    fetched_at = models.DateTimeField(null=True)
    fetched_by = models.CharField(max_length=20, default="", blank=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"], name="a_citizen_has_one_calendar_address"
            ),
            models.UniqueConstraint(
                fields=["municipality", "nonce"], name="a_calendar_address_is_one_citizens"
            ),
            models.CheckConstraint(
                name="a_calendar_tells_all_or_only_that_she_is_busy",
                condition=Q(words__in=["full", "busy"]),
            ),
        ]

    def __str__(self) -> str:
        return f"calendar #{self.pk}"
