# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff send to many: what, to whom, when, who agreed, and who got it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel


class What(models.TextChoices):
    """What is sent."""

    JOB = "job"
    SEARCH = "search"  # a search of jobs
    LESSON = "lesson"
    OFFER = "offer"  # anything of the marketplace
    PAGE = "page"  # a page or tool of the platform
    MESSAGE = "message"  # the sender's words alone


class State(models.TextChoices):
    """How far a push has come."""

    DRAFT = "draft"
    WAITING = "waiting"  # for a second person
    SCHEDULED = "scheduled"  # agreed; goes at its time
    SENDING = "sending"
    SENT = "sent"
    STOPPED = "stopped"  # after it was agreed; what has gone has gone
    WITHDRAWN = "withdrawn"  # before it was agreed


# From each state to which; everything else is refused.
WAYS: dict[str, frozenset[str]] = {
    State.DRAFT: frozenset({State.WAITING, State.SCHEDULED, State.WITHDRAWN}),
    State.WAITING: frozenset({State.DRAFT, State.SCHEDULED, State.WITHDRAWN}),
    State.SCHEDULED: frozenset({State.SENDING, State.STOPPED}),
    State.SENDING: frozenset({State.SENT, State.STOPPED}),
    State.SENT: frozenset(),
    State.STOPPED: frozenset(),
    State.WITHDRAWN: frozenset(),
}
OVER = (State.SENT, State.STOPPED, State.WITHDRAWN)


class How(models.TextChoices):
    """Who of those who can be reached gets it."""

    ALL = "all"
    BEST = "best"  # the so many whom the job fits best
    LOT = "lot"  # so many by lot


class Push(TenantModel):
    """One thing sent to one or many; `because` is what each of them reads as the reason.

    `picked` are hand-picked citizens; otherwise a group is meant by kind and key (`groups`), with
    its name of that day. `reach` counts last night's or this moment's preview by reason.
    """

    sender_id = models.BigIntegerField()
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    what = models.CharField(max_length=8, choices=What.choices)
    thing = models.CharField(max_length=80, default="", blank=True)  # a job's number, a lesson
    title = models.CharField(max_length=200)
    path = models.CharField(max_length=2000, default="", blank=True)  # within the kommune
    words = models.CharField(max_length=1000, default="", blank=True)
    because = models.CharField(max_length=200)
    positions = models.PositiveIntegerField(null=True)  # of a job
    group_kind = models.CharField(max_length=20, default="", blank=True)
    group_key = models.CharField(max_length=2000, default="", blank=True)
    group_name = models.CharField(max_length=200, default="", blank=True)
    picked = ArrayField(models.BigIntegerField(), default=list)
    how = models.CharField(max_length=5, choices=How.choices, default=How.ALL)
    number = models.PositiveIntegerField(null=True)  # when not all
    held_out = models.PositiveSmallIntegerField(default=0)  # per cent, by lot
    seed = models.BigIntegerField(default=0)  # of the lots
    reach = models.JSONField(default=dict)
    reached_at = models.DateTimeField(null=True)
    send_at = models.DateTimeField(null=True)
    despite = models.CharField(max_length=300, default="", blank=True)  # why more than a job bears
    rule = models.PositiveIntegerField(null=True)  # the number of the rule it was agreed under
    approved_by_id = models.BigIntegerField(null=True)
    approved_at = models.DateTimeField(null=True)
    refused_by_id = models.BigIntegerField(null=True)
    refused_why = models.CharField(max_length=500, default="", blank=True)
    begun_at = models.DateTimeField(null=True)
    over_at = models.DateTimeField(null=True)
    over_why = models.CharField(max_length=40, default="", blank=True)  # why it was stopped
    over_by_id = models.BigIntegerField(null=True)  # None: the platform
    key = models.CharField(max_length=40, default="", blank=True)  # of the form that made it
    # First in the queue: of several that are due at once, and so of those that may leave the house.
    urgent = models.BooleanField(default=False, db_default=False)
    # The version of the rule that made it; None: a person did.
    trigger_version = models.ForeignKey(
        "TriggerVersion", models.PROTECT, null=True, related_name="pushes"
    )
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "sender_id", "key"],
                condition=~Q(key=""),
                name="a_form_makes_one_push",
            ),
            models.CheckConstraint(
                name="nobody_approves_her_own_push",
                condition=Q(approved_by_id=None) | ~Q(approved_by_id=models.F("sender_id")),
            ),
            models.CheckConstraint(
                name="what_is_agreed_has_a_time",
                condition=~Q(state__in=["scheduled", "sending", "sent"]) | ~Q(send_at=None),
            ),
            models.CheckConstraint(name="at_most_half_are_held_out", condition=Q(held_out__lte=50)),
        ]
        indexes = [
            models.Index(fields=["municipality", "sender_id", "-id"], name="pushes_by_sender"),
            models.Index(
                fields=["municipality", "send_at"],
                name="pushes_to_send",
                condition=Q(state__in=["scheduled", "sending"]),
            ),
        ]

    def __str__(self) -> str:
        return f"push #{self.pk} {self.state}"

    @property
    def occasion(self) -> str:
        """Return what its notices are known by: told once, however often it is sent."""
        return f"push:{self.pk}"


class Stand(models.TextChoices):
    """What becomes of one citizen of a push."""

    QUEUED = "queued"
    SENT = "sent"
    HELD_BACK = "held_back"  # for a reason
    HELD_OUT = "held_out"  # by lot, to compare with


class PushRecipient(TenantModel):
    """One citizen of a push; `chance` is how likely lots were to send it to her."""

    push = models.ForeignKey(Push, models.CASCADE, related_name="recipients")
    citizen_id = models.BigIntegerField()
    state = models.CharField(max_length=10, choices=Stand.choices, default=Stand.QUEUED)
    reason = models.CharField(max_length=20, default="", blank=True)
    fit = models.PositiveIntegerField(default=0)  # 1/10,000; 0: not on her list
    chance = models.FloatField(default=1.0)
    at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)  # when she said that it is not for her

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "push", "citizen_id"], name="a_push_reaches_somebody_once"
            ),
            models.CheckConstraint(
                name="who_is_held_back_is_so_for_a_reason",
                condition=~Q(state="held_back") | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="a_chance_is_from_0_to_1", condition=Q(chance__gte=0) & Q(chance__lte=1)
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "citizen_id", "-at"], name="pushes_by_recipient"),
        ]

    def __str__(self) -> str:
        return f"recipient #{self.pk} {self.state}"


class NoMore(TenantModel):
    """She has said that she wants no more of a kind from staff."""

    citizen_id = models.BigIntegerField()
    what = models.CharField(max_length=8, choices=What.choices)
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "what"], name="she_says_no_to_a_kind_once"
            ),
        ]

    def __str__(self) -> str:
        return f"no more {self.what}"


class ApprovalRule(TenantModel):
    """From which day how many people need a second person, who decided it and why."""

    append_only = True

    number = models.PositiveIntegerField()
    effective_from = models.DateField()
    above = models.PositiveIntegerField()  # more people than this need a second person
    staff_may = models.BooleanField(default=False)  # colleagues beside managers
    decided_by = models.CharField(max_length=200)
    why = models.CharField(max_length=1000)
    at = models.DateTimeField()
    by_id = models.BigIntegerField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "number"], name="approval_rules_are_numbered"
            ),
            models.CheckConstraint(
                name="an_approval_rule_says_who_and_why",
                condition=~Q(decided_by="") & ~Q(why=""),
            ),
        ]

    def __str__(self) -> str:
        return f"approval rule {self.number}"
