# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The board of the shared library: who sits on it and when, what is proposed, what they say.

These rows say nothing of a citizen and are read across kommuner, as the board works: every kommune
sees who decides. A member's name is that of a member of staff in an office.
"""

from django.db import models
from django.db.models import F, Q

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.marketplace.queries import Offer


class BoardRules(models.Model):
    """How many must say yes; one row, or none until it is said otherwise."""

    quorum = models.PositiveSmallIntegerField(default=2)
    changed_at = models.DateTimeField()
    changed_by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_board_decides_with_two_or_more", condition=Q(quorum__gte=2)
            ),
        ]

    def __str__(self) -> str:
        return f"quorum {self.quorum}"


class BoardMember(models.Model):
    """A person whom a kommune has put forward, and the time for which she was named."""

    kommune = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    person_id = models.BigIntegerField()
    name = models.CharField(max_length=120)
    put_forward_at = models.DateTimeField()
    put_forward_by_id = models.BigIntegerField(null=True)
    from_on = models.DateField(null=True)  # None: not named yet
    until_on = models.DateField(null=True)  # the first day she is not on it; None: no end
    named_at = models.DateTimeField(null=True)
    named_by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kommune", "person_id"], name="a_person_is_put_forward_once"
            ),
            models.CheckConstraint(
                name="a_membership_ends_after_it_begins",
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"member {self.pk}"


class ProposalState(models.TextChoices):
    """What has become of a proposal."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"


class Proposal(models.Model):
    """A version of shared content that a kommune asks all to have.

    Attributes:
        offer: the shared one; `number` is the version that waits.
        origin_id: the kommune's own offer it is a copy of; None when it was written as shared.
        as_it_is: offered to others without the board; it then stands on no shelf of the country.
    """

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    kommune = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    origin_id = models.BigIntegerField(null=True)
    as_it_is = models.BooleanField(default=False)
    state = models.CharField(
        max_length=10, choices=ProposalState.choices, default=ProposalState.WAITING
    )
    why = models.CharField(max_length=600, default="", blank=True)
    proposed_at = models.DateTimeField()
    proposed_by_id = models.BigIntegerField()
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["offer", "number"],
                condition=Q(state="waiting"),
                name="a_version_is_proposed_once_at_a_time",
            ),
            models.CheckConstraint(
                name="what_is_decided_says_when",
                condition=Q(state="waiting", decided_at=None)
                | (~Q(state="waiting") & Q(decided_at__isnull=False)),
            ),
        ]
        indexes = [models.Index(fields=["state", "proposed_at"], name="proposals_that_wait")]

    def __str__(self) -> str:
        return f"proposal {self.pk}"


class Vote(models.Model):
    """What a member says of a proposal; her last word counts."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="votes")
    member = models.ForeignKey(BoardMember, models.PROTECT, related_name="+")
    yes = models.BooleanField(null=True)  # None: a comment alone
    words = models.CharField(max_length=600, default="", blank=True)
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposal", "member"], name="a_member_votes_once"),
        ]

    def __str__(self) -> str:
        return f"vote on {self.proposal_id}"
