# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import models

from jobunivers.foundation.tenancy.models import TenantModel


class Look(TenantModel):
    """A member of staff looked at a citizen. Only ever added to; the citizen reads it."""

    append_only = True

    citizen_id = models.BigIntegerField()
    viewer_id = models.BigIntegerField()
    viewer_role = models.CharField(max_length=20)
    at = models.DateTimeField()
    part = models.CharField(max_length=60)
    reason = models.CharField(max_length=60)
    note = models.CharField(max_length=200, default="", blank=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="look_has_a_reason", condition=~models.Q(reason="")),
        ]
        indexes = [
            models.Index(fields=["municipality", "citizen_id", "-at"], name="looks_by_citizen"),
            models.Index(fields=["municipality", "viewer_id", "-at"], name="looks_by_viewer"),
        ]

    def __str__(self) -> str:
        return f"#{self.viewer_id} looked at #{self.citizen_id}"
