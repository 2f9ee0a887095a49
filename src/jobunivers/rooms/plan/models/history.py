# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every change of a plan, for ever readable."""

from django.db import models

from jobunivers.foundation.tenancy.models import TenantModel


class About(models.TextChoices):
    """What part of the plan was changed."""

    GOAL = "goal"
    ACTIVITY = "activity"
    AGREEMENT = "agreement"
    REQUIREMENTS = "requirements"


class PlanChange(TenantModel):
    """Who changed what, from what to what, in the words of that day; can only be added to.

    `was` and `now` are {field: text}; days are ISO, states are codes.
    """

    append_only = True

    citizen_id = models.BigIntegerField()
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)  # None: the platform
    about = models.CharField(max_length=12, choices=About.choices)
    row_id = models.BigIntegerField()
    title = models.CharField(max_length=300)
    was = models.JSONField(default=dict)
    now = models.JSONField(default=dict)

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-at", "-id"], name="plan_changes_by_citizen"
            )
        ]

    def __str__(self) -> str:
        return f"plan change #{self.pk}"
