# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first meeting with a job adviser: times that staff open, seats in them, and who comes."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantModel


class Form(models.TextChoices):
    """How a meeting is held."""

    IN_PERSON = "in_person"
    PHONE = "phone"


class MeetingRules(TenantModel):
    """What the kommune has decided of first meetings; until then `queries.rules` has defaults."""

    in_person = models.BooleanField(default=True)
    phone = models.BooleanField(default=True)
    place = models.CharField(max_length=200, default="", blank=True)
    directions_da = models.CharField(max_length=400, default="", blank=True)
    directions_en = models.CharField(max_length=400, default="", blank=True)
    minutes = models.PositiveSmallIntegerField(default=45)
    notice_hours = models.PositiveSmallIntegerField(default=24)
    weeks_ahead = models.PositiveSmallIntegerField(default=6)
    changed_at = models.DateTimeField()
    changed_by_id = models.BigIntegerField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["municipality"], name="a_kommune_has_one_set_of_rules"),
        ]

    def __str__(self) -> str:
        return "rules of first meetings"


class Slot(TenantModel):
    """A time at which a member of staff can meet; it may hold several people."""

    adviser_id = models.BigIntegerField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    form = models.CharField(max_length=10, choices=Form.choices)
    place = models.CharField(max_length=200, default="", blank=True)
    opened_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_slot_starts_before_it_ends", condition=Q(starts_at__lte=F("ends_at"))
            ),
            # One member of staff is in one place at a time. A range of one number stands for the
            # number, so that no extension of PostgreSQL is needed.
            ExclusionConstraint(
                name="an_adviser_has_one_slot_at_a_time",
                expressions=[
                    (
                        Func(F("adviser_id"), F("adviser_id"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(F("starts_at"), F("ends_at"), function="tstzrange"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(withdrawn_at=None),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "starts_at"], name="slots_by_time"),
            models.Index(
                fields=["municipality", "adviser_id", "starts_at"], name="slots_by_adviser"
            ),
        ]

    def __str__(self) -> str:
        return f"slot #{self.pk}"


class Seat(TenantModel):
    """Room for one citizen in a slot: there are as many rows as there is room."""

    slot = models.ForeignKey(Slot, models.CASCADE, related_name="seats")
    number = models.PositiveSmallIntegerField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["slot", "number"], name="a_seat_is_there_once"),
        ]

    def __str__(self) -> str:
        return f"seat {self.number}"


class IntroMeeting(TenantModel):
    """A citizen's first meeting. Open until it is cancelled, held or missed."""

    uid = models.UUIDField(default=uuid.uuid4, editable=False)  # for calendars
    sequence = models.PositiveSmallIntegerField(default=0)  # grows with each move, for calendars
    citizen_id = models.BigIntegerField()
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="meetings")
    phone = EncryptedTextField(max_length=30, default="", blank=True)  # where she can be called
    booked_at = models.DateTimeField()
    booked_by_id = models.BigIntegerField()
    reminded_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by_id = models.BigIntegerField(null=True)
    held_at = models.DateTimeField(null=True)
    missed_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["seat"],
                condition=Q(cancelled_at=None),
                name="a_seat_is_given_to_one_citizen",
            ),
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"],
                condition=Q(cancelled_at=None, held_at=None, missed_at=None),
                name="a_citizen_has_one_first_meeting_ahead",
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-booked_at"], name="meetings_by_citizen"
            ),
        ]

    def __str__(self) -> str:
        return f"first meeting #{self.pk}"
