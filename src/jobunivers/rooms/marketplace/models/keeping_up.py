# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What editors keep up: whether addresses still answer, and the level a kommune runs at."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import SharedOrOwnModel, TenantModel
from jobunivers.rooms.marketplace.models.offers import Offer


class LinkState(models.TextChoices):
    """What came of asking an address."""

    WORKS = "works"
    GONE = "gone"  # it answers that there is nothing
    FAILS = "fails"  # it answers with an error
    SILENT = "silent"  # no answer in time, or no such host
    LOOP = "loop"  # it leads on and on
    REFUSED = "refused"  # it leads into a private network, or it is no web address
    CLOSED = "closed"  # it asks robots to stay away: a person must look


class LinkCheck(SharedOrOwnModel):
    """The last time an offer's address was asked.

    Attributes:
        failures: so many times in a row it did not work.
        failing_since: the first of them.
    """

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    url = models.CharField(max_length=1000)
    state = models.CharField(max_length=8, choices=LinkState.choices)
    status = models.PositiveSmallIntegerField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)
    failing_since = models.DateTimeField(null=True)
    checked_at = models.DateTimeField()

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "offer"],
                nulls_distinct=False,
                name="an_address_is_checked_in_one_row",
            ),
        ]

    def __str__(self) -> str:
        return f"link #{self.pk}"


class VisionLevel(TenantModel):
    """From a day on the kommune runs at this level of the vision, 1 … 5; without a row at 5.

    A decision is added and never changed; of two for one day the later counts.
    """

    append_only = True

    level = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    why = models.CharField(max_length=300)
    decided_at = models.DateTimeField()
    decided_by_id = models.BigIntegerField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_level_is_one_to_five", condition=Q(level__gte=1, level__lte=5)
            ),
        ]
        indexes = [models.Index(fields=["municipality", "-from_on"], name="levels_by_day")]

    def __str__(self) -> str:
        return f"level #{self.pk}"
