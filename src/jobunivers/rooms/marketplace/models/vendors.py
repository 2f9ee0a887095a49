# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The firms whose solutions are on the market."""

from django.db import models
from django.db.models import Q


class Vendor(models.Model):
    """A firm (or public body) that offers solutions to all kommuner."""

    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=150)
    # None, not empty: those without one (from abroad) would be one and the same.
    cvr = models.CharField(max_length=8, unique=True, null=True)  # noqa: DJ001
    about_da = models.TextField(default="", blank=True)
    about_en = models.TextField(default="", blank=True)
    website = models.URLField(max_length=500, default="", blank=True)
    support_email = models.EmailField(default="", blank=True)
    support_phone = models.CharField(max_length=30, default="", blank=True)
    fictitious = models.BooleanField(default=False)  # made up for the demo, and said so
    joined_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_vendors_cvr_has_eight_digits",
                condition=Q(cvr=None) | Q(cvr__regex=r"^\d{8}$"),
            ),
        ]

    def __str__(self) -> str:
        return self.name
