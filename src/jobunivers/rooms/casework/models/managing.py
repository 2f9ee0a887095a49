# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures a manager reads, counted at night: sums with dates, nobody by name."""

from django.db import models
from django.db.models import F, Q

from jobunivers.foundation.tenancy.models import TenantModel


class WaitDay(TenantModel):
    """How long people had waited for one kind of answer, in the 90 days up to a day.

    Hours are None where nothing was answered. No row says who answers.
    """

    day = models.DateField()
    code = models.CharField(max_length=60)  # `foundation.desk.Waits`
    asked = models.PositiveIntegerField()
    answered = models.PositiveIntegerField()
    waiting = models.PositiveIntegerField()
    late = models.PositiveIntegerField()  # waits longer than is expected; 0 where nobody has said
    median_hours = models.FloatField(null=True)
    p90_hours = models.FloatField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "day", "code"], name="a_wait_is_counted_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"waits of {self.code} on {self.day}"


class Measure(models.TextChoices):
    """The two aims (fokusmål) of BEK 760/2025 § 5."""

    OFFER = "offer"  # nr. 1: no offer and no 100 hours of ordinary work in 12 months
    TALKS = "talks"  # nr. 2: fewer than four talks in 12 months


class FocusDay(TenantModel):
    """What the platform knows of an aim on a day.

    `people` have been out of work for at least 12 months; `without` of them lack what the aim
    asks for, as far as the platform knows: None where it does not know it at all. `met` is how
    many of them something is known of.
    """

    day = models.DateField()
    measure = models.CharField(max_length=10, choices=Measure.choices)
    people = models.PositiveIntegerField()
    without = models.PositiveIntegerField(null=True)
    met = models.PositiveIntegerField(default=0)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "day", "measure"], name="an_aim_is_counted_once_a_day"
            ),
            models.CheckConstraint(
                name="an_aim_counts_parts_of_its_people",
                condition=Q(without=None) | Q(without__lte=F("people")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} on {self.day}"


class FocusReport(TenantModel):
    """An aim as measured elsewhere (jobindsats, the kommune's own case system), told by a manager.

    A later row for the same day takes the earlier one's place; both are kept.
    """

    append_only = True

    day = models.DateField()  # the last day of the twelve months that were measured
    measure = models.CharField(max_length=10, choices=Measure.choices)
    people = models.PositiveIntegerField()
    without = models.PositiveIntegerField()
    source = models.CharField(max_length=120)
    by_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_report_counts_parts_of_its_people", condition=Q(without__lte=F("people"))
            ),
            models.CheckConstraint(
                name="a_report_says_its_source_and_counts_somebody",
                condition=~Q(source="") & Q(people__gt=0),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "measure", "-day"], name="reports_by_measure")
        ]

    def __str__(self) -> str:
        return f"report of {self.measure} to {self.day}"
