# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What has been given to research, to whom and why."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel


class ReleaseKind(models.TextChoices):
    """In which form data leaves."""

    ROWS = "rows"  # rows, each like k others
    COUNTS = "counts"  # counts with noise


class ReleaseState(models.TextChoices):
    """Where a release stands."""

    ASKED = "asked"
    MADE = "made"
    REFUSED = "refused"


class Release(TenantModel):
    """A table for research: asked for by one person, approved by another, made once."""

    kind = models.CharField(max_length=8, choices=ReleaseKind.choices)
    state = models.CharField(max_length=8, choices=ReleaseState.choices, default="asked")
    columns = ArrayField(models.CharField(max_length=30))
    sensitive = models.CharField(max_length=30, default="", blank=True)
    k = models.PositiveSmallIntegerField()
    diversity = models.PositiveSmallIntegerField(default=1)
    epsilon_thousandths = models.PositiveIntegerField(default=0)
    purpose = models.CharField(max_length=500)
    recipient = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    asked_by_id = models.BigIntegerField()
    decided_at = models.DateTimeField(null=True)
    decided_by_id = models.BigIntegerField(null=True)
    refused_why = models.CharField(max_length=500, default="", blank=True)
    year = models.PositiveSmallIntegerField(null=True)  # whose budget it has used
    rows_in = models.PositiveIntegerField(default=0)
    rows_out = models.PositiveIntegerField(default=0)
    report = models.JSONField(default=dict, blank=True)
    table = models.TextField(default="", blank=True)  # CSV, as it was made
    sha256 = models.CharField(max_length=64, default="", blank=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_release_is_approved_by_somebody_else",
                condition=Q(state="asked")
                | Q(decided_by_id__isnull=False) & ~Q(decided_by_id=models.F("asked_by_id")),
            ),
            models.CheckConstraint(
                name="a_release_says_what_for_and_to_whom",
                condition=~Q(purpose="") & ~Q(recipient=""),
            ),
            models.CheckConstraint(
                name="a_row_given_to_research_is_like_at_least_nine_others",
                condition=Q(kind="counts") | Q(k__gte=10),
            ),
        ]

    def __str__(self) -> str:
        return f"release {self.pk}"
