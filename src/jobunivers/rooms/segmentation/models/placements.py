# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where each citizen is, every move with what it was made of, and what people said to it."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantModel


class Placement(TenantModel):
    """The course a citizen is offered now, and what the ladder remembers of her.

    `reasons` is a list of {"fact", "is", "value", "was"}: the conditions that held.
    """

    citizen_id = models.BigIntegerField()
    course = models.CharField(max_length=40)
    rule = models.CharField(max_length=40)  # "default" when no rule held
    step = models.PositiveSmallIntegerField(default=0)  # 0: not on the ladder
    since = models.DateTimeField()  # in this course
    # The day of the last move of course or step, for the cool-down; None: only ever placed.
    moved_on = models.DateField(null=True)
    # What she had said of herself when last looked at: her wish, how she gets along digitally.
    wish = models.FloatField(null=True)
    readiness = models.FloatField(null=True)
    policy_id = models.BigIntegerField()
    chance26 = models.FloatField(null=True)
    chance52 = models.FloatField(null=True)
    model = models.CharField(max_length=60, default="", blank=True)
    reasons = models.JSONField(default=list)
    computed_at = models.DateTimeField()  # when anything here last changed

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"], name="a_citizen_has_one_placement"
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "course", "citizen_id"], name="people_by_course")
        ]

    def __str__(self) -> str:
        return f"placement #{self.pk}"


class MoveKind(models.TextChoices):
    """What made a move."""

    FIRST = "first"  # placed for the first time
    RULE = "rule"  # a rule holds that did not, or no longer
    STEP = "step"  # a step of the ladder towards closer help
    BACK = "back"  # activity led a step back
    WISH = "wish"  # she has said something else of what she wants or how she gets along
    POLICY = "policy"  # another policy has taken effect
    OVERRIDE = "override"  # a member of staff chose
    OVERRIDE_ENDED = "override_ended"
    LEFT = "left"  # no longer out of work


class Move(TenantModel):
    """A decision of the log: from where to where, and everything needed to make it again.

    `inputs` holds the facts as they were ({code: number or null}) and what the ladder remembered.
    """

    append_only = True

    citizen_id = models.BigIntegerField()
    at = models.DateTimeField()
    kind = models.CharField(max_length=16, choices=MoveKind.choices)
    from_course = models.CharField(max_length=40, default="", blank=True)
    to_course = models.CharField(max_length=40, default="", blank=True)
    from_step = models.PositiveSmallIntegerField(default=0)
    to_step = models.PositiveSmallIntegerField(default=0)
    rule = models.CharField(max_length=40, default="", blank=True)
    policy_id = models.BigIntegerField()
    model = models.CharField(max_length=60, default="", blank=True)  # of the chances
    inputs = models.JSONField(default=dict)
    reasons = models.JSONField(default=list)
    actor_id = models.BigIntegerField(null=True)  # who chose, when a person did

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(fields=["municipality", "citizen_id", "-at"], name="moves_by_citizen"),
            models.Index(fields=["municipality", "-at"], name="moves_by_time"),
        ]

    def __str__(self) -> str:
        return f"move #{self.pk}"


class Override(TenantModel):
    """A member of staff chose another course for her, for a while and with a reason."""

    citizen_id = models.BigIntegerField()
    course = models.CharField(max_length=40)
    reason = EncryptedTextField()
    by_id = models.BigIntegerField()
    at = models.DateTimeField()
    until = models.DateField()  # the first day it no longer holds
    ended_at = models.DateTimeField(null=True)
    ended_by_id = models.BigIntegerField(null=True)  # None: its time was up

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"],
                condition=Q(ended_at=None),
                name="one_override_holds_for_a_citizen",
            ),
            models.CheckConstraint(name="an_override_says_why", condition=~Q(reason="")),
        ]
        indexes = [
            models.Index(fields=["municipality", "citizen_id", "-at"], name="overrides_by_citizen")
        ]

    def __str__(self) -> str:
        return f"override #{self.pk}"


class ObjectionKind(models.TextChoices):
    """What she objects to."""

    FACTS_WRONG = "facts_wrong"
    OTHER_COURSE = "other_course"
    NO_THANKS = "no_thanks"  # to closer help
    PERSON = "person"  # she wants a person to look at it


class ObjectionOutcome(models.TextChoices):
    """What came of an objection."""

    AGREED = "agreed"
    KEPT = "kept"
    TAKEN_BACK = "taken_back"  # she took it back herself


class Objection(TenantModel):
    """She says no to where she was placed: a task with a date for a named person."""

    citizen_id = models.BigIntegerField()
    course = models.CharField(max_length=40)  # the one she objects to
    move_id = models.BigIntegerField(null=True)
    kind = models.CharField(
        max_length=12, choices=ObjectionKind.choices, default=ObjectionKind.PERSON
    )
    words = EncryptedTextField()
    wished_course = models.CharField(max_length=40, default="", blank=True)
    at = models.DateTimeField()
    due_on = models.DateField()
    responsible_id = models.BigIntegerField(null=True)  # None: the kommune has nobody yet
    answered_by_id = models.BigIntegerField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = EncryptedTextField(default="", blank=True)
    outcome = models.CharField(
        max_length=12, choices=ObjectionOutcome.choices, default="", blank=True
    )

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"],
                condition=Q(answered_at=None),
                name="a_citizen_has_one_open_objection",
            ),
            models.CheckConstraint(
                name="an_answer_has_an_outcome_and_a_time",
                condition=Q(answered_at=None, outcome="")
                | (Q(answered_at__isnull=False) & ~Q(outcome="")),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "due_on"], name="objections_by_due_day"),
            models.Index(fields=["municipality", "citizen_id"], name="objections_by_citizen"),
        ]

    def __str__(self) -> str:
        return f"objection #{self.pk}"


class FlowDay(TenantModel):
    """How many went from one course to another on a day; who stayed has the same in both.

    An empty `from_course` is somebody new, an empty `to_course` somebody who left.
    """

    day = models.DateField()
    from_course = models.CharField(max_length=40, default="", blank=True)
    to_course = models.CharField(max_length=40, default="", blank=True)
    people = models.PositiveIntegerField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "day", "from_course", "to_course"],
                name="a_flow_is_counted_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"flow of {self.day}"
