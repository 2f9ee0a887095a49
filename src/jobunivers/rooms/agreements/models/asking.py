# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a firm asks for its solutions: prices it publishes, and other prices in an agreement.

Nothing here moves an amount: what is paid is what a kommune and a firm have agreed.
"""

from django.db import models
from django.db.models import Q

from jobunivers.rooms.agreements.models.agreements import Agreement
from jobunivers.rooms.agreements.models.changing import Amendment
from jobunivers.rooms.marketplace.queries import Offer


class PriceList(models.Model):
    """The prices a firm asks for a solution; those who buy read them and may begin with them.

    Attributes:
        said: `science.pricing.as_json`, like `AgreementTerms`.
        words: what is in the price, in the firm's own words.
        withdrawn_at: the firm asks no price any more.
        version: rises with each writing.
    """

    offer = models.OneToOneField(Offer, models.CASCADE, related_name="+")
    said = models.JSONField()
    words = models.CharField(max_length=300, default="", blank=True)
    published_at = models.DateTimeField()
    published_by_id = models.BigIntegerField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        pass

    def __str__(self) -> str:
        return f"prices of offer {self.offer_id}"


class Asked(models.TextChoices):
    """How far a firm's request for other prices is."""

    OPEN = "open"
    TAKEN_UP = "taken_up"  # the kommune has written a change of it
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"  # by the firm
    LAPSED = "lapsed"  # its day came, or the agreement ended, before anybody answered


class PriceRequest(models.Model):
    """A firm asks for other prices in an agreement, from a day on.

    Read by the firm and by the kommuner of the agreement; no citizen is in it.

    Attributes:
        said: the prices asked for, `science.pricing.as_json`.
        answer: why the kommune says no.
        amendment: the change that was written of it; it need not say the same.
    """

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="+")
    from_on = models.DateField()
    said = models.JSONField()
    why = models.CharField(max_length=500)
    state = models.CharField(max_length=9, choices=Asked.choices, default=Asked.OPEN)
    asked_at = models.DateTimeField()
    asked_by_id = models.BigIntegerField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by_id = models.BigIntegerField(null=True)
    answer = models.CharField(max_length=500, default="", blank=True)
    amendment = models.ForeignKey(Amendment, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement"],
                condition=Q(state="open"),
                name="other_prices_are_asked_for_once_at_a_time",
            ),
            models.CheckConstraint(
                name="prices_asked_for_begin_on_the_first", condition=Q(from_on__day=1)
            ),
            models.CheckConstraint(
                name="who_declines_prices_says_why", condition=~Q(state="declined") | ~Q(answer="")
            ),
        ]
        indexes = [models.Index(fields=["agreement", "state"], name="requests_by_agreement")]

    def __str__(self) -> str:
        return f"request #{self.pk}"
