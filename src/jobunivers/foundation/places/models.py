# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where in Denmark: regions, kommuner and postcodes. Shared by all; no row has an owner."""

from django.db import models
from django.db.models import Q


class Region(models.Model):
    """A region; `code` is the official four digits, e.g. "1082"."""

    code = models.CharField(max_length=4, unique=True)
    name = models.CharField(max_length=60)
    slug = models.SlugField(max_length=60, unique=True)
    retired_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class KommuneArea(models.Model):
    """A kommune on the map; the organisation that uses the platform is tenancy's Municipality."""

    code = models.CharField(max_length=4, unique=True)
    name = models.CharField(max_length=100)
    slug = models.SlugField(max_length=60, unique=True)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="kommuner")
    lat = models.FloatField()
    lon = models.FloatField()
    polygons = models.JSONField(default=list)  # GeoJSON MultiPolygon coordinates; empty: unknown
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="kommune_code_has_four_digits", condition=Q(code__regex=r"^\d{4}$")
            )
        ]

    def __str__(self) -> str:
        return self.name


class Postcode(models.Model):
    """A postcode with a point on land and the kommune most of it lies in."""

    code = models.CharField(max_length=4, unique=True)
    city = models.CharField(max_length=60)
    lat = models.FloatField()
    lon = models.FloatField()
    kommune_code = models.CharField(max_length=4)
    other_kommuner = models.JSONField(default=list)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="postcode_has_four_digits", condition=Q(code__regex=r"^\d{4}$")
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.city}"
