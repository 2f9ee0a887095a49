# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen does with advertisements. Every row belongs to her kommune."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.rooms.vacancies.models.advertisements import Vacancy


class Star(TenantModel):
    """She keeps an advertisement."""

    citizen_id = models.BigIntegerField()
    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "vacancy"], name="a_vacancy_is_starred_once"
            ),
        ]

    def __str__(self) -> str:
        return f"star #{self.pk}"


class HideReason(models.TextChoices):
    """Why she does not want to see an advertisement."""

    TOO_FAR = "too_far"
    WRONG_FIELD = "wrong_field"
    WRONG_HOURS = "wrong_hours"
    MISSING_SKILLS = "missing_skills"
    NOT_THIS_EMPLOYER = "not_this_employer"
    OTHER = "other"


class Hidden(TenantModel):
    """She does not want to see an advertisement, and may say why."""

    citizen_id = models.BigIntegerField()
    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=20, choices=HideReason.choices)
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "vacancy"], name="a_vacancy_is_hidden_once"
            ),
        ]

    def __str__(self) -> str:
        return f"hidden #{self.pk}"


class ApplicationStatus(models.TextChoices):
    """How far an application has come (BEK 113/2026 § 98 names the first three)."""

    PLANNED = "planned"
    APPLIED = "applied"
    INTERVIEW = "interview"
    OFFER = "offer"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


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


class Application(TenantModel):
    """One entry in her joblog, with the fields of BEK 113/2026 § 98.

    Title, employer and place are kept as they were, so that an advertisement that goes
    away takes nothing from her log.
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
    note = models.TextField(default="", blank=True)
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
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-applied_on"], name="joblog_by_citizen"
            ),
            models.Index(fields=["municipality", "created_at"], name="joblog_by_arrival"),
        ]

    def __str__(self) -> str:
        return f"application #{self.pk}"


class SavedSearch(TenantModel):
    """A search she wants to come back to: its address' query part says it all."""

    citizen_id = models.BigIntegerField()
    name = models.CharField(max_length=120)
    query = models.CharField(max_length=1500)
    created_at = models.DateTimeField()
    opened_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "query"], name="a_search_is_saved_once"
            ),
        ]

    def __str__(self) -> str:
        return f"saved search #{self.pk}"
