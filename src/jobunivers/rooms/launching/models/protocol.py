# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What OpenID Connect needs to remember between two requests, each kommune's own."""

from django.db import models

from jobunivers.foundation.crypto.fields import EncryptedBinaryField
from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.rooms.launching.models.connections import OidcClient


class SigningKey(TenantModel):
    """A private key, encrypted with the server's own; the newest signs, the others still prove."""

    kid = models.CharField(max_length=40)
    sealed = EncryptedBinaryField()
    made_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["municipality", "kid"], name="a_key_is_there_once"),
        ]

    def __str__(self) -> str:
        return self.kid


class LoginCode(TenantModel):
    """A code on its way to a vendor: used once, within a minute, by whom it was made for.

    `digest` is the SHA-256 of the code; the code itself is nowhere.
    """

    digest = models.CharField(max_length=64)
    client = models.ForeignKey(OidcClient, models.CASCADE, related_name="+")
    citizen_id = models.BigIntegerField()
    redirect_uri = models.CharField(max_length=500)
    scope = models.CharField(max_length=200)
    nonce = models.CharField(max_length=300)
    challenge = models.CharField(max_length=43)
    acr = models.CharField(max_length=12)
    language = models.CharField(max_length=5)  # the one she reads our pages in
    logged_in_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["municipality", "digest"], name="a_code_is_made_once"),
        ]
        indexes = [models.Index(fields=["municipality", "expires_at"], name="codes_by_end")]

    def __str__(self) -> str:
        return f"code #{self.pk}"


class AccessToken(TenantModel):
    """What a vendor asks for the agreed data with, for a few minutes; only its digest is kept."""

    digest = models.CharField(max_length=64)
    code = models.ForeignKey(LoginCode, models.CASCADE, related_name="tokens")
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)  # its code was shown again: somebody has copied it

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["municipality", "digest"], name="a_token_is_made_once"),
        ]

    def __str__(self) -> str:
        return f"token #{self.pk}"
