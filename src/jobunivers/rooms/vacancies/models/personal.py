# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen does with advertisements. Every row belongs to her kommune."""

from django.db import models

from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.rooms.vacancies.models.advertisements import Vacancy


class Star(TenantModel):
    """She keeps an advertisement; `deadline` is the one she knows of."""

    citizen_id = models.BigIntegerField()
    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    deadline = models.DateField(null=True)

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


class AlertRhythm(models.TextChoices):
    """How often new jobs in a saved search are told."""

    AT_ONCE = "at_once"  # within the hour
    DAILY = "daily"
    WEEKLY = "weekly"
    NONE = "none"


class SavedSearch(TenantModel):
    """A search she wants to come back to: its address' query part says it all."""

    citizen_id = models.BigIntegerField()
    name = models.CharField(max_length=120)
    query = models.CharField(max_length=1500)
    created_at = models.DateTimeField()
    opened_at = models.DateTimeField()
    rhythm = models.CharField(
        max_length=8,
        choices=AlertRhythm.choices,
        default=AlertRhythm.DAILY,
        db_default=AlertRhythm.DAILY,
    )

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "query"], name="a_search_is_saved_once"
            ),
        ]

    def __str__(self) -> str:
        return f"saved search #{self.pk}"
