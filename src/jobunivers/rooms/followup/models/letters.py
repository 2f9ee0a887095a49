# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was written to a citizen, and the templates it is written from."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantModel


class LetterKind(models.TextChoices):
    """What a letter is for."""

    MESSAGE = "message"
    INVITATION = "invitation"
    REMINDER = "reminder"


class LetterState(models.TextChoices):
    """Waiting can be undone; the others are the end."""

    WAITING = "waiting"
    SENT = "sent"
    UNDONE = "undone"
    FAILED = "failed"


class LetterTemplate(TenantModel):
    """A kommune's own text of a template, instead of the country's; can only be added to.

    The newest number of a code holds. One that is withdrawn gives way to the country's text, or,
    when the country has none, to nothing.
    """

    append_only = True

    code = models.SlugField(max_length=40)
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=LetterKind.choices)
    way = models.CharField(max_length=30, default="", blank=True)  # where its button leads
    title_da = models.CharField(max_length=120)
    body_da = models.TextField(max_length=2_000)
    title_en = models.CharField(max_length=120)
    body_en = models.TextField(max_length=2_000)
    withdrawn = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    made_by_id = models.BigIntegerField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "code", "number"],
                name="a_template_has_one_text_of_each_number",
            ),
            models.CheckConstraint(
                name="a_template_has_a_known_kind", condition=Q(kind__in=LetterKind.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.number}"


class Letter(TenantModel):
    """A letter to one citizen, as she reads it. Kept, whatever becomes of its template."""

    citizen_id = models.BigIntegerField()
    kind = models.CharField(max_length=12, choices=LetterKind.choices)
    title = EncryptedTextField(max_length=120)
    words = EncryptedTextField(max_length=2_000)
    way = models.CharField(max_length=30, default="", blank=True)
    template = models.CharField(max_length=40, default="", blank=True)
    template_number = models.PositiveIntegerField(default=0)  # 0: the country's, or none
    slot_id = models.BigIntegerField(null=True)  # the time that is proposed
    state = models.CharField(max_length=10, choices=LetterState.choices)
    why = models.CharField(max_length=30, default="", blank=True)  # why it failed
    made_at = models.DateTimeField()
    made_by_id = models.BigIntegerField()
    send_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    notice_id = models.BigIntegerField(null=True)
    origin = models.CharField(max_length=30, default="", blank=True)
    ref = models.CharField(max_length=60, default="", blank=True)
    key = models.CharField(max_length=80, default="", blank=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_letter_has_a_known_kind", condition=Q(kind__in=LetterKind.values)
            ),
            models.CheckConstraint(
                name="a_letter_has_a_known_state", condition=Q(state__in=LetterState.values)
            ),
            models.CheckConstraint(
                name="a_letter_is_sent_at_a_time",
                condition=Q(state=LetterState.SENT, sent_at__isnull=False)
                | (~Q(state=LetterState.SENT) & Q(sent_at=None)),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                condition=~Q(key=""),
                name="a_letter_is_written_once_for_an_occasion",
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-made_at", "-id"], name="letters_by_citizen"
            ),
            models.Index(
                fields=["municipality", "send_at"],
                condition=Q(state=LetterState.WAITING),
                name="letters_that_wait",
            ),
        ]

    def __str__(self) -> str:
        return f"letter #{self.pk}"
