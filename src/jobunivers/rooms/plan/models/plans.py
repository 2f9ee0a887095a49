# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Goals in her own words, and the activities that lead there."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import models
from django.db.models import F, Q

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantModel


class MadeBy(models.TextChoices):
    """Who put something into the plan."""

    CITIZEN = "citizen"
    STAFF = "staff"
    PLATFORM = "platform"


class GoalState(models.TextChoices):
    """What became of a goal."""

    OPEN = "open"
    REACHED = "reached"
    LEFT = "left"  # she wants something else now


class Goal(TenantModel):
    """What she wants, in her own words."""

    citizen_id = models.BigIntegerField()
    words = models.CharField(max_length=300)
    occupation_uri = models.CharField(max_length=200, default="", blank=True)
    by_on = models.DateField(null=True)
    state = models.CharField(max_length=8, choices=GoalState.choices, default=GoalState.OPEN)
    closed_on = models.DateField(null=True)
    order = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_goal_that_is_no_longer_open_has_its_day",
                condition=Q(state="open", closed_on=None)
                | (~Q(state="open") & Q(closed_on__isnull=False)),
            ),
            models.CheckConstraint(name="a_goal_has_words", condition=~Q(words="")),
        ]
        indexes = [
            models.Index(fields=["municipality", "citizen_id", "order"], name="goals_by_citizen")
        ]

    def __str__(self) -> str:
        return f"goal #{self.pk}"


class ActivityKind(models.TextChoices):
    """What kind of activity it is."""

    APPLY = "apply"
    TALK = "talk"
    COURSE = "course"
    INTERNSHIP = "internship"
    NETWORK = "network"
    OWN = "own"


class ActivityState(models.TextChoices):
    """How far an activity has come; `NEXT_STATES` says what may follow."""

    SUGGESTED = "suggested"
    PLANNED = "planned"
    BEGUN = "begun"
    DONE = "done"
    DROPPED = "dropped"
    DECLINED = "declined"


_S = ActivityState
NEXT_STATES: Mapping[ActivityState, frozenset[ActivityState]] = MappingProxyType(
    {
        _S.SUGGESTED: frozenset({_S.PLANNED, _S.BEGUN, _S.DONE, _S.DECLINED}),
        _S.PLANNED: frozenset({_S.BEGUN, _S.DONE, _S.DROPPED}),
        _S.BEGUN: frozenset({_S.PLANNED, _S.DONE, _S.DROPPED}),
        _S.DONE: frozenset({_S.PLANNED, _S.BEGUN}),
        _S.DROPPED: frozenset({_S.PLANNED}),
        _S.DECLINED: frozenset({_S.PLANNED}),
    }
)
AHEAD = (_S.PLANNED, _S.BEGUN)  # what she is about to do or doing
ASIDE = (_S.DROPPED, _S.DECLINED)  # kept, and to be taken up again


class Activity(TenantModel):
    """Something to do: hers, suggested by the platform, or proposed by staff.

    It may point at a thing of another room and keeps that thing's name of the day, so that what
    goes away there takes nothing from her plan. `key` names the occasion of a suggestion. The
    platform's own words (`title` and `why` while it is a suggestion) are Danish source texts,
    shown in the reader's language; “{thing}” in them is the name of the thing.
    """

    citizen_id = models.BigIntegerField()
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=12, choices=ActivityKind.choices, default=ActivityKind.OWN)
    title = models.CharField(max_length=300)
    note = EncryptedTextField(default="", blank=True)
    day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    place = models.CharField(max_length=150, default="", blank=True)
    state = models.CharField(
        max_length=10, choices=ActivityState.choices, default=ActivityState.SUGGESTED
    )
    done_on = models.DateField(null=True)
    made_by = models.CharField(max_length=8, choices=MadeBy.choices, default=MadeBy.CITIZEN)
    made_by_id = models.BigIntegerField(null=True)  # None: the platform
    why = models.CharField(max_length=500, default="", blank=True)
    key = models.CharField(max_length=80, default="", blank=True)
    thing_kind = models.CharField(max_length=20, default="", blank=True)
    thing_id = models.BigIntegerField(null=True)
    thing_title = models.CharField(max_length=300, default="", blank=True)
    order = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="an_activity_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="an_activity_ends_after_it_begins",
                condition=Q(last_day=None) | Q(day__isnull=False, last_day__gte=F("day")),
            ),
            models.CheckConstraint(
                name="an_activity_at_a_time_has_a_day_and_ends_after_it_begins",
                condition=Q(starts_at=None, ends_at=None)
                | Q(day__isnull=False, starts_at__isnull=False, ends_at__gt=F("starts_at")),
            ),
            models.CheckConstraint(
                name="an_activity_that_is_done_has_its_day",
                condition=Q(state="done", done_on__isnull=False)
                | (~Q(state="done") & Q(done_on=None)),
            ),
            models.CheckConstraint(
                name="an_activity_points_at_a_whole_thing_or_at_none",
                condition=Q(thing_kind="", thing_id=None)
                | (~Q(thing_kind="") & Q(thing_id__isnull=False)),
            ),
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "key"],
                condition=~Q(key=""),
                name="a_suggestion_is_made_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "state", "day"], name="activities_by_citizen"
            ),
            models.Index(fields=["municipality", "citizen_id", "day"], name="activities_by_day"),
            models.Index(
                fields=["municipality", "citizen_id", "thing_kind", "thing_id"],
                name="activities_by_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"activity #{self.pk}"
