# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import datetime

from django.db import models

from jobunivers.foundation.tenancy.models import TenantModel


class Event(TenantModel):
    """One thing that happened. The table is partitioned by month; rows are only ever added."""

    append_only = True

    at = models.DateTimeField()
    kind = models.CharField(max_length=80)
    citizen_id = models.BigIntegerField(null=True)
    actor_id = models.BigIntegerField(null=True)
    data = models.JSONField(default=dict)

    class Meta(TenantModel.Meta):
        # Django knows the shape; the migration makes the partitioned table by hand.
        indexes = [
            models.Index(fields=["municipality", "citizen_id", "-at"], name="events_by_citizen"),
            models.Index(fields=["municipality", "kind", "-at"], name="events_by_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d}"


def month_of(at: datetime) -> str:
    """Return the name of the partition that holds a moment (UTC months)."""
    return f"events_event_{at:%Y_%m}"
