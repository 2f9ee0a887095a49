# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a vendor's solution is connected, for all kommuner alike."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jobunivers.rooms.marketplace.queries import Offer


class OidcClient(models.Model):
    """A solution as a relying party of OpenID Connect; no person is in it.

    Attributes:
        secret_hash: SHA-256 of a secret of 256 random bits; empty for a public client.
        redirect_uris: where a code may be sent; compared letter by letter.
        login_uri: where a start begins at the vendor (`initiate_login_uri`).
    """

    offer = models.OneToOneField(Offer, models.CASCADE, related_name="+")
    client_id = models.CharField(max_length=40, unique=True)
    secret_hash = models.CharField(max_length=64, default="", blank=True)
    redirect_uris = ArrayField(models.CharField(max_length=500))
    login_uri = models.CharField(max_length=500)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    changed_by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_client_has_somewhere_to_send_a_code", condition=~Q(redirect_uris=[])
            ),
        ]

    def __str__(self) -> str:
        return self.client_id

    @property
    def is_public(self) -> bool:
        """Say whether it runs where nothing can be kept secret."""
        return not self.secret_hash
