# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What citizens did, day by day, prepared from the log of events. What she reads is not counted."""

from django.db import models

from jobunivers.foundation.tenancy.models import TenantModel


class ActivityDay(TenantModel):
    """What a citizen did on one day (Danish time): how often, of each kind."""

    citizen_id = models.BigIntegerField()
    day = models.DateField()
    logins = models.PositiveSmallIntegerField(default=0)
    profile = models.PositiveSmallIntegerField(default=0)
    marks = models.PositiveSmallIntegerField(default=0)  # kept, hidden, more of this
    searches = models.PositiveSmallIntegerField(default=0)  # saved
    applications = models.PositiveSmallIntegerField(default=0)  # logged or moved on
    contacts = models.PositiveSmallIntegerField(default=0)  # told us something, booked, answered
    learning = models.PositiveSmallIntegerField(default=0)
    points = models.FloatField(default=0.0)  # science.segmentation.activity: POINTS

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "day"], name="a_day_is_counted_once"
            ),
        ]
        indexes = [models.Index(fields=["municipality", "day"], name="activity_by_day")]

    def __str__(self) -> str:
        return f"activity of {self.day}"


class ActivityState(TenantModel):
    """The same as sums, for pages and rules; `as_of` is the day they were counted."""

    citizen_id = models.BigIntegerField()
    as_of = models.DateField()
    last_active_on = models.DateField(null=True)  # a day with enough points
    last_login_on = models.DateField(null=True)
    points7 = models.FloatField(default=0.0)
    points30 = models.FloatField(default=0.0)
    points90 = models.FloatField(default=0.0)
    applications30 = models.PositiveIntegerField(default=0)
    active_weeks = models.PositiveSmallIntegerField(default=0)  # in a row, up to now

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"], name="a_citizen_has_one_activity_state"
            ),
        ]

    def __str__(self) -> str:
        return f"activity state #{self.pk}"


class ActivityCursor(TenantModel):
    """How far the log of events has been read; one a kommune.

    Numbers of events are given before their transactions end, so what is above `settled_id` is
    read again until every transaction that ran then has ended.
    """

    settled_id = models.BigIntegerField(default=0)
    seen_id = models.BigIntegerField(default=0)
    seen_horizon = models.BigIntegerField(default=0)  # PostgreSQL's next transaction then
    read_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality"], name="a_kommune_reads_its_events_once"
            ),
        ]

    def __str__(self) -> str:
        return f"read to #{self.settled_id}"
