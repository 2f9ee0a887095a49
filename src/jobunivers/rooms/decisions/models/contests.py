# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She disagrees with what a model or a rule chose, and a named person answers."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantModel


class Outcome(models.TextChoices):
    """What came of it; the words are in `queries/words.py`."""

    AGREED = "agreed"  # she was right: a person puts it right
    KEPT = "kept"  # it stands, and the answer says why
    TAKEN_BACK = "taken_back"  # she took it back herself


class Contest(TenantModel):
    """A citizen says no to one choice: a task with a date for a named person.

    `kind` and `decision_id` name the row of the room that keeps the choice; `what` is how it read
    to her then, so that it can be answered when the row is gone.
    """

    citizen_id = models.BigIntegerField()
    kind = models.CharField(max_length=20)
    decision_id = models.BigIntegerField()
    decided_at = models.DateTimeField()
    what = models.CharField(max_length=400)
    model = models.CharField(max_length=80, default="", blank=True)
    words = EncryptedTextField()
    at = models.DateTimeField()
    due_on = models.DateField()
    responsible_id = models.BigIntegerField(null=True)  # None: the kommune has nobody yet
    answered_by_id = models.BigIntegerField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = EncryptedTextField(default="", blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default="", blank=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "kind", "decision_id"],
                condition=Q(answered_at=None),
                name="a_choice_is_contested_once_at_a_time",
            ),
            models.CheckConstraint(name="who_contests_says_why", condition=~Q(words="")),
            models.CheckConstraint(
                name="what_is_answered_has_its_outcome_and_time",
                condition=Q(answered_at=None, outcome="", answered_by_id=None)
                | (Q(answered_at__isnull=False) & ~Q(outcome="")),
            ),
            models.CheckConstraint(
                name="a_person_answers_in_words",
                condition=Q(outcome__in=["", "taken_back"])
                | (Q(answered_by_id__isnull=False) & ~Q(answer="")),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "citizen_id", "-at"], name="contests_by_citizen"),
            models.Index(
                fields=["municipality", "due_on", "id"],
                condition=Q(answered_at=None),
                name="contests_that_wait",
            ),
        ]

    def __str__(self) -> str:
        return f"contest #{self.pk} of {self.kind} #{self.decision_id}"
