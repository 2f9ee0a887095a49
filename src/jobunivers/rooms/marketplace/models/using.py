# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who uses an offer, and what they say of it. All of it is a kommune's own."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.rooms.marketplace.models.offers import Offer, Way


class KeptOffer(TenantModel):
    """She has saved it for later."""

    citizen_id = models.BigIntegerField()
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "offer"], name="an_offer_is_saved_once"
            ),
        ]

    def __str__(self) -> str:
        return f"kept #{self.pk}"


class OfferUse(TenantModel):
    """How far she has come with an offer; one row, however often she opens it.

    `progress` is 0 … 1 as the offer tells it; `score` likewise, None when there is none.
    """

    citizen_id = models.BigIntegerField()
    offer = models.ForeignKey(Offer, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    way = models.CharField(max_length=8, choices=Way.choices)
    started_at = models.DateTimeField()
    last_at = models.DateTimeField()
    starts = models.PositiveIntegerField(default=1)
    progress = models.FloatField(default=0)
    score = models.FloatField(null=True)
    completed_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "offer"], name="a_use_has_one_row"
            ),
            models.CheckConstraint(
                name="progress_and_score_lie_between_none_and_all",
                condition=Q(progress__gte=0, progress__lte=1)
                & (Q(score=None) | Q(score__gte=0, score__lte=1)),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "citizen_id", "-last_at"], name="uses_by_citizen"),
            models.Index(fields=["municipality", "offer", "started_at"], name="uses_by_offer"),
        ]

    def __str__(self) -> str:
        return f"use #{self.pk}"


class Act(models.TextChoices):
    """What happened between a citizen and an offer."""

    SHOWN = "shown"  # its own page was opened
    STARTED = "started"
    COMPLETED = "completed"
    ASSIGNED = "assigned"
    STOPPED = "stopped"
    TAKEN_BACK = "taken_back"  # whoever told of an act says that it never was


class UseAct(TenantModel):
    """One act, added and never changed: what is paid by and what effect is measured from.

    `key` makes an act count once: the same start told twice has the same key. An act that never
    was stays; another one takes it back by its number, and it counts no more.
    """

    append_only = True

    citizen_id = models.BigIntegerField()
    # An act is never changed, so it does not hold on to the row it is about.
    offer_id = models.BigIntegerField()
    version = models.PositiveIntegerField()
    act = models.CharField(max_length=10, choices=Act.choices)
    at = models.DateTimeField()
    key = models.CharField(max_length=80)
    takes_back = models.BigIntegerField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["municipality", "key"], name="an_act_counts_once"),
            models.UniqueConstraint(
                fields=["municipality", "takes_back"],
                condition=Q(takes_back__isnull=False),
                name="an_act_is_taken_back_once",
            ),
            models.CheckConstraint(
                name="what_takes_back_says_which",
                condition=Q(act="taken_back", takes_back__isnull=False)
                | (~Q(act="taken_back") & Q(takes_back=None)),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "offer_id", "at"], name="acts_by_offer"),
            models.Index(fields=["municipality", "citizen_id", "-at"], name="acts_by_citizen"),
        ]

    def __str__(self) -> str:
        return f"act #{self.pk}"


class RatingState(models.TextChoices):
    """Whether others read her words."""

    WAITING = "waiting"
    SHOWN = "shown"
    HIDDEN = "hidden"


class Rating(TenantModel):
    """What somebody who has used an offer says of it: one to five, and words if she likes.

    Stars count at once; words are read by a person before others read them.
    """

    citizen_id = models.BigIntegerField()
    offer = models.ForeignKey(Offer, models.PROTECT, related_name="+")
    offer_version = models.PositiveIntegerField()
    stars = models.PositiveSmallIntegerField()
    words = models.TextField(default="", blank=True)
    state = models.CharField(max_length=8, choices=RatingState.choices, default=RatingState.WAITING)
    hidden_why = models.CharField(max_length=200, default="", blank=True)
    decided_by_id = models.BigIntegerField(null=True)
    decided_at = models.DateTimeField(null=True)
    at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "offer"], name="an_offer_is_rated_once"
            ),
            models.CheckConstraint(
                name="stars_are_one_to_five", condition=Q(stars__gte=1, stars__lte=5)
            ),
            models.CheckConstraint(
                name="what_is_hidden_says_why", condition=~Q(state="hidden") | ~Q(hidden_why="")
            ),
        ]
        indexes = [models.Index(fields=["municipality", "offer", "state"], name="ratings_by_offer")]

    def __str__(self) -> str:
        return f"rating #{self.pk}"


class OfferTally(models.Model):
    """One kommune's numbers of one offer, written by it at night for all to add up.

    No person is in it, and what is shown of sums is never of fewer than ten people.
    """

    municipality_code = models.CharField(max_length=4)
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    users = models.PositiveIntegerField(default=0)
    starts = models.PositiveIntegerField(default=0)
    completions = models.PositiveIntegerField(default=0)
    ratings = models.PositiveIntegerField(default=0)
    stars = models.PositiveIntegerField(default=0)  # their sum
    counted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality_code", "offer"], name="a_kommune_tallies_an_offer_once"
            ),
        ]

    def __str__(self) -> str:
        return f"tally #{self.pk}"
