# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What solutions have told of a citizen. All of it is a kommune's own."""

from django.db import models

from jobunivers.foundation.tenancy.models import TenantModel


class Statement(TenantModel):
    """One xAPI statement, added and never changed; each solution has a store of its own.

    Attributes:
        statement_id: the vendor's, or ours where it gave none.
        verb: the verb's IRI.
        activity: the IRI of what it is about; "" when that is no activity.
        whole: it is about the solution as a whole, not about a part of it.
        voids: the statement it takes back.
        digest: SHA-256 of what was sent: the same again is no second statement.
        body: as sent, with what the store adds (id, stored, authority, version).
    """

    append_only = True

    citizen_id = models.BigIntegerField()
    # A statement is never changed, so it does not hold on to the row it is about.
    offer_id = models.BigIntegerField()
    statement_id = models.UUIDField()
    verb = models.TextField()
    activity = models.TextField()
    whole = models.BooleanField()
    registration = models.UUIDField(null=True)
    voids = models.UUIDField(null=True)
    said_at = models.DateTimeField()
    stored_at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    body = models.JSONField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "offer_id", "statement_id"],
                name="a_statement_is_stored_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "offer_id", "-said_at"],
                name="statements_by_citizen",
            ),
            models.Index(
                fields=["municipality", "offer_id", "stored_at", "id"], name="statements_by_offer"
            ),
            models.Index(
                fields=["municipality", "offer_id", "voids"],
                name="statements_taken_back",
                condition=models.Q(voids__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"statement #{self.pk}"


class WaitingStatement(TenantModel):
    """A statement nobody has read yet; it goes when the worker has."""

    statement_pk = models.BigIntegerField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "statement_pk"], name="a_statement_waits_once"
            ),
        ]

    def __str__(self) -> str:
        return f"waiting #{self.pk}"
