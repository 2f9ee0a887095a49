# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Personal consultants: how many each can help, and whom she helps."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel


class Caseload(TenantModel):
    """What a personal consultant can take on: how many, which languages, and when she is away."""

    staff_id = models.BigIntegerField()
    capacity = models.PositiveSmallIntegerField(default=40)
    languages = ArrayField(models.CharField(max_length=2), default=list)  # besides Danish
    away_from = models.DateField(null=True)
    away_to = models.DateField(null=True)  # the first day she is back
    changed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "staff_id"], name="a_consultant_has_one_caseload"
            ),
            models.CheckConstraint(
                name="a_leave_begins_before_it_ends",
                condition=Q(away_from=None, away_to=None) | Q(away_from__lt=models.F("away_to")),
            ),
        ]

    def __str__(self) -> str:
        return f"caseload of #{self.staff_id}"


class AssignmentWhy(models.TextChoices):
    """Why this consultant."""

    LOAD = "load"  # most room for her
    LANGUAGE = "language"  # speaks her language
    KNOWN = "known"  # helped her before
    LEFT = "left"  # the one before has left
    AWAY = "away"  # the one before is away for long
    CHOSEN = "chosen"  # a person chose


class Assignment(TenantModel):
    """A citizen's personal consultant; the open one has no end."""

    citizen_id = models.BigIntegerField()
    staff_id = models.BigIntegerField()
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=10, choices=AssignmentWhy.choices)
    over_capacity = models.BooleanField(default=False)  # nobody had room
    by_id = models.BigIntegerField(null=True)  # who chose, when a person did

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"],
                condition=Q(ended_at=None),
                name="a_citizen_has_one_consultant",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "staff_id", "ended_at"], name="cases_by_staff")
        ]

    def __str__(self) -> str:
        return f"assignment #{self.pk}"
