# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Shelves of the country, of a cluster, of a kommune; each may say otherwise than those above."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from jobunivers.foundation.tenancy.models import Municipality, SharedOrOwnModel
from jobunivers.rooms.marketplace.models.offers import Offer


class Cluster(models.Model):
    """Some kommuner that fill shelves together."""

    key = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=100)

    class Meta:
        pass

    def __str__(self) -> str:
        return self.name


class ClusterMember(models.Model):
    """A kommune of a cluster, by its code; each is in at most one."""

    cluster = models.ForeignKey(Cluster, models.CASCADE, related_name="members")
    kommune = models.OneToOneField(Municipality, models.CASCADE, related_name="+")

    class Meta:
        pass

    def __str__(self) -> str:
        return f"member #{self.pk}"


class Shelf(SharedOrOwnModel):
    """A shelf: of the country (no kommune, no cluster), of a cluster, or a kommune's own.

    A kommune's shelf with the key of one above stands instead of it.
    """

    key = models.SlugField(max_length=40)
    cluster = models.ForeignKey(Cluster, models.CASCADE, null=True, related_name="+")
    title_da = models.CharField(max_length=80)
    title_en = models.CharField(max_length=80, default="", blank=True)
    about_da = models.CharField(max_length=300, default="", blank=True)
    about_en = models.CharField(max_length=300, default="", blank=True)
    order = models.PositiveSmallIntegerField(default=100)
    hidden = models.BooleanField(default=False)
    changed_at = models.DateTimeField()
    changed_by_id = models.BigIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "cluster", "key"],
                nulls_distinct=False,
                name="a_shelf_is_there_once",
            ),
            models.CheckConstraint(
                name="a_shelf_is_of_one_level",
                condition=Q(municipality=None) | Q(cluster=None),
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Stance(models.TextChoices):
    """What is said of an offer on a shelf."""

    SHOW = "show"
    FEATURE = "feature"
    HIDE = "hide"


class ShelfEntry(SharedOrOwnModel):
    """An offer on a shelf, said by the country, a cluster or a kommune; the nearest word counts.

    Attributes:
        courses: codes of the courses it is for; empty: for all.
        least_version: shown only where the kommune runs at this level of the vision or higher.
        starts_on, ends_on: from and to which day, both in it.
    """

    shelf_key = models.SlugField(max_length=40)
    cluster = models.ForeignKey(Cluster, models.CASCADE, null=True, related_name="+")
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    stance = models.CharField(max_length=8, choices=Stance.choices, default=Stance.SHOW)
    order = models.PositiveIntegerField(default=1000)
    courses = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    least_version = models.PositiveSmallIntegerField(default=1)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    why = models.CharField(max_length=300, default="", blank=True)
    decided_at = models.DateTimeField()
    decided_by_id = models.BigIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "cluster", "shelf_key", "offer"],
                nulls_distinct=False,
                name="an_offer_is_on_a_shelf_once",
            ),
            models.CheckConstraint(
                name="an_entry_is_of_one_level",
                condition=Q(municipality=None) | Q(cluster=None),
            ),
            models.CheckConstraint(
                name="an_entry_ends_after_it_begins",
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"entry #{self.pk}"
