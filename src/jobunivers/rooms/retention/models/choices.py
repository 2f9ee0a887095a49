# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a kommune has chosen: days, sizes and budgets, each as a decision with its date."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel


class Choice(TenantModel):
    """One decision of the kommune about a number; the newest that is in force counts."""

    append_only = True

    code = models.CharField(max_length=40)  # "days:journey", "people_above", …
    value = models.PositiveIntegerField()
    from_on = models.DateField()  # the first day it holds
    reason = models.CharField(max_length=500)
    by_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_choice_of_retention_has_a_reason", condition=~Q(reason="")
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "code", "-from_on", "-id"], name="choices_by_code"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} = {self.value}"
