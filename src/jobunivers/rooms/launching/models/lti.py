# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A vendor's tool after LTI 1.3, for all kommuner alike, and which offers it opens."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jobunivers.rooms.marketplace.queries import Offer


class LtiTool(models.Model):
    """A solution as an LTI tool; no person is in it.

    Attributes:
        offer: the solution it was registered with; more of it can be picked (`LtiLink`).
        login_uri: where a launch begins at the tool.
        launch_uri: what is launched (`target_link_uri`).
        redirect_uris: where a launch may be sent; compared letter by letter.
        deep_link_uri: where its content is picked; empty: nothing can be.
        keys: its public keys as a JWK set: given, or fetched from `keys_uri`.
        asked_at: when `keys_uri` was asked last, whatever came of it.
    """

    offer = models.OneToOneField(Offer, models.CASCADE, related_name="+")
    client_id = models.CharField(max_length=40, unique=True)
    login_uri = models.CharField(max_length=500)
    launch_uri = models.CharField(max_length=500)
    redirect_uris = ArrayField(models.CharField(max_length=500))
    deep_link_uri = models.CharField(max_length=500, default="", blank=True)
    keys_uri = models.CharField(max_length=500, default="", blank=True)
    keys = models.JSONField(default=dict, blank=True)
    asked_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    changed_by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_tool_has_somewhere_to_be_launched", condition=~Q(redirect_uris=[])
            ),
            models.CheckConstraint(
                name="a_tool_has_keys_or_says_where_they_are",
                condition=~Q(keys_uri="") | ~Q(keys={}),
            ),
        ]

    def __str__(self) -> str:
        return self.client_id


class LtiLink(models.Model):
    """An offer that a tool opens: the one it was registered with, or what was picked of it later.

    `custom` is what the tool wants to be told again at each launch, texts by name.
    """

    offer = models.OneToOneField(Offer, models.CASCADE, related_name="+")
    tool = models.ForeignKey(LtiTool, models.CASCADE, related_name="links")
    url = models.CharField(max_length=500)
    custom = models.JSONField(default=dict, blank=True)

    def __str__(self) -> str:
        return self.url
