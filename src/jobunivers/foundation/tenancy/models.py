# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kommuner, and the two kinds of rows that say whose they are."""

from typing import ClassVar, Self, TypeVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.current import (
    current_municipality_id,
    municipality_id_or_none,
)

M = TypeVar("M", bound=models.Model)

NATIONAL_CODE = "0000"
_colour = RegexValidator(r"^#[0-9a-fA-F]{6}$")


class Municipality(models.Model):
    """A kommune on the platform, or the national organisation that runs it (code 0000)."""

    code = models.CharField(max_length=4, unique=True)
    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=100)
    host = models.CharField(max_length=253, unique=True, null=True, blank=True)
    opened_at = models.DateTimeField(null=True)
    primary_colour = models.CharField(max_length=7, default="#0059b3", validators=[_colour])
    accent_colour = models.CharField(max_length=7, default="#2a7d4f", validators=[_colour])
    logo = models.BinaryField(null=True)
    logo_type = models.CharField(max_length=30, default="", blank=True)
    contact_phone = models.CharField(max_length=30, default="", blank=True)
    contact_email = models.EmailField(default="", blank=True)
    contact_address = models.CharField(max_length=200, default="", blank=True)
    headline_da = models.CharField(max_length=120, default="", blank=True)
    headline_en = models.CharField(max_length=120, default="", blank=True)
    welcome_da = models.TextField(default="", blank=True)
    welcome_en = models.TextField(default="", blank=True)
    changed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="municipality_code_has_four_digits", condition=Q(code__regex=r"^\d{4}$")
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_national(self) -> bool:
        """Say whether this is the organisation that runs the platform, not a kommune."""
        return self.code == NATIONAL_CODE

    @property
    def theme_version(self) -> str:
        """Return a text that changes whenever the look changes, for addresses cached long."""
        stamp = int(self.changed_at.timestamp()) if self.changed_at else 0
        return f"{self.primary_colour[1:]}-{self.accent_colour[1:]}-{stamp}"


class TenantManager(models.Manager[M]):
    """Rows of the kommune being worked for; raises when there is none."""

    def get_queryset(self) -> models.QuerySet[M]:
        """Return the kommune's rows."""
        return super().get_queryset().filter(municipality_id=current_municipality_id())


class TenantModel(models.Model):
    """A row that belongs to exactly one kommune."""

    # With no kommune chosen the row has none, and PostgreSQL refuses it (NOT NULL).
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, default=municipality_id_or_none, related_name="+"
    )
    objects: ClassVar[TenantManager[Self]] = TenantManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"


class SharedOrOwnManager(models.Manager[M]):
    """Rows of the whole country together with those of the kommune being worked for."""

    def get_queryset(self) -> models.QuerySet[M]:
        """Return shared rows, and own rows when a kommune is chosen."""
        own = Q(municipality_id=None)
        if (municipality_id := municipality_id_or_none()) is not None:
            own |= Q(municipality_id=municipality_id)
        return super().get_queryset().filter(own)


class SharedOrOwnModel(models.Model):
    """A row of the whole country (no municipality) or of one kommune alone."""

    municipality = models.ForeignKey(Municipality, models.PROTECT, null=True, related_name="+")
    objects: ClassVar[SharedOrOwnManager[Self]] = SharedOrOwnManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"
