# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she and the kommune have agreed, and what her job search must hold."""

from django.db import models
from django.db.models import F, Q

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantModel


class AgreementState(models.TextChoices):
    """How far an agreement has come."""

    PROPOSED = "proposed"  # one of the two has said yes
    AGREED = "agreed"
    KEPT = "kept"
    NOT_KEPT = "not_kept"
    ENDED = "ended"  # taken back, or no longer needed


class Agreement(TenantModel):
    """What she and somebody of the kommune agree: it holds when both have said yes.

    Whoever changes its text says yes to the new one by that, and the other is asked again.
    """

    citizen_id = models.BigIntegerField()
    staff_id = models.BigIntegerField(null=True)  # None: whoever of the kommune answers first
    words = EncryptedTextField()
    due_on = models.DateField(null=True)
    state = models.CharField(
        max_length=8, choices=AgreementState.choices, default=AgreementState.PROPOSED
    )
    citizen_yes_at = models.DateTimeField(null=True)
    staff_yes_at = models.DateTimeField(null=True)
    agreed_at = models.DateTimeField(null=True)  # the later of the two
    closed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="an_agreement_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="an_agreement_holds_when_both_have_said_yes",
                condition=Q(state__in=["proposed", "ended"])
                | Q(
                    citizen_yes_at__isnull=False,
                    staff_yes_at__isnull=False,
                    staff_id__isnull=False,
                    agreed_at__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="an_agreement_that_is_over_has_its_time",
                condition=Q(state__in=["proposed", "agreed"], closed_at=None)
                | Q(state__in=["kept", "not_kept", "ended"], closed_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "state"], name="agreements_by_citizen"
            ),
            models.Index(fields=["municipality", "due_on"], name="agreements_by_due_day"),
        ]

    def __str__(self) -> str:
        return f"agreement #{self.pk}"

    @property
    def waits_for_citizen(self) -> bool:
        """Say whether it is her turn."""
        return self.state == AgreementState.PROPOSED and self.citizen_yes_at is None

    @property
    def waits_for_staff(self) -> bool:
        """Say whether it is the kommune's turn."""
        return self.state == AgreementState.PROPOSED and self.staff_yes_at is None


class Every(models.TextChoices):
    """How often a number of applications is to be uploaded."""

    WEEK = "week"
    MONTH = "month"


class FixedAt(models.TextChoices):
    """Who fixes the requirements (BEK 46/2026 § 14 (12); the kommune for those without a fund)."""

    FUND = "fund"  # a-kasse
    KOMMUNE = "kommune"


class JobSearchRequirements(TenantModel):
    """*Krav til jobsøgning* with its five contents (BEK 46/2026 § 14 (7)), dated.

    A version is never edited: a new one ends the old. The period is half-open.
    """

    citizen_id = models.BigIntegerField()
    purpose = models.TextField()
    fields = models.TextField()  # fields of work and job titles
    area = models.TextField()
    volume = models.TextField()
    uploads = models.PositiveSmallIntegerField()
    every = models.CharField(max_length=5, choices=Every.choices, default=Every.WEEK)
    places = models.TextField()  # where the jobs are found
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    fixed_at = models.CharField(max_length=7, choices=FixedAt.choices, default=FixedAt.FUND)
    fixed_by_id = models.BigIntegerField()
    why = models.TextField()
    created_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"],
                condition=Q(until_on=None),
                name="a_citizen_has_one_set_of_requirements_without_end",
            ),
            models.CheckConstraint(
                name="requirements_end_after_they_begin",
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
            ),
            models.CheckConstraint(
                name="requirements_have_all_their_contents",
                condition=~Q(purpose="")
                & ~Q(fields="")
                & ~Q(area="")
                & ~Q(volume="")
                & ~Q(places="")
                & ~Q(why=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-from_on"], name="requirements_by_citizen"
            )
        ]

    def __str__(self) -> str:
        return f"requirements #{self.pk}"
