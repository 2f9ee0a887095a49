# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Personal consultants: how many each can help, whom she helps, and who stands in for her."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from jobunivers.foundation.tenancy.models import TenantModel


class Caseload(TenantModel):
    """What a personal consultant can take on: how many, and in which languages."""

    staff_id = models.BigIntegerField()
    capacity = models.PositiveSmallIntegerField(default=40)
    languages = ArrayField(models.CharField(max_length=2), default=list)  # besides Danish
    changed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "staff_id"], name="a_consultant_has_one_caseload"
            ),
        ]

    def __str__(self) -> str:
        return f"caseload of #{self.staff_id}"


class Leave(TenantModel):
    """Days on which a member of staff is away, and who helps her citizens meanwhile.

    Why she is away is kept nowhere. Who stands in sees her citizens from the first day to the
    last; then they are hers alone again, by the dates and without anybody's doing.
    """

    staff_id = models.BigIntegerField()
    away_from = models.DateField()
    away_to = models.DateField()  # the first day she is back
    substitute_id = models.BigIntegerField(null=True)
    by_id = models.BigIntegerField(null=True)  # who planned it
    made_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)  # her citizens were told who helps them
    version = models.PositiveIntegerField(default=1)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_leave_begins_before_it_is_over", condition=Q(away_from__lt=F("away_to"))
            ),
            models.CheckConstraint(
                name="nobody_stands_in_for_herself",
                condition=Q(substitute_id=None) | ~Q(substitute_id=F("staff_id")),
            ),
            # A range of one number stands for the number, so that no extension is needed.
            ExclusionConstraint(
                name="leaves_of_one_do_not_overlap",
                expressions=[
                    (
                        Func(F("staff_id"), F("staff_id"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(F("away_from"), F("away_to"), function="daterange"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(cancelled_at=None),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "substitute_id", "away_to"], name="leaves_by_sub"),
            models.Index(fields=["municipality", "staff_id", "away_to"], name="leaves_by_staff"),
        ]

    def __str__(self) -> str:
        return f"leave of #{self.staff_id}"


class HandOver(TenantModel):
    """Citizens handed from one consultant to others by a manager, and what was proposed to her.

    `proposed` is {citizen: consultant}: the proposal stands beside what was decided, which is the
    assignments that point here.
    """

    from_id = models.BigIntegerField()
    by_id = models.BigIntegerField()
    at = models.DateTimeField()
    reason = models.CharField(max_length=300)
    proposed = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True)
    undone_by_id = models.BigIntegerField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="a_hand_over_has_its_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="somebody_takes_a_hand_over_back",
                condition=Q(undone_at=None, undone_by_id=None)
                | Q(undone_at__isnull=False, undone_by_id__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["municipality", "-at"], name="hand_overs_by_time")]

    def __str__(self) -> str:
        return f"hand-over #{self.pk}"


class AssignmentWhy(models.TextChoices):
    """Why this consultant."""

    LOAD = "load"  # most room for her
    LANGUAGE = "language"  # speaks her language
    KNOWN = "known"  # helped her before
    LEFT = "left"  # the one before has left
    AWAY = "away"  # the one before is away for long
    CHOSEN = "chosen"  # a person chose
    SPREAD = "spread"  # a manager spread the load more evenly
    BACK = "back"  # a hand-over was taken back


class Assignment(TenantModel):
    """A citizen's personal consultant; the open one has no end."""

    citizen_id = models.BigIntegerField()
    staff_id = models.BigIntegerField()
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=10, choices=AssignmentWhy.choices)
    over_capacity = models.BooleanField(default=False)  # nobody had room
    by_id = models.BigIntegerField(null=True)  # who chose, when a person did
    hand_over = models.ForeignKey(HandOver, models.PROTECT, null=True, related_name="given")

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"],
                condition=Q(ended_at=None),
                name="a_citizen_has_one_consultant",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "staff_id", "ended_at"], name="cases_by_staff"),
            models.Index(fields=["municipality", "citizen_id"], name="consultants_by_citizen"),
        ]

    def __str__(self) -> str:
        return f"assignment #{self.pk}"
