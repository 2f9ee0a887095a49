# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A talk between a citizen and somebody who helps her: when, how, who, what it was about."""

import uuid
from collections.abc import Mapping
from types import MappingProxyType

from django.db import models
from django.db.models import Q

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantModel


class TalkKind(models.TextChoices):
    """What kind of talk it is (BEK 113/2026 § 27, no. 3)."""

    JOB = "job"  # jobsamtale
    JOB_FUND = "job_fund"  # with the a-kasse: LAB § 33, stk. 4
    FIRST = "first"
    OTHER = "other"


BINDING = (TalkKind.JOB, TalkKind.JOB_FUND)
"""Agreements that bind her belong in these alone (BEK 113/2026 § 27, nos. 5 and 8)."""


class TalkForm(models.TextChoices):
    """How somebody takes part (BEK 113/2026 § 27, nos. 4 and 10)."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    VIRTUAL = "virtual"


class TalkState(models.TextChoices):
    """How far a talk has come."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    HELD = "held"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"


_S = TalkState
NEXT_STATES: Mapping[TalkState, frozenset[TalkState]] = MappingProxyType(
    {
        _S.PLANNED: frozenset({_S.UNDER_WAY, _S.NOT_HELD, _S.CANCELLED}),
        _S.UNDER_WAY: frozenset({_S.HELD, _S.NOT_HELD}),
        _S.HELD: frozenset({_S.UNDER_WAY}),  # closed too early
        _S.NOT_HELD: frozenset(),
        _S.CANCELLED: frozenset(),
    }
)
OPEN = (_S.PLANNED, _S.UNDER_WAY)


class Talk(TenantModel):
    """A talk. The *referat* is plain text that staff write and both read.

    `version` guards time and form, `referat_version` the text: who closes a talk disturbs nobody
    who writes.
    """

    uid = models.UUIDField(default=uuid.uuid4, editable=False)  # for calendars
    citizen_id = models.BigIntegerField()
    staff_id = models.BigIntegerField()
    kind = models.CharField(max_length=10, choices=TalkKind.choices, default=TalkKind.JOB)
    form = models.CharField(max_length=10, choices=TalkForm.choices, default=TalkForm.IN_PERSON)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=45)
    place = models.CharField(max_length=200, default="", blank=True)
    state = models.CharField(max_length=10, choices=TalkState.choices, default=TalkState.PLANNED)
    begun_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    referat = EncryptedTextField(default="", blank=True)
    referat_by_id = models.BigIntegerField(null=True)
    referat_at = models.DateTimeField(null=True)
    referat_version = models.PositiveIntegerField(default=0)
    meeting_id = models.BigIntegerField(null=True)  # the first meeting of the entrance
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"],
                condition=Q(state="under_way"),
                name="a_citizen_is_in_one_talk_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["municipality", "meeting_id"],
                condition=Q(meeting_id__isnull=False) & ~Q(state="cancelled"),
                name="a_meeting_becomes_one_talk",
            ),
            models.CheckConstraint(
                name="a_talk_that_is_over_has_its_time",
                condition=Q(state__in=["planned", "under_way"], closed_at=None)
                | Q(state__in=["held", "not_held", "cancelled"], closed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_talk_that_was_held_has_begun",
                condition=~Q(state__in=["under_way", "held"]) | Q(begun_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_referat_says_who_wrote_it",
                condition=Q(referat="") | Q(referat_by_id__isnull=False, referat_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_talk_lasts_some_minutes", condition=Q(minutes__gte=5, minutes__lte=480)
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-starts_at"], name="talks_by_citizen"
            ),
            models.Index(fields=["municipality", "staff_id", "starts_at"], name="talks_by_staff"),
            models.Index(fields=["municipality", "closed_at"], name="talks_by_end"),
        ]

    def __str__(self) -> str:
        return f"talk #{self.pk}"

    @property
    def is_open(self) -> bool:
        """Say whether it is ahead or under way."""
        return self.state in OPEN

    @property
    def may_bind(self) -> bool:
        """Say whether agreements belong in this kind of talk."""
        return self.kind in BINDING


class PartRole(models.TextChoices):
    """Who takes part beside the two (BEK 113/2026 § 27, no. 10)."""

    FUND = "fund"  # a-kassekonsulent
    MENTOR = "mentor"
    SUPPORT = "support"  # støtte-/kontaktperson
    COMPANION = "companion"  # bisidder
    REPRESENTATIVE = "representative"  # partsrepræsentant
    HELPER = "helper"  # handicaphjælper
    INTERPRETER = "interpreter"
    OTHER = "other"


class Partaker(TenantModel):
    """Somebody else who takes part: name, role and how."""

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="partakers")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=14, choices=PartRole.choices)
    form = models.CharField(max_length=10, choices=TalkForm.choices, default=TalkForm.IN_PERSON)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="a_partaker_has_a_name", condition=~Q(name="")),
            models.UniqueConstraint(
                fields=["talk", "name", "role"], name="a_partaker_is_told_once"
            ),
        ]

    def __str__(self) -> str:
        return f"partaker #{self.pk}"


class AgendaPoint(TenantModel):
    """Something one of the two wants to talk about; without a talk it waits for the next one."""

    citizen_id = models.BigIntegerField()
    talk = models.ForeignKey(Talk, models.CASCADE, null=True, related_name="points")
    words = EncryptedTextField(max_length=300)
    by_id = models.BigIntegerField()
    added_at = models.DateTimeField()
    talked_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="an_agenda_point_has_words", condition=~Q(words="")),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "talk"], name="agenda_points_by_citizen"
            ),
        ]

    def __str__(self) -> str:
        return f"agenda point #{self.pk}"

    @property
    def is_hers(self) -> bool:
        """Say whether the citizen wrote it."""
        return self.by_id == self.citizen_id


class TalkAgreement(TenantModel):
    """An agreement of the plan that was made in a talk."""

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="agreements")
    agreement_id = models.BigIntegerField()
    linked_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "agreement_id"], name="an_agreement_comes_from_one_talk"
            ),
        ]

    def __str__(self) -> str:
        return f"agreement #{self.agreement_id} of a talk"
