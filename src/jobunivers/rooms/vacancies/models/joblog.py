# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her joblog (BEK 113/2026 § 98, stk. 2): what she applies for, and how it goes."""

from django.db import models
from django.db.models import F, Q

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.rooms.vacancies.models.advertisements import Vacancy


class ApplicationStatus(models.TextChoices):
    """How far an application has come (BEK 113/2026 § 98 names the first three)."""

    PLANNED = "planned"
    APPLIED = "applied"
    INTERVIEW = "interview"
    OFFER = "offer"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


# The employer has said something.
ANSWERED = (ApplicationStatus.INTERVIEW, ApplicationStatus.OFFER, ApplicationStatus.REJECTED)


class FoundHow(models.TextChoices):
    """How she found the job (BEK 113/2026 § 98)."""

    ADVERTISED = "advertised"
    UNSOLICITED = "unsolicited"
    NETWORK = "network"


class AppliedHow(models.TextChoices):
    """How she applied (BEK 113/2026 § 98)."""

    DIGITAL = "digital"
    PHONE = "phone"
    IN_PERSON = "in_person"


class Extent(models.TextChoices):
    """Whether the job is full time or part time (BEK 113/2026 § 98)."""

    FULL = "full"
    PART = "part"


class Application(TenantModel):
    """One entry in her joblog, with the fields of BEK 113/2026 § 98.

    Title, employer and place are kept as they were, so that an advertisement that goes
    away takes nothing from her log. `place` is the town, `area` where it is sought when the
    postcode is not known.
    """

    citizen_id = models.BigIntegerField()
    vacancy = models.ForeignKey(Vacancy, models.SET_NULL, null=True, related_name="+")
    status = models.CharField(
        max_length=12, choices=ApplicationStatus.choices, default=ApplicationStatus.APPLIED
    )
    applied_on = models.DateField(null=True)
    title = models.CharField(max_length=300)
    employer = models.CharField(max_length=200)
    place = models.CharField(max_length=150, default="", blank=True)
    hours_per_week = models.FloatField(null=True)
    found_how = models.CharField(
        max_length=12, choices=FoundHow.choices, default=FoundHow.ADVERTISED
    )
    applied_how = models.CharField(
        max_length=12, choices=AppliedHow.choices, default=AppliedHow.DIGITAL
    )
    deadline = models.DateField(null=True)
    url = models.URLField(max_length=2000, default="", blank=True)
    note = EncryptedTextField(default="", blank=True)
    extent = models.CharField(
        max_length=4, choices=Extent.choices, default="", db_default="", blank=True
    )
    address = models.CharField(max_length=200, default="", db_default="", blank=True)
    postal_code = models.CharField(max_length=10, default="", db_default="", blank=True)
    area = models.CharField(max_length=100, default="", db_default="", blank=True)
    country = models.CharField(max_length=2, default="DK", db_default="DK")
    contact_name = EncryptedTextField(max_length=120, default="", db_default="", blank=True)
    contact_reach = EncryptedTextField(max_length=200, default="", db_default="", blank=True)
    reference = models.CharField(max_length=60, default="", db_default="", blank=True)
    answered_on = models.DateField(null=True)
    answered_by = models.CharField(max_length=120, default="", db_default="", blank=True)
    remind_on = models.DateField(null=True)
    uploaded_on = models.DateField(null=True)
    # The advertisement's own deadline that she knows of; hers may be another.
    vacancy_deadline = models.DateField(null=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "vacancy"],
                name="an_application_is_logged_once_per_vacancy",
                condition=Q(vacancy__isnull=False),
            ),
            models.CheckConstraint(
                name="an_application_that_was_sent_has_a_date",
                condition=Q(status="planned") | Q(applied_on__isnull=False),
            ),
            models.CheckConstraint(
                name="an_application_for_part_time_says_its_hours",
                condition=~Q(extent="part") | Q(hours_per_week__isnull=False),
            ),
            models.CheckConstraint(
                name="only_an_application_that_was_sent_is_uploaded",
                condition=Q(uploaded_on=None) | ~Q(status="planned"),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-applied_on"], name="joblog_by_citizen"
            ),
            models.Index(fields=["municipality", "created_at"], name="joblog_by_arrival"),
            models.Index(
                fields=["municipality", "remind_on"],
                name="joblog_by_reminder",
                condition=Q(remind_on__isnull=False),
            ),
            models.Index(
                fields=["municipality", "citizen_id", "-created_at", "-id"],
                name="joblog_newest_first",
            ),
        ]

    def __str__(self) -> str:
        return f"application #{self.pk}"


class ApplicationStep(TenantModel):
    """An application came to a state on a day: its history, the first one included."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="+")
    citizen_id = models.BigIntegerField()
    status = models.CharField(max_length=12, choices=ApplicationStatus.choices)
    on = models.DateField()
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        indexes = [models.Index(fields=["municipality", "citizen_id"], name="steps_by_citizen")]

    def __str__(self) -> str:
        return f"step #{self.pk}"


class Interview(TenantModel):
    """A talk with an employer about a job: the day, and the time where she knows it."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="+")
    citizen_id = models.BigIntegerField()
    on = models.DateField()
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    place = models.CharField(max_length=200, default="", blank=True)
    note = EncryptedTextField(default="", blank=True)
    cancelled_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="an_interview_has_both_times_or_none",
                condition=Q(starts_at=None, ends_at=None)
                | Q(starts_at__isnull=False, ends_at__isnull=False),
            ),
            models.CheckConstraint(
                name="an_interview_begins_before_it_ends",
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "citizen_id", "on"], name="interviews_by_day"),
        ]

    def __str__(self) -> str:
        return f"interview #{self.pk}"
