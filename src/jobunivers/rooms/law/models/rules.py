# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register as it was shipped and approved, and what a kommune decided on top of it."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel


class RegisterText(models.Model):
    """A national register with its processes, as the program brought it. Never changed."""

    append_only = True

    digest = models.CharField(max_length=64, unique=True)
    body = models.JSONField()
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.digest[:12]


class RegisterApproval(models.Model):
    """Somebody of the national organisation let a register take effect. The last one counts.

    The first register of an installation needs nobody: `by_id` is empty then.
    """

    append_only = True

    text = models.ForeignKey(RegisterText, models.PROTECT, related_name="approvals")
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    why = models.TextField(default="", blank=True)

    def __str__(self) -> str:
        return f"register {self.text_id}"


class OwnValue(TenantModel):
    """A value that the law leaves to the kommune, from a day on: who decided it, and why.

    Never changed: a later row takes over on its day; one without a value leaves it open again.
    """

    append_only = True

    code = models.CharField(max_length=60)
    key = models.CharField(max_length=40)
    value = models.IntegerField(null=True)
    valid_from = models.DateField()
    decided_by = models.CharField(max_length=200)
    why = models.TextField()
    written_by_id = models.BigIntegerField()
    written_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "code", "key", "valid_from"],
                name="a_kommunes_value_begins_once_on_a_day",
            ),
            models.CheckConstraint(
                name="a_kommunes_value_says_who_decided_and_why",
                condition=~Q(decided_by="") & ~Q(why=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}.{self.key}"
