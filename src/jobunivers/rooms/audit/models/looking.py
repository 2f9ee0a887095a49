# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looks that somebody should look through: by rules, and by lot."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel


class LookState(models.TextChoices):
    """What has come of a look that was to be looked through."""

    NEW = "new"
    EXPLAINED = "explained"  # the member of staff has told why, and it holds
    ACCEPTED = "accepted"  # it was in order by what is known
    FURTHER = "further"  # it is a case outside this list now


class LookRule(TenantModel):
    """A kommune chose how a rule of unusual looks works; the newest row of a code holds."""

    append_only = True

    code = models.CharField(max_length=30)
    on = models.BooleanField()
    limits = models.JSONField(default=dict)
    by_id = models.BigIntegerField()
    at = models.DateTimeField()
    why = models.CharField(max_length=300)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="a_look_rule_says_why", condition=~Q(why="")),
        ]
        indexes = [models.Index(fields=["municipality", "code", "-id"], name="look_rules_by_code")]

    def __str__(self) -> str:
        return f"{self.code} #{self.pk}"


class UnusualLook(TenantModel):
    """A rule found looks of a member of staff on a day unusual; a person decides what it means."""

    staff_id = models.BigIntegerField()
    staff_role = models.CharField(max_length=20)
    day = models.DateField()
    rule = models.CharField(max_length=30)
    rule_version = models.BigIntegerField(default=0)  # LookRule's number; 0: as it began
    citizen_id = models.BigIntegerField(null=True)  # None: of many
    looks = models.PositiveIntegerField()
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    facts = models.JSONField(default=dict)
    found_at = models.DateTimeField()
    state = models.CharField(
        max_length=10, choices=LookState.choices, default=LookState.NEW, db_default="new"
    )

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "staff_id", "day", "rule", "citizen_id"],
                nulls_distinct=False,
                name="an_unusual_look_is_found_once",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "citizen_id"], name="unusual_by_citizen"),
            models.Index(fields=["municipality", "state", "-day", "id"], name="unusual_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} by #{self.staff_id} on {self.day}"


class LookSample(TenantModel):
    """The month's looks drawn by lot, with what is needed to draw them again."""

    append_only = True

    month = models.DateField()  # its first day
    seed = models.CharField(max_length=32)
    size = models.PositiveIntegerField()
    population = models.PositiveIntegerField()  # a member of staff, a citizen and a day are one
    drawn_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["municipality", "month"], name="a_month_is_drawn_once"),
        ]

    def __str__(self) -> str:
        return f"sample of {self.month:%Y-%m}"


class SampledLook(TenantModel):
    """One drawn: a member of staff's looks at a citizen on a day."""

    sample = models.ForeignKey(LookSample, models.PROTECT, related_name="drawn")
    place = models.PositiveIntegerField()
    staff_id = models.BigIntegerField()
    citizen_id = models.BigIntegerField()
    day = models.DateField()
    looks = models.PositiveIntegerField()
    state = models.CharField(
        max_length=10, choices=LookState.choices, default=LookState.NEW, db_default="new"
    )

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "sample", "place"], name="a_place_is_drawn_once"
            ),
        ]
        indexes = [models.Index(fields=["municipality", "citizen_id"], name="sampled_by_citizen")]

    def __str__(self) -> str:
        return f"{self.place} of sample #{self.sample_id}"


class LookDecision(TenantModel):
    """Somebody decided what a look that was found or drawn means; the newest row holds."""

    append_only = True

    unusual_id = models.BigIntegerField(null=True)
    sampled_id = models.BigIntegerField(null=True)
    state = models.CharField(max_length=10, choices=LookState.choices)
    note = models.CharField(max_length=1000)
    by_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="a_look_decision_has_a_note", condition=~Q(note="")),
        ]
        indexes = [
            models.Index(fields=["municipality", "unusual_id"], name="decisions_by_unusual"),
            models.Index(fields=["municipality", "sampled_id"], name="decisions_by_sampled"),
        ]

    def __str__(self) -> str:
        return f"{self.state} #{self.pk}"


class LookExport(TenantModel):
    """A file of looks and acts left the platform: about whom, why, and its digest."""

    append_only = True

    kind = models.CharField(max_length=10)  # of KINDS
    about_id = models.BigIntegerField()
    since = models.DateField()
    until = models.DateField()  # the last day of it
    format = models.CharField(max_length=4)
    reason = models.CharField(max_length=300)
    rows = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)  # SHA-256 of the file
    link_number = models.BigIntegerField()  # the chain's last link when it was made
    by_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="an_export_of_looks_says_why", condition=~Q(reason="")),
        ]
        indexes = [models.Index(fields=["municipality", "-at"], name="look_exports_by_time")]

    def __str__(self) -> str:
        return f"export about #{self.about_id}"
