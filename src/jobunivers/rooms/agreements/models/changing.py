# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Other terms for an agreement that holds, and what terms would have cost a kommune."""

from django.db import models
from django.db.models import F, Q

from jobunivers.foundation.tenancy.models import Municipality, TenantModel
from jobunivers.rooms.agreements.models.agreements import Agreement


class ChangeState(models.TextChoices):
    """How far a change is; only what the firm has accepted can be approved."""

    DRAFT = "draft"
    SENT = "sent"
    ACCEPTED = "accepted"
    APPROVED = "approved"  # its terms hold from their day on
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"  # its day came, or the agreement ended, before all had said yes


OPEN_CHANGES = (ChangeState.DRAFT, ChangeState.SENT, ChangeState.ACCEPTED)


class Amendment(models.Model):
    """Other terms from a day on: written by the kommune that leads, accepted by the firm, approved.

    Read by all parties and by the firm, so it is of no single kommune; no citizen is in it.

    Attributes:
        said: `science.pricing.as_json`, like `AgreementTerms`; they begin on the first of a month.
        why: what the firm and the other kommuner are told.
        answer: what the firm says when it refuses.
        version: rises with each writing and each step.
    """

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="+")
    from_on = models.DateField()
    said = models.JSONField()
    why = models.CharField(max_length=500, default="", blank=True)
    state = models.CharField(max_length=9, choices=ChangeState.choices, default=ChangeState.DRAFT)
    made_at = models.DateTimeField()
    written_at = models.DateTimeField()
    written_by_id = models.BigIntegerField(null=True)
    sent_at = models.DateTimeField(null=True)
    sent_by_id = models.BigIntegerField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by_id = models.BigIntegerField(null=True)
    answer = models.CharField(max_length=500, default="", blank=True)
    approved_at = models.DateTimeField(null=True)
    approved_by_id = models.BigIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement"],
                condition=Q(state__in=["draft", "sent", "accepted"]),
                name="an_agreement_is_changed_by_one_at_a_time",
            ),
            models.CheckConstraint(
                name="changed_terms_begin_on_the_first", condition=Q(from_on__day=1)
            ),
            models.CheckConstraint(
                name="who_writes_a_change_does_not_approve_it",
                condition=Q(approved_by_id=None)
                | (~Q(approved_by_id=F("written_by_id")) & ~Q(approved_by_id=F("sent_by_id"))),
            ),
            models.CheckConstraint(
                name="an_approved_change_was_sent_and_accepted",
                condition=~Q(state="approved")
                | (
                    Q(sent_at__isnull=False)
                    & Q(answered_at__isnull=False)
                    & Q(approved_at__isnull=False)
                ),
            ),
        ]
        indexes = [models.Index(fields=["agreement", "state"], name="changes_by_agreement")]

    def __str__(self) -> str:
        return f"change #{self.pk}"


class AmendmentYes(models.Model):
    """The yes of another kommune of the agreement to a change, as it was sent."""

    amendment = models.ForeignKey(Amendment, models.CASCADE, related_name="+")
    kommune = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["amendment", "kommune"], name="a_kommune_says_yes_to_a_change_once"
            ),
        ]

    def __str__(self) -> str:
        return f"yes #{self.pk}"


class Trial(TenantModel):
    """What a kommune's own month would count by terms that do not hold yet, or by those that do.

    Counted when terms are written and at night, so that a page reads three rows and not a month
    of acts. No person is in it.

    Attributes:
        amendment_id: of a change; 0: the agreement's own terms.
        key: a digest of what the count depends on (`queries.trials.key_of`).
        told: `queries.measures.Counted` as JSON.
    """

    agreement_id = models.BigIntegerField()
    amendment_id = models.BigIntegerField(default=0)
    month = models.DateField()
    key = models.CharField(max_length=64)
    told = models.JSONField()
    counted_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "agreement_id", "amendment_id", "month"],
                name="a_month_is_tried_once_by_the_same_terms",
            ),
        ]

    def __str__(self) -> str:
        return f"trial #{self.pk}"
