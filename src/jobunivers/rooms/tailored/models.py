# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Prepared recommendations: what is shown is what was computed, with its reasons."""

from django.db import models

from jobunivers.foundation.tenancy.models import TenantModel


class RecommendationRun(TenantModel):
    """One computation for one citizen: inputs, model version and outcome can be looked up again."""

    citizen_id = models.BigIntegerField()
    profile_version = models.PositiveIntegerField()
    model = models.CharField(max_length=40)
    inputs = models.JSONField()  # ids and numbers the model saw; no free text
    considered = models.PositiveIntegerField()
    excluded = models.JSONField(default=dict)  # reason → how many
    computed_at = models.DateTimeField()
    current = models.BooleanField(default=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"],
                name="a_citizen_has_one_current_recommendation_run",
                condition=models.Q(current=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-computed_at"], name="runs_by_citizen"
            ),
        ]

    def __str__(self) -> str:
        return f"recommendation run #{self.pk}"


class Recommendation(TenantModel):
    """One advertisement recommended to one citizen, with reasons that add up to its score."""

    run = models.ForeignKey(RecommendationRun, models.CASCADE, related_name="recommendations")
    citizen_id = models.BigIntegerField()
    vacancy_id = models.BigIntegerField()
    rank = models.PositiveSmallIntegerField()
    score = models.FloatField()  # 0 … 1
    reasons = models.JSONField()  # [{"code", "weight", "facts"}], largest first

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["run", "vacancy_id"], name="recommended_once_per_run"),
        ]
        indexes = [models.Index(fields=["run", "rank"], name="recommendations_in_order")]

    def __str__(self) -> str:
        return f"recommendation #{self.pk}"
