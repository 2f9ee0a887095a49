# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was proposed for a talk, why, and whether it was used."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.rooms.talks.models.talks import Talk


class ProposalKind(models.TextChoices):
    """What is proposed."""

    FOCUS = "focus"
    JOB = "job"
    CARD = "card"


class ProposalState(models.TextChoices):
    """What became of a proposal."""

    SHOWN = "shown"
    USED = "used"
    ASIDE = "aside"


class Proposal(TenantModel):
    """A subject, a job or a cue card that was shown for a talk.

    `code`: of a rule, the number of an advertisement, or the key of a card; `version`: of the
    rules, of the model, or the number of the card. `reasons`: the facts it stood on that day.
    """

    citizen_id = models.BigIntegerField()
    talk = models.ForeignKey(Talk, models.CASCADE, related_name="proposals")
    kind = models.CharField(max_length=6, choices=ProposalKind.choices)
    code = models.CharField(max_length=60)
    version = models.CharField(max_length=60)
    reasons = models.JSONField(default=dict)
    order = models.PositiveSmallIntegerField(default=0)
    shown_at = models.DateTimeField()
    state = models.CharField(
        max_length=5, choices=ProposalState.choices, default=ProposalState.SHOWN
    )
    settled_by_id = models.BigIntegerField(null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["talk", "kind", "code"], name="a_proposal_is_made_once_in_a_talk"
            ),
            models.CheckConstraint(
                name="a_settled_proposal_says_by_whom",
                condition=Q(state="shown", settled_by_id=None, settled_at=None)
                | (~Q(state="shown") & Q(settled_by_id__isnull=False, settled_at__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "shown_at", "kind"], name="proposals_by_day"),
            models.Index(fields=["municipality", "citizen_id"], name="proposals_by_citizen"),
        ]

    def __str__(self) -> str:
        return f"proposal #{self.pk}"

    @property
    def put_aside_by_her(self) -> bool:
        """Say whether the citizen said no to it."""
        return self.state == ProposalState.ASIDE and self.settled_by_id == self.citizen_id
