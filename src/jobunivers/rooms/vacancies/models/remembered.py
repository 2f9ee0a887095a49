# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she searched for: hers alone, for thirty days."""

from django.db import models

from jobunivers.foundation.tenancy.models import TenantModel


class PastSearch(TenantModel):
    """A search she made: its address' query part, the last time, and how often.

    `words` is what she typed in it and `others` the query without them, so that a word on its way
    (»gart«) gives place to the whole one (»gartner«).
    """

    citizen_id = models.BigIntegerField()
    query = models.CharField(max_length=1500)
    words = models.CharField(max_length=200, default="", blank=True)
    others = models.CharField(max_length=1500, default="", blank=True)
    last_at = models.DateTimeField()
    times = models.PositiveIntegerField(default=1)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "query"], name="a_past_search_stands_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-last_at"], name="past_searches_of_hers"
            ),
            models.Index(fields=["municipality", "last_at"], name="past_searches_by_age"),
        ]

    def __str__(self) -> str:
        return f"past search #{self.pk}"


class NoHistory(TenantModel):
    """She has asked that her searches are not remembered."""

    citizen_id = models.BigIntegerField()
    since = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"], name="history_is_switched_off_once"
            ),
        ]

    def __str__(self) -> str:
        return f"no history #{self.pk}"
