# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a firm may know of the use of its solutions: sums of months that are over.

`KommuneMonth` is what each kommune counts; nobody outside the platform reads it.
`PublishedMonth` is made of it once, and never changed: what is published twice with one person
more would tell of that person.
"""

from django.db import models
from django.db.models import Q

from jobunivers.rooms.marketplace.queries import Offer


class KommuneMonth(models.Model):
    """One kommune's people with one solution in a month that is over; each person counts once.

    `users` began it at least once, `starts` is how often they did, `completers` are through.
    `raters` and `stars` (their sum) are of all until the end of the month.
    """

    municipality_code = models.CharField(max_length=4)
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    month = models.DateField()  # its first day
    users = models.PositiveIntegerField(default=0)
    starts = models.PositiveIntegerField(default=0)
    completers = models.PositiveIntegerField(default=0)
    raters = models.PositiveIntegerField(default=0)
    stars = models.PositiveIntegerField(default=0)
    counted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality_code", "offer", "month"],
                name="a_kommune_counts_a_month_once",
            ),
            models.CheckConstraint(
                name="a_month_begins_on_its_first_day", condition=Q(month__day=1)
            ),
        ]
        indexes = [models.Index(fields=["month", "offer"], name="kommune_months_by_month")]

    def __str__(self) -> str:
        return f"month #{self.pk}"


class PublishedMonth(models.Model):
    """What the firm reads of a month: `figures` is `queries.disclosure.Shown` as JSON."""

    append_only = True

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    month = models.DateField()
    figures = models.JSONField()
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["offer", "month"], name="a_month_is_published_once"),
        ]

    def __str__(self) -> str:
        return f"published #{self.pk}"


class SaidWords(models.Model):
    """What somebody wrote of a solution and an editor let others read; no name, day or kommune.

    `municipality_code` and `rating_id` keep it in step with the kommune's own row; the firm is
    shown neither.
    """

    municipality_code = models.CharField(max_length=4)
    rating_id = models.BigIntegerField()
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    words = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality_code", "rating_id"], name="words_are_passed_on_once"
            ),
        ]

    def __str__(self) -> str:
        return f"words #{self.pk}"
