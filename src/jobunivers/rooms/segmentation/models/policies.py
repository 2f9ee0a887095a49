# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which courses there are, and the policy that offers them."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import SharedOrOwnModel, TenantModel


class Course(SharedOrOwnModel):
    """How a course is spoken of; what it holds stands in the policy, with date and decision.

    A kommune's own row with the code of a national one goes before it.
    """

    code = models.CharField(max_length=40)
    name_da = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    description_da = models.TextField()
    description_en = models.TextField()
    changed_at = models.DateTimeField()

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "code"],
                name="a_course_is_described_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Policy(SharedOrOwnModel):
    """Rules, thresholds and ladder, as `science.segmentation.read_policy` reads them.

    A draft until it is activated; from then on the body never changes. In effect is the kommune's
    own activated one with the latest date, else the country's.
    """

    number = models.PositiveIntegerField()
    body = models.JSONField()
    digest = models.CharField(max_length=64)  # of the body: what a dry run was made of
    effective_from = models.DateField()
    decided_by = models.CharField(max_length=200)  # who decided: a committee, a manager
    why = models.TextField()
    written_by_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    activated_at = models.DateTimeField(null=True)
    activated_by_id = models.BigIntegerField(null=True)
    retired_at = models.DateTimeField(null=True)  # taken back: the one before holds again
    retired_by_id = models.BigIntegerField(null=True)

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "number"],
                name="a_policy_has_its_own_number",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="a_policy_is_activated_before_it_is_retired",
                condition=Q(retired_at=None) | Q(activated_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"policy {self.number}"


class DryRun(TenantModel):
    """What a policy would do to today's people: counted, nobody is moved and nobody is named.

    Groups of fewer than five are not told.
    """

    policy_id = models.BigIntegerField()
    digest = models.CharField(max_length=64)  # of the body that was tried
    against_id = models.BigIntegerField()  # the policy that was in effect
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    people = models.PositiveIntegerField()
    moves = models.PositiveIntegerField()
    closer = models.PositiveIntegerField(default=0)  # would be offered closer help
    freer = models.PositiveIntegerField(default=0)
    # [{"from", "to", "people"}], who stays among them, fullest first
    flows = models.JSONField(default=list)
    # [{"dimension", "value", "people", "closer", "freer"}]; null: fewer than five
    groups = models.JSONField(default=list)
    # {"consultant_now", "consultant_then", "capacity"}: people who need one, and room for them
    caseload = models.JSONField(default=dict)
    # [{"from", "to", "rule", "facts", "reasons"}]: a few of those who would move, without name
    examples = models.JSONField(default=list)
    shown_at = models.DateTimeField(null=True)
    shown_to_id = models.BigIntegerField(null=True)

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(fields=["municipality", "policy_id", "-at"], name="dry_runs_by_policy")
        ]

    def __str__(self) -> str:
        return f"dry run #{self.pk}"
