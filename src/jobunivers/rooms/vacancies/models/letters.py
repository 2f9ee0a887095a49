# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters from employers that she forwards: an address of her own, and what was read."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.crypto.fields import EncryptedTextField, KeyedHashField
from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.rooms.vacancies.models.joblog import Application


class LetterAddress(TenantModel):
    """Her secret e-mail address for the joblog: whoever knows it can only make proposals.

    The token is kept encrypted, because she must be able to read her address again, and found by
    its keyed hash.
    """

    citizen_id = models.BigIntegerField()
    token = EncryptedTextField(max_length=40)
    token_hash = KeyedHashField(of="token")
    made_at = models.DateTimeField()
    last_letter_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"], name="a_citizen_has_one_letter_address"
            ),
            models.UniqueConstraint(fields=["token_hash"], name="a_letter_address_is_one_person_s"),
        ]

    def __str__(self) -> str:
        return f"letter address #{self.pk}"


class LetterKind(models.TextChoices):
    """What a letter from an employer seems to say."""

    RECEIVED = "received"
    INTERVIEW = "interview"
    OFFER = "offer"
    REJECTED = "rejected"
    UNCLEAR = "unclear"


class Proposal(TenantModel):
    """What a computer read in a letter she forwarded. Nothing is written before she says yes.

    Of the letter only the lines are kept that the reading rests on. The row goes away when she
    has answered, or after thirty days.
    """

    citizen_id = models.BigIntegerField()
    application = models.ForeignKey(Application, models.SET_NULL, null=True, related_name="+")
    received_at = models.DateTimeField()
    letter = models.CharField(max_length=64)  # digest of the letter, so that it is read once
    sender = EncryptedTextField(max_length=200, default="", blank=True)
    subject = EncryptedTextField(max_length=200, default="", blank=True)
    kind = models.CharField(max_length=10, choices=LetterKind.choices)
    title = EncryptedTextField(max_length=300, default="", blank=True)
    employer = EncryptedTextField(max_length=200, default="", blank=True)
    on = models.DateField()
    interview_on = models.DateField(null=True)
    interview_at = models.DateTimeField(null=True)
    interview_ends_at = models.DateTimeField(null=True)
    place = EncryptedTextField(max_length=200, default="", blank=True)
    lines = EncryptedTextField(default="", blank=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "letter"], name="a_letter_is_proposed_once"
            ),
            models.CheckConstraint(
                name="an_interview_read_has_both_times_or_none",
                condition=Q(interview_at=None, interview_ends_at=None)
                | Q(interview_at__isnull=False, interview_ends_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-received_at"], name="proposals_of_hers"
            ),
        ]

    def __str__(self) -> str:
        return f"proposal #{self.pk}"
