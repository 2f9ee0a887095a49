# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of trust: who looked, what a model's quality was measured to be, who switched it off."""

from django.db import models
from django.db.models import F, Q

from jobunivers.foundation.tenancy.models import SharedOrOwnModel, TenantModel


class Look(TenantModel):
    """A member of staff looked at a citizen. Only ever added to; the citizen reads it."""

    append_only = True

    citizen_id = models.BigIntegerField()
    viewer_id = models.BigIntegerField()
    viewer_role = models.CharField(max_length=20)
    at = models.DateTimeField()
    part = models.CharField(max_length=60)
    reason = models.CharField(max_length=60)
    note = models.CharField(max_length=200, default="", blank=True)
    # Her name and address were kept back when it was written: such looks are looked through first.
    protected = models.BooleanField(default=False, db_default=False)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="look_has_a_reason", condition=~models.Q(reason="")),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-at"],
                include=["viewer_id"],
                name="looks_by_citizen",
            ),
            models.Index(fields=["municipality", "viewer_id", "-at"], name="looks_by_viewer"),
            # By whom she was looked at, one after the other, and the looks of one of them.
            models.Index(
                fields=["municipality", "citizen_id", "viewer_id", "-at"],
                name="looks_by_citizen_and_viewer",
            ),
            # Whom staff have looked at lately is counted from the index alone.
            models.Index(
                fields=["municipality", "part", "at"], include=["citizen_id"], name="looks_by_part"
            ),
            models.Index(
                fields=["municipality", "-at"],
                name="looks_at_protected_people",
                condition=Q(protected=True),
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.viewer_id} looked at #{self.citizen_id}"


class ModelFigure(models.Model):
    """A measured figure of one version of a model: the same for the country, and of no person.

    Measured on answer sheets and simulated people. Only ever added to: a figure once shown stays.
    """

    append_only = True

    code = models.CharField(max_length=40)
    version = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    group = models.CharField(max_length=60, default="", blank=True)  # "" is everybody
    value = models.FloatField()
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    baseline = models.FloatField(null=True)
    measured_at = models.DateTimeField()
    command = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "version", "name", "group", "measured_at"],
                name="a_figure_is_measured_once_at_a_time",
            ),
            models.CheckConstraint(
                name="a_figure_lies_within_its_interval",
                condition=(Q(low=None) | Q(low__lte=F("value")))
                & (Q(high=None) | Q(high__gte=F("value"))),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.version} {self.name} = {self.value}"


class GroupFigure(SharedOrOwnModel):
    """How good a model was in real use for one group: a kommune's own, or the whole country's.

    Made anew every night from what rooms keep; groups of fewer than twenty people are not there.
    """

    code = models.CharField(max_length=40)
    name = models.CharField(max_length=40)
    dimension = models.CharField(max_length=20)
    group = models.CharField(max_length=80)
    people = models.PositiveIntegerField()
    value = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()
    counted_at = models.DateTimeField()

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "code", "name", "dimension", "group"],
                nulls_distinct=False,
                name="a_group_has_one_figure_of_a_kind",
            ),
            models.CheckConstraint(
                name="a_group_is_of_twenty_or_more", condition=Q(people__gte=20)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name} of {self.dimension}:{self.group}"


class ModelSwitch(TenantModel):
    """A kommune switched a model on or off. Only ever added to; the newest row holds."""

    append_only = True

    code = models.CharField(max_length=40)
    on = models.BooleanField()
    actor_id = models.BigIntegerField()
    at = models.DateTimeField()
    reason = models.CharField(max_length=500)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="switch_has_a_reason", condition=~models.Q(reason="")),
        ]
        indexes = [
            models.Index(fields=["municipality", "code", "-id"], name="switches_by_model"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {'on' if self.on else 'off'}"


class Consent(TenantModel):
    """A citizen allowed one use of one source of data, and perhaps took it back.

    A row is one period of consent: it is closed, never changed or used again. `text` is what she
    read when she said yes, so that it can be shown what she agreed to.
    """

    citizen_id = models.BigIntegerField()
    source = models.CharField(max_length=40)
    purpose = models.CharField(max_length=40)
    text_version = models.CharField(max_length=20)
    text = models.TextField()
    given_at = models.DateTimeField()
    given_by_id = models.BigIntegerField()  # herself, or who helped her
    withdrawn_at = models.DateTimeField(null=True)  # from this moment on it does not hold
    withdrawn_by_id = models.BigIntegerField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "source", "purpose"],
                condition=Q(withdrawn_at=None),
                name="a_consent_is_given_once_at_a_time",
            ),
            models.CheckConstraint(
                name="a_consent_is_given_before_it_is_withdrawn",
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("given_at")),
            ),
            models.CheckConstraint(
                name="a_consent_withdrawn_says_by_whom",
                condition=Q(withdrawn_at=None, withdrawn_by_id=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by_id__isnull=False),
            ),
            models.CheckConstraint(name="a_consent_has_a_text", condition=~Q(text="")),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-given_at"], name="consents_by_citizen"
            ),
        ]

    def __str__(self) -> str:
        return f"consent #{self.pk} of #{self.citizen_id} to {self.source}/{self.purpose}"


class OfficerContact(TenantModel):
    """Where citizens reach who sees to data protection in the kommune (GDPR article 37(7))."""

    name = models.CharField(max_length=120)
    email = models.EmailField(max_length=254, default="", blank=True)
    phone = models.CharField(max_length=30, default="", blank=True)
    version = models.PositiveIntegerField(default=1)  # of the text, so that two windows are seen
    changed_at = models.DateTimeField()
    changed_by_id = models.BigIntegerField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality"], name="a_kommune_has_one_contact_of_its_officer"
            ),
            models.CheckConstraint(
                name="the_officer_can_be_written_to_or_rung_up",
                condition=~Q(email="") | ~Q(phone=""),
            ),
        ]

    def __str__(self) -> str:
        return f"officer of {self.municipality_id}"
