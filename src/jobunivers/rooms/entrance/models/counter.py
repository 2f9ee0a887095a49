# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A helper at the counter does the entrance with a citizen who sits beside."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q, Value

from jobunivers.foundation.tenancy.models import TenantModel

LASTS = timedelta(minutes=60)


class Confirmed(models.TextChoices):
    """How she said yes."""

    OWN_LOGIN = "own_login"  # logged in herself, on her own device or the one in the waiting room
    AT_THE_COUNTER = "at_the_counter"  # on the helper's screen, having shown who she is


class Shown(models.TextChoices):
    """What she showed at the counter to prove who she is."""

    PASSPORT = "passport"
    DRIVING_LICENCE = "driving_licence"
    RESIDENCE_CARD = "residence_card"
    ID_CARD = "id_card"
    HEALTH_CARD = "health_card"  # has no picture: together with what the case says of her


class HelpSession(TenantModel):
    """A helper asked to act in a citizen's name; it counts from her yes, an hour at most."""

    citizen_id = models.BigIntegerField()
    helper_id = models.BigIntegerField()
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed = models.CharField(max_length=16, choices=Confirmed.choices, default="", blank=True)
    shown = models.CharField(max_length=16, choices=Shown.choices, default="", blank=True)
    ends_at = models.DateTimeField(null=True)
    # Refused, taken back, ended by her or the helper, or replaced by a newer one.
    ended_at = models.DateTimeField(null=True)
    ended_by_id = models.BigIntegerField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"],
                condition=Q(ended_at=None),
                name="a_citizen_has_one_helper_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["municipality", "helper_id"],
                condition=Q(ended_at=None),
                name="a_helper_helps_one_citizen_at_a_time",
            ),
            models.CheckConstraint(
                name="help_begins_with_a_yes_and_lasts_an_hour_at_most",
                condition=Q(confirmed_at=None, ends_at=None, confirmed="")
                | (
                    Q(ends_at__lte=F("confirmed_at") + Value(LASTS, models.DurationField()))
                    & ~Q(confirmed="")
                ),
            ),
            models.CheckConstraint(
                name="who_says_yes_at_the_counter_has_shown_who_she_is",
                condition=~Q(confirmed="at_the_counter") | ~Q(shown=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-asked_at"], name="help_by_citizen"
            ),
        ]

    def __str__(self) -> str:
        return f"help #{self.pk}"
