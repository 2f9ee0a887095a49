# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody should look at: points, what became of them, and how a kommune uses the rules."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.science.attention import Owner


class AttentionTuning(TenantModel):
    """How the kommune uses the rules from a day on: versioned, dated, decided by somebody.

    `body` is {code: {"on", "days", "cool_down"}}. In effect is the newest whose day has come.
    """

    append_only = True

    number = models.PositiveIntegerField()
    body = models.JSONField(default=dict)
    effective_from = models.DateField()
    decided_by = models.CharField(max_length=200)
    why = models.TextField()
    written_by_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "number"], name="a_tuning_has_its_own_number"
            ),
            models.CheckConstraint(
                name="a_tuning_says_who_decided_and_why",
                condition=~Q(decided_by="") & ~Q(why=""),
            ),
        ]

    def __str__(self) -> str:
        return f"tuning {self.number}"


class PointState(models.TextChoices):
    """What became of a point."""

    OPEN = "open"
    POSTPONED = "postponed"
    SOLVED = "solved"
    WRONG = "wrong"
    CLOSED = "closed"  # by itself: the rule holds no more


WAITING = (PointState.OPEN, PointState.POSTPONED)


class Wrong(models.TextChoices):
    """Why a point was wrong; the words are in `queries/attention_words.py`."""

    FACTS = "facts"
    KNOWN = "known"
    NOT_NEEDED = "not_needed"
    OTHER = "other"


class AttentionPoint(TenantModel):
    """A rule held for a citizen: why, whose turn it is, and what became of it.

    `facts` are {name: number or ISO day}: those that made it hold. Days go on being counted from
    `facts_on` when shown, so that nothing is written anew each night.
    `tuning` is the number of the kommune's tuning, 0 for the rules as they are.
    """

    citizen_id = models.BigIntegerField()
    code = models.CharField(max_length=20)
    rules = models.CharField(max_length=20)  # the version of the rules
    tuning = models.PositiveIntegerField(default=0)
    facts = models.JSONField(default=dict)
    facts_on = models.DateField()  # the day they were counted
    owner = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Owner])
    state = models.CharField(max_length=10, choices=PointState.choices, default=PointState.OPEN)
    opened_at = models.DateTimeField()
    until = models.DateField(null=True)  # postponed: the day it comes again
    closed_at = models.DateTimeField(null=True)
    closed_by_id = models.BigIntegerField(null=True)  # None: by itself
    how = models.CharField(max_length=20, default="", blank=True)
    note = EncryptedTextField(max_length=300, default="", blank=True)
    objected_at = models.DateTimeField(null=True)  # she says that it does not fit
    objection = EncryptedTextField(max_length=500, default="", blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "code"],
                condition=Q(state__in=["open", "postponed"]),
                name="a_rule_waits_once_for_a_citizen",
            ),
            models.CheckConstraint(
                name="a_point_that_is_over_has_its_time",
                condition=Q(state__in=["open", "postponed"], closed_at=None)
                | (~Q(state__in=["open", "postponed"]) & Q(closed_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="a_postponed_point_has_its_day",
                condition=Q(state="postponed", until__isnull=False)
                | (~Q(state="postponed") & Q(until=None)),
            ),
            models.CheckConstraint(
                name="a_wrong_point_says_why", condition=~Q(state="wrong", how="")
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "owner", "opened_at", "id"],
                condition=Q(state__in=["open", "postponed"]),
                name="points_that_wait",
            ),
            # How many of each kind wait, and for whom longest, is read here, without the rows.
            models.Index(
                fields=["municipality", "owner", "code"],
                include=["citizen_id", "state", "until", "opened_at"],
                condition=Q(state__in=["open", "postponed"]),
                name="waiting_points_by_kind",
            ),
            models.Index(
                fields=["municipality", "citizen_id", "-opened_at"], name="points_by_citizen"
            ),
            models.Index(fields=["municipality", "-closed_at"], name="points_by_end"),
        ]

    def __str__(self) -> str:
        return f"point #{self.pk} {self.code}"


class AttentionDecision(TenantModel):
    """The log: what happened to a point, by which rules and which facts; only ever added to."""

    append_only = True

    point_id = models.BigIntegerField()
    citizen_id = models.BigIntegerField()
    code = models.CharField(max_length=20)
    at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=PointState.choices)
    how = models.CharField(max_length=20, default="", blank=True)
    rules = models.CharField(max_length=20)
    tuning = models.PositiveIntegerField(default=0)
    facts = models.JSONField(default=dict)
    # When a rule opened it: everything the rules saw of her that day, so that it can be made again.
    inputs = models.JSONField(default=dict, db_default={})
    actor_id = models.BigIntegerField(null=True)  # None: the rules

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-at"], name="attention_log_by_citizen"
            ),
        ]

    def __str__(self) -> str:
        return f"decision #{self.pk}"
