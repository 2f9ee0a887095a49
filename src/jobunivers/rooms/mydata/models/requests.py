# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she asks the kommune to do about her data, and what it answered."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantModel


class RequestKind(models.TextChoices):
    """Her rights: the articles of the General Data Protection Regulation."""

    CORRECT = "correct"  # article 16
    ERASE = "erase"  # article 17
    RESTRICT = "restrict"  # article 18
    OBJECT = "object"  # article 21
    ACCESS = "access"  # article 15: something she does not find here


class Decision(models.TextChoices):
    """What a person of the kommune decided."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"


class DataRequest(TenantModel):
    """Something she asks to have done about what is held on her; a person decides it.

    What it is about is named by `label` (a model of the data map, "" for no one kind of data) and
    `row_id` ("" for all of the kind). `row_title` is the item in words when she asked: the row
    may be gone when it is answered. Nothing is changed by the request itself.
    """

    person_id = models.BigIntegerField()
    kind = models.CharField(max_length=10, choices=RequestKind.choices)
    label = models.CharField(max_length=80, default="", blank=True)
    row_id = models.CharField(max_length=64, default="", blank=True)
    row_title = EncryptedTextField(default="", blank=True)
    words = EncryptedTextField()
    key = models.UUIDField()  # of the form she sent: sent twice it is one request
    made_at = models.DateTimeField()
    due_on = models.DateField()  # one month, GDPR article 12(3)
    extended_at = models.DateTimeField(null=True)
    extended_by_id = models.BigIntegerField(null=True)
    extended_why = EncryptedTextField(default="", blank=True)
    taken_at = models.DateTimeField(null=True)
    taken_by_id = models.BigIntegerField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    decision = models.CharField(
        max_length=10, choices=Decision.choices, default="", db_default="", blank=True
    )
    answer = EncryptedTextField(default="", blank=True)
    law = models.CharField(max_length=300, default="", blank=True)  # why not, by which paragraph
    decided_at = models.DateTimeField(null=True)
    decided_by_id = models.BigIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)  # each change: two who answer at once see it

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person_id", "key"], name="a_request_is_made_once"
            ),
            models.CheckConstraint(
                name="a_request_is_decided_with_words_by_a_person",
                condition=Q(decision="", decided_at=None, decided_by_id=None)
                | Q(decision__in=Decision.values, decided_at__isnull=False)
                & Q(decided_by_id__isnull=False)
                & ~Q(answer=""),
            ),
            models.CheckConstraint(
                name="a_request_refused_says_by_which_law",
                condition=Q(decision__in=["", Decision.GRANTED]) | ~Q(law=""),
            ),
            models.CheckConstraint(
                name="a_request_extended_says_why",
                condition=Q(extended_at=None) | ~Q(extended_why=""),
            ),
            models.CheckConstraint(
                name="a_request_is_withdrawn_or_decided",
                condition=Q(withdrawn_at=None) | Q(decided_at=None),
            ),
            models.CheckConstraint(name="a_request_has_a_kind", condition=~Q(kind="")),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "person_id", "-made_at"], name="requests_by_person"
            ),
            models.Index(
                fields=["municipality", "due_on", "id"],
                name="requests_that_wait",
                condition=Q(decided_at=None, withdrawn_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"request #{self.pk} ({self.kind})"

    @property
    def is_open(self) -> bool:
        """Say whether it waits for an answer."""
        return self.decided_at is None and self.withdrawn_at is None
