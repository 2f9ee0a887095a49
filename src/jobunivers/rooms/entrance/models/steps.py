# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far a citizen is through the entrance."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel


class Step(models.TextChoices):
    """The steps of the entrance, in the order they are met."""

    WELCOME = "welcome"
    BRING = "bring"
    WISHES = "wishes"
    READINESS = "readiness"
    JOBS = "jobs"
    MEETING = "meeting"


class StepState(models.TextChoices):
    """What she did with a step. A step without a row is still ahead of her."""

    DONE = "done"
    SKIPPED = "skipped"


class Walk(TenantModel):
    """A citizen's way through the entrance: begun once, and through when she says so."""

    citizen_id = models.BigIntegerField()
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)  # also when she left the rest for later
    # Until then a login leads past the entrance: she asked to be left alone for a while.
    put_off_until = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"], name="a_citizen_walks_in_once"
            ),
            models.CheckConstraint(
                name="a_walk_begins_before_it_is_finished",
                condition=Q(finished_at=None) | Q(begun_at__lte=models.F("finished_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"walk #{self.pk}"


class StepTaken(TenantModel):
    """A step that she did or skipped; a skipped one can be taken up again at any time."""

    citizen_id = models.BigIntegerField()
    step = models.CharField(max_length=12, choices=Step.choices)
    state = models.CharField(max_length=8, choices=StepState.choices)
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "step"], name="a_step_is_taken_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step} {self.state}"
