# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules by which something is sent when it becomes true of somebody.

A rule has versions. One may be live; what is written beside it goes live when it has been tested as
it stands, and agreed to by a second person where it reaches many.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.rooms.outreach.models.pushes import Push, What


class TriggerState(models.TextChoices):
    """Whether a rule sends."""

    DRAFT = "draft"  # has never been live
    LIVE = "live"
    PAUSED = "paused"
    ENDED = "ended"


class Trigger(TenantModel):
    """A rule: who answers for it, and which version sends."""

    name = models.CharField(max_length=120)
    owner_id = models.BigIntegerField()
    state = models.CharField(max_length=6, choices=TriggerState.choices, default=TriggerState.DRAFT)
    live = models.ForeignKey("TriggerVersion", models.PROTECT, null=True, related_name="+")
    # Written, and not live yet; None: nothing is being changed.
    draft = models.ForeignKey("TriggerVersion", models.PROTECT, null=True, related_name="+")
    paused_why = models.CharField(max_length=20, default="", blank=True)
    paused_at = models.DateTimeField(null=True)
    paused_by_id = models.BigIntegerField(null=True)  # None: the platform
    ran_at = models.DateTimeField(null=True)
    key = models.CharField(max_length=40, default="", blank=True)  # of the form that made it
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "owner_id", "key"],
                condition=~Q(key=""),
                name="a_form_makes_one_trigger",
            ),
            models.CheckConstraint(
                name="a_live_trigger_has_a_live_version",
                condition=~Q(state="live") | Q(live__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "id"], name="triggers_that_send", condition=Q(state="live")
            ),
        ]

    def __str__(self) -> str:
        return f"trigger #{self.pk} {self.state}"


class TriggerVersion(TenantModel):
    """What a rule asks and sends: who wrote it, why, who agreed, and when it was live.

    `conditions` are data: [{"code": "out_of_work", "months": 6}, …]; all of them must hold.
    """

    trigger = models.ForeignKey(Trigger, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    conditions = models.JSONField(default=list)
    what = models.CharField(max_length=8, choices=What.choices)
    thing = models.CharField(max_length=80, default="", blank=True)
    title = models.CharField(max_length=200)
    path = models.CharField(max_length=2000, default="", blank=True)
    words = models.CharField(max_length=1000, default="", blank=True)
    because = models.CharField(max_length=200)
    cool_days = models.PositiveSmallIntegerField(default=90)  # between two to the same person
    per_day = models.PositiveSmallIntegerField(default=100)
    from_now = models.BooleanField(default=True)  # not to those of whom it is true already
    # Per cent of those it chooses who get nothing, each by her own lot; the rest is compared with.
    held_out = models.PositiveSmallIntegerField(default=0, db_default=0)
    why = models.CharField(max_length=500, default="", blank=True)
    digest = models.CharField(max_length=64)  # of all that a test depends on
    made_by_id = models.BigIntegerField()
    made_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    submitted_by_id = models.BigIntegerField(null=True)
    rule = models.PositiveIntegerField(null=True)  # number of the approval rule it went under
    approved_at = models.DateTimeField(null=True)
    approved_by_id = models.BigIntegerField(null=True)
    refused_why = models.CharField(max_length=500, default="", blank=True)
    refused_by_id = models.BigIntegerField(null=True)
    live_from = models.DateTimeField(null=True)
    live_to = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "trigger", "number"],
                name="versions_of_a_trigger_are_numbered",
            ),
            models.CheckConstraint(
                name="nobody_approves_the_trigger_she_wrote",
                condition=Q(approved_by_id=None)
                | (
                    ~Q(approved_by_id=models.F("made_by_id"))
                    & ~Q(approved_by_id=models.F("submitted_by_id"))
                ),
            ),
            models.CheckConstraint(
                name="a_trigger_that_was_live_says_why",
                condition=Q(live_from=None) | ~Q(why=""),
            ),
            models.CheckConstraint(
                name="a_trigger_sends_at_least_one_a_day", condition=Q(per_day__gte=1)
            ),
            models.CheckConstraint(
                name="a_trigger_holds_out_half_at_most", condition=Q(held_out__lte=50)
            ),
        ]

    def __str__(self) -> str:
        return f"trigger #{self.trigger_id} version {self.number}"


class TriggerTest(TenantModel):
    """Whom a version would have reached, had it been live that day: nothing was sent."""

    append_only = True

    # A log outlives what it tells of: no constraint of the database holds the one to the other.
    trigger_version = models.ForeignKey(
        TriggerVersion, models.PROTECT, related_name="tests", db_constraint=False
    )
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    by_id = models.BigIntegerField()
    seekers = models.PositiveIntegerField()  # out of work and active here that day
    fits = models.PositiveIntegerField()
    reached = models.PositiveIntegerField()
    week = models.PositiveIntegerField()  # of them, came to fit in the last 7 days
    month = models.PositiveIntegerField()  # … in the last 30 days
    held = models.JSONField(default=dict)  # reason → people
    courses = models.JSONField(default=dict)  # code → people reached
    examples = ArrayField(models.BigIntegerField(), default=list)

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(
                fields=["municipality", "trigger_version", "-id"], name="tests_of_a_trigger"
            ),
        ]

    def __str__(self) -> str:
        return f"test of version #{self.trigger_version_id}"


class TriggerHit(TenantModel):
    """A decision of a rule: this version chose her, for this occasion, by these facts.

    `held_out`: her lot was to get nothing all the same, so that what comes of the rule is known.
    """

    append_only = True

    trigger = models.ForeignKey(Trigger, models.PROTECT, related_name="hits", db_constraint=False)
    trigger_version = models.ForeignKey(
        TriggerVersion, models.PROTECT, related_name="hits", db_constraint=False
    )
    citizen_id = models.BigIntegerField()
    occurrence = models.CharField(max_length=300)
    facts = models.JSONField(default=list)  # in the order of the version's conditions
    push = models.ForeignKey(Push, models.PROTECT, related_name="hits", db_constraint=False)
    held_out = models.BooleanField(default=False, db_default=False)
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "trigger", "citizen_id", "occurrence"],
                name="a_trigger_reaches_her_once_for_an_occurrence",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "citizen_id", "-at"], name="hits_by_citizen"),
            models.Index(fields=["municipality", "trigger", "-at"], name="hits_by_trigger"),
            models.Index(fields=["municipality", "push", "citizen_id"], name="hits_by_push"),
        ]

    def __str__(self) -> str:
        return f"hit #{self.pk} of trigger #{self.trigger_id}"


class NoTrigger(TenantModel):
    """She has said that she wants nothing by this rule."""

    citizen_id = models.BigIntegerField()
    trigger = models.ForeignKey(Trigger, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "trigger"],
                name="she_says_no_to_a_trigger_once",
            ),
        ]

    def __str__(self) -> str:
        return f"no trigger #{self.trigger_id}"


class TriggerOrder(TenantModel):
    """Which rule goes first for a course when somebody may get one only; the newest holds.

    `course` "": where no order of the course's own stands.
    """

    append_only = True

    course = models.CharField(max_length=40, default="", blank=True)
    triggers = ArrayField(models.BigIntegerField(), default=list)
    rest_days = models.PositiveSmallIntegerField(default=7)  # between two by whatever rules
    by_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(fields=["municipality", "course", "-id"], name="orders_of_a_course"),
        ]

    def __str__(self) -> str:
        return f"order of course {self.course}"
