# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How well she gets along with digital things, by her own account, and what help she wants."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel


class Level(models.TextChoices):
    """What the answers of the self-test add up to."""

    ALONE = "alone"
    SOME_HELP = "some_help"
    TOGETHER = "together"


class Wished(models.TextChoices):
    """How she wants to go through her time out of work."""

    SELF = "self"
    TOGETHER = "together"
    IN_PERSON = "in_person"


class SelfTest(TenantModel):
    """One filling-in of the self-test; the current one has not been replaced."""

    citizen_id = models.BigIntegerField()
    at = models.DateTimeField()
    actor_id = models.BigIntegerField()  # she, or who helped her at the counter
    version = models.CharField(max_length=20)
    answers = models.JSONField(default=dict)  # question → points of the answer; skipped: absent
    score = models.FloatField(null=True)  # 0–1; None when she skipped every question
    level = models.CharField(max_length=10, choices=Level.choices, default="", blank=True)
    replaced_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"],
                condition=Q(replaced_at=None),
                name="a_citizen_has_one_current_self_test",
            ),
            models.CheckConstraint(
                name="readiness_is_between_0_and_1",
                condition=Q(score=None) | Q(score__gte=0, score__lte=1),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "citizen_id"], name="self_tests_by_citizen")
        ]

    def __str__(self) -> str:
        return f"self-test #{self.pk}"


class OwnWish(TenantModel):
    """How she wants to be helped; the current wish has not been replaced."""

    citizen_id = models.BigIntegerField()
    at = models.DateTimeField()
    actor_id = models.BigIntegerField()
    version = models.CharField(max_length=20)
    wish = models.CharField(max_length=10, choices=Wished.choices)
    replaced_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"],
                condition=Q(replaced_at=None),
                name="a_citizen_has_one_current_own_wish",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "citizen_id"], name="own_wishes_by_citizen")
        ]

    def __str__(self) -> str:
        return f"own wish #{self.pk}"
