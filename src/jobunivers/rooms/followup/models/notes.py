# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff write down about a citizen; what was written stays readable."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantModel


class NoteKind(models.TextChoices):
    """What a note is about."""

    NOTE = "note"
    CALL = "call"  # she was called, or called
    TALK = "talk"
    MEETING = "meeting"  # with others: an employer, a doctor's office, a school


class Note(TenantModel):
    """A note as it reads now. Each way it ever read is a `NoteVersion`."""

    citizen_id = models.BigIntegerField()
    kind = models.CharField(max_length=10, choices=NoteKind.choices)
    text = EncryptedTextField(max_length=4_000)
    shared = models.BooleanField(default=False)  # she reads it on her own pages
    ref = models.CharField(max_length=60, default="", blank=True)
    key = models.CharField(max_length=80, default="", blank=True)
    made_at = models.DateTimeField()
    made_by_id = models.BigIntegerField()
    changed_at = models.DateTimeField(null=True)
    changed_by_id = models.BigIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_note_has_a_known_kind", condition=Q(kind__in=NoteKind.values)
            ),
            models.CheckConstraint(name="a_note_says_something", condition=~Q(text="")),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                condition=~Q(key=""),
                name="a_note_is_made_once_for_an_occasion",
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-made_at", "-id"], name="notes_by_citizen"
            )
        ]

    def __str__(self) -> str:
        return f"note #{self.pk}"


class NoteVersion(TenantModel):
    """A note as it read from a moment on, and who wrote it so; can only be added to."""

    append_only = True

    note_id = models.BigIntegerField()
    citizen_id = models.BigIntegerField()
    number = models.PositiveIntegerField()
    text = EncryptedTextField(max_length=4_000)
    shared = models.BooleanField()
    at = models.DateTimeField()
    by_id = models.BigIntegerField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "note_id", "number"],
                name="a_note_has_one_text_of_each_number",
            )
        ]
        indexes = [
            models.Index(fields=["municipality", "citizen_id"], name="note_versions_by_citizen")
        ]

    def __str__(self) -> str:
        return f"note #{self.note_id}, text {self.number}"
