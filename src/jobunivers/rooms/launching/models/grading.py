# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What LTI needs to remember between two requests, and what tools tell back. A kommune's own."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.rooms.launching.models.lti import LtiTool
from jobunivers.rooms.marketplace.queries import Offer


class LtiLaunch(TenantModel):
    """A launch on its way to a tool: used once, within minutes, by the person it was made for.

    Attributes:
        digest: SHA-256 of what the tool brings back (`lti_message_hint`, or `data` of what is
            picked); the text itself is nowhere.
        citizen_id: who launches; None when staff (`actor_id`) pick content.
        used_at: when the tool got its token.
        answered_at: when what staff picked came back.
    """

    digest = models.CharField(max_length=64)
    tool = models.ForeignKey(LtiTool, models.CASCADE, related_name="+")
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    citizen_id = models.BigIntegerField(null=True)
    actor_id = models.BigIntegerField(null=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "digest"], name="a_launch_is_made_once"
            ),
            models.CheckConstraint(
                name="a_launch_is_not_a_citizens_and_staffs_at_once",
                condition=Q(citizen_id=None) | Q(actor_id=None),
            ),
        ]
        indexes = [models.Index(fields=["municipality", "expires_at"], name="launches_by_end")]

    def __str__(self) -> str:
        return f"launch #{self.pk}"


class LtiToken(TenantModel):
    """What a tool's own requests are let in with, for a while; only its digest is kept."""

    digest = models.CharField(max_length=64)
    tool = models.ForeignKey(LtiTool, models.CASCADE, related_name="+")
    scope = models.CharField(max_length=400)
    expires_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "digest"], name="a_tools_token_is_made_once"
            ),
        ]
        indexes = [models.Index(fields=["municipality", "expires_at"], name="lti_tokens_by_end")]

    def __str__(self) -> str:
        return f"tool's token #{self.pk}"


class LtiSeen(TenantModel):
    """The mark of a signed message of a tool, kept until it would be too old anyway."""

    digest = models.CharField(max_length=64)
    tool = models.ForeignKey(LtiTool, models.CASCADE, related_name="+")
    expires_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "tool", "digest"], name="a_message_is_read_once"
            ),
        ]
        indexes = [models.Index(fields=["municipality", "expires_at"], name="lti_seen_by_end")]

    def __str__(self) -> str:
        return f"seen #{self.pk}"


class LineItem(TenantModel):
    """Something a tool tells results of.

    Attributes:
        offer: what is launched.
        counts: it is about the whole offer; others are about a part of it and only kept.
        own: the platform's own line for the offer; a tool cannot remove it.
    """

    tool = models.ForeignKey(LtiTool, models.CASCADE, related_name="+")
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    label = models.CharField(max_length=150)
    maximum = models.FloatField()
    resource_id = models.CharField(max_length=200, default="", blank=True)
    tag = models.CharField(max_length=200, default="", blank=True)
    counts = models.BooleanField(default=False)
    own = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "offer"],
                condition=Q(own=True),
                name="an_offer_has_one_line_of_its_own",
            ),
            models.CheckConstraint(
                name="a_line_has_a_maximum_above_nothing", condition=Q(maximum__gt=0)
            ),
        ]
        indexes = [models.Index(fields=["municipality", "offer"], name="lines_by_offer")]

    def __str__(self) -> str:
        return f"line #{self.pk}"


class Score(TenantModel):
    """A citizen's newest result on a line, as the tool told it.

    `told_at` is the tool's own time of it: an older one never takes its place.
    """

    line = models.ForeignKey(LineItem, models.CASCADE, related_name="scores")
    citizen_id = models.BigIntegerField()
    given = models.FloatField(null=True)
    maximum = models.FloatField(null=True)
    activity = models.CharField(max_length=20)
    grading = models.CharField(max_length=20)
    told_at = models.DateTimeField()
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "line", "citizen_id"], name="a_line_has_one_score_of_her"
            ),
            models.CheckConstraint(
                name="a_score_has_a_maximum",
                condition=Q(given=None) | (Q(given__gte=0) & Q(maximum__gt=0)),
            ),
        ]
        indexes = [models.Index(fields=["municipality", "citizen_id"], name="scores_by_citizen")]

    def __str__(self) -> str:
        return f"score #{self.pk}"
