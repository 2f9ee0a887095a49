# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same act for many citizens: a list that is looked at, and undone until it is sent."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantModel


class BatchAct(models.TextChoices):
    """What is done for each."""

    INVITE = "invite"
    REMIND = "remind"
    WRITE = "write"
    TASK = "task"
    NOTE = "note"


class BatchState(models.TextChoices):
    """Draft ⇄ waiting → sending → done; a draft can be thrown away."""

    DRAFT = "draft"
    WAITING = "waiting"
    SENDING = "sending"
    DONE = "done"
    DROPPED = "dropped"


class ItemState(models.TextChoices):
    """Ready ⇄ taken away, left out; ready → done or failed; failed → ready again."""

    READY = "ready"
    AWAY = "away"  # a member of staff took her off the list
    LEFT_OUT = "left_out"  # a rule did; `why` says which
    DONE = "done"
    FAILED = "failed"


class Batch(TenantModel):
    """One act for many, by one member of staff."""

    act = models.CharField(max_length=10, choices=BatchAct.choices)
    made_by_id = models.BigIntegerField()
    made_at = models.DateTimeField()
    template = models.CharField(max_length=40, default="", blank=True)
    title = EncryptedTextField(max_length=200, default="", blank=True)  # own words, with fields
    words = EncryptedTextField(max_length=2_000, default="", blank=True)
    due_on = models.DateField(null=True)
    shared = models.BooleanField(default=False)  # a note that she reads
    state = models.CharField(max_length=10, choices=BatchState.choices, default=BatchState.DRAFT)
    send_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64)  # of the act and the people: a double press is one
    version = models.PositiveIntegerField(default=1)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_batch_does_a_known_act", condition=Q(act__in=BatchAct.values)
            ),
            models.CheckConstraint(
                name="a_batch_has_a_known_state", condition=Q(state__in=BatchState.values)
            ),
            models.CheckConstraint(
                name="a_batch_on_its_way_has_a_time",
                condition=Q(state__in=[BatchState.DRAFT, BatchState.DROPPED])
                | Q(send_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "made_by_id", "-made_at", "-id"], name="batches_by_staff"
            ),
            models.Index(
                fields=["municipality", "send_at"],
                condition=Q(state__in=[BatchState.WAITING, BatchState.SENDING]),
                name="batches_that_wait",
            ),
        ]

    def __str__(self) -> str:
        return f"batch #{self.pk}"


class BatchItem(TenantModel):
    """One citizen of a batch, with the text that is hers."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="items")
    citizen_id = models.BigIntegerField()
    title = EncryptedTextField(max_length=200, default="", blank=True)
    words = EncryptedTextField(max_length=2_000, default="", blank=True)
    state = models.CharField(max_length=10, choices=ItemState.choices, default=ItemState.READY)
    why = models.CharField(max_length=30, default="", blank=True)
    made_id = models.BigIntegerField(null=True)  # the letter, task or note that came of it
    done_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "citizen_id"], name="a_citizen_stands_once_in_a_batch"
            ),
            models.CheckConstraint(
                name="a_batch_item_has_a_known_state", condition=Q(state__in=ItemState.values)
            ),
            models.CheckConstraint(
                name="a_batch_item_that_is_not_sent_says_why",
                condition=~Q(state__in=[ItemState.LEFT_OUT, ItemState.FAILED]) | ~Q(why=""),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "citizen_id"], name="batch_items_by_citizen")
        ]

    def __str__(self) -> str:
        return f"batch item #{self.pk}"
