# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What will go, as a plan first; then in batches."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel


class PlanState(models.TextChoices):
    """Where a plan stands."""

    WAITING = "waiting"  # for a person to say yes
    APPROVED = "approved"
    DONE = "done"
    REFUSED = "refused"
    LAPSED = "lapsed"  # nobody answered, or what it was made of is too old


OPEN = (PlanState.WAITING, PlanState.APPROVED)


class Plan(TenantModel):
    """A dry run: what would go today, counted; nothing goes by it before it is approved."""

    made_at = models.DateTimeField()
    made_by_id = models.BigIntegerField(null=True)  # None: the night's own
    state = models.CharField(max_length=10, choices=PlanState.choices)
    people = models.PositiveIntegerField(default=0)
    aged = models.PositiveBigIntegerField(default=0)  # rows that are too old by themselves
    needs_second = models.BooleanField(default=True)
    decided_at = models.DateTimeField(null=True)
    decided_by_id = models.BigIntegerField(null=True)
    why = models.CharField(max_length=500, default="", blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality"],
                condition=Q(state__in=["waiting", "approved"]),
                name="a_kommune_has_one_plan_open_at_a_time",
            ),
            models.CheckConstraint(
                name="whoever_asks_for_a_plan_is_not_the_second_person",
                condition=Q(needs_second=False)
                | ~Q(state__in=["approved", "done"])
                | Q(decided_by_id__isnull=False)
                & (Q(made_by_id=None) | ~Q(decided_by_id=models.F("made_by_id"))),
            ),
        ]

    def __str__(self) -> str:
        return f"plan {self.pk}"


class PlanLine(TenantModel):
    """What a plan takes from one model: counts, and the oldest and newest month of it."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="lines")
    label = models.CharField(max_length=80)
    code = models.CharField(max_length=40)
    anonymises = models.BooleanField()
    rows = models.PositiveBigIntegerField()
    oldest = models.CharField(max_length=7, default="", blank=True)  # "2021-03"
    newest = models.CharField(max_length=7, default="", blank=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "label", "code"], name="a_plan_has_one_line_for_a_model_and_rule"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.rows}"


class BatchState(models.TextChoices):
    """Where a batch stands."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"  # taken back whole; tried again next night


class Batch(TenantModel):
    """A piece of a plan that is done whole or not at all."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="batches")
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=40)  # a retention, `END`, `LEFT`
    label = models.CharField(max_length=80, default="", blank=True)  # a model whose old rows go
    state = models.CharField(max_length=10, choices=BatchState.choices, default="waiting")
    people = models.PositiveIntegerField(default=0)
    left_out = models.PositiveIntegerField(default=0)  # held, back again, or not told in time
    tries = models.PositiveSmallIntegerField(default=0)
    failed_why = models.CharField(max_length=300, default="", blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "number"], name="batches_of_a_plan_are_numbered"
            ),
        ]

    def __str__(self) -> str:
        return f"batch {self.pk}"


class Member(TenantModel):
    """A person of a batch; the row goes with the batch's end."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="members")
    person_id = models.BigIntegerField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "person_id"], name="a_batch_names_a_person_once"
            )
        ]

    def __str__(self) -> str:
        return f"member {self.pk}"
