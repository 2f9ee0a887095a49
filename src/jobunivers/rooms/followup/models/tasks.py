# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a member of staff, or a team, has promised to do."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantModel


class TaskState(models.TextChoices):
    """Where a task stands; done and cancelled can be opened again."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class StaffTask(TenantModel):
    """A task about a citizen or about nobody; it is somebody's, or waits for a team to take it."""

    citizen_id = models.BigIntegerField(null=True)
    owner_id = models.BigIntegerField(null=True)
    team = models.CharField(max_length=20, default="", blank=True)  # a role, see identity.Role
    title = models.CharField(max_length=200)
    text = EncryptedTextField(max_length=2_000, default="", blank=True)
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=TaskState.choices, default=TaskState.OPEN)
    # Where it came from ("attention", "batch", "talk" …) and which of them.
    origin = models.CharField(max_length=30, default="", blank=True)
    ref = models.CharField(max_length=60, default="", blank=True)
    key = models.CharField(max_length=80, default="", blank=True)  # the occasion: made once
    made_at = models.DateTimeField()
    made_by_id = models.BigIntegerField()
    handed_by_id = models.BigIntegerField(null=True)
    handed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by_id = models.BigIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_task_is_somebodys_or_a_teams",
                condition=Q(owner_id__isnull=False) | ~Q(team=""),
            ),
            models.CheckConstraint(
                name="a_task_is_closed_when_it_is_not_open",
                condition=Q(state=TaskState.OPEN, closed_at=None)
                | (~Q(state=TaskState.OPEN) & Q(closed_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="a_task_has_a_known_state", condition=Q(state__in=TaskState.values)
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                condition=~Q(key=""),
                name="a_task_is_made_once_for_an_occasion",
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "owner_id", "due_on"],
                condition=Q(state=TaskState.OPEN),
                name="open_tasks_by_owner",
            ),
            models.Index(
                fields=["municipality", "team", "due_on"],
                condition=Q(state=TaskState.OPEN, owner_id=None),
                name="open_tasks_by_team",
            ),
            models.Index(fields=["municipality", "citizen_id"], name="tasks_by_citizen"),
        ]

    def __str__(self) -> str:
        return f"task #{self.pk}"
