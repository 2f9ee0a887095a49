# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Models of how soon people find work, learned from a kommune's own history."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel


class ChanceModel(TenantModel):
    """One learned model with what was measured of it; at most one is in use.

    What was refused can be read and never used. `quality` holds figures of groups, not of people.
    """

    version = models.CharField(max_length=40)
    content = models.BinaryField()  # science.chances.save
    quality = models.JSONField()
    refused_because = models.JSONField(default=list)  # science.chances.Refusal, one each
    trained_at = models.DateTimeField()
    history_from = models.DateField(null=True)  # None: each time from when it was told
    spells = models.PositiveIntegerField()
    activated_at = models.DateTimeField(null=True)
    activated_by = models.CharField(max_length=120, default="", blank=True)
    why = models.TextField(default="", blank=True)
    retired_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "version"], name="a_chance_model_has_its_own_version"
            ),
            models.UniqueConstraint(
                fields=["municipality"],
                condition=Q(activated_at__isnull=False, retired_at=None),
                name="one_chance_model_is_in_use",
            ),
            models.CheckConstraint(
                condition=Q(activated_at=None) | Q(refused_because=[]),
                name="a_refused_chance_model_is_not_used",
            ),
            models.CheckConstraint(
                condition=Q(activated_at=None) | ~Q(activated_by=""),
                name="somebody_takes_a_chance_model_into_use",
            ),
            models.CheckConstraint(
                condition=Q(retired_at=None) | Q(activated_at__isnull=False),
                name="a_chance_model_is_used_before_it_is_retired",
            ),
        ]

    def __str__(self) -> str:
        return self.version
