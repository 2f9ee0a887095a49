# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The chain over what may not change: links of digests, daily seals, and what a check found."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import Municipality, TenantModel


class Mark(models.Model):
    """How far the numbers of all tables had come at a moment; of the whole platform.

    A number is handed out before its row is confirmed. When every transaction that was under way
    at a later mark is over, no row below the earlier mark's numbers can still appear.
    """

    at = models.DateTimeField()
    transaction = models.BigIntegerField()  # its own number: all that began before have lower ones
    highs = models.JSONField()  # table → the last number given out

    class Meta:
        pass

    def __str__(self) -> str:
        return f"mark of {self.at:%Y-%m-%d %H:%M}"


class ChainLink(TenantModel):
    """Rows of one table, numbers above `low` up to `high`, bound to the link before."""

    append_only = True

    number = models.BigIntegerField()  # 1, 2, 3 … in the kommune
    table = models.CharField(max_length=63)
    columns = models.TextField()  # which columns the digests are of, in their order
    low = models.BigIntegerField()
    high = models.BigIntegerField()
    rows = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    pks = models.BinaryField()  # int64, little-endian, rising
    digests = models.BinaryField()  # 32 bytes a row
    previous = models.BinaryField()
    hash = models.BinaryField()
    key_id = models.CharField(max_length=16)
    signature = models.BinaryField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "number"], name="links_are_numbered_once"
            ),
            models.UniqueConstraint(
                fields=["municipality", "table", "low"], name="a_link_goes_on_where_one_ended"
            ),
            models.CheckConstraint(name="a_link_has_rows", condition=Q(rows__gt=0)),
        ]

    def __str__(self) -> str:
        return f"link {self.number} over {self.table}"


class Seal(TenantModel):
    """What the chain had come to when a day was over; it stands outside the database too."""

    append_only = True

    day = models.DateField()
    number = models.BigIntegerField()  # of the last link; 0: there is none yet
    hash = models.BinaryField()  # of the last link
    rows = models.BigIntegerField()  # in all links up to it
    made_at = models.DateTimeField()
    previous = models.BinaryField()  # the digest of the seal before
    key_id = models.CharField(max_length=16)
    signature = models.BinaryField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["municipality", "day"], name="a_day_is_sealed_once"),
        ]

    def __str__(self) -> str:
        return f"seal of {self.day}"


class ChainCheck(TenantModel):
    """The whole chain of a kommune was held against its rows: what was found."""

    append_only = True

    at = models.DateTimeField()
    links = models.PositiveIntegerField()
    rows = models.BigIntegerField()
    seconds = models.FloatField()
    grave = models.PositiveIntegerField()  # so many findings that no rule explains
    remarks = models.PositiveIntegerField()
    lawful = models.BigIntegerField(default=0)  # rows deleted or made anonymous by a rule
    findings = models.JSONField(default=list)  # the first of them
    asked_by_id = models.BigIntegerField(null=True)  # None: the night's

    class Meta(TenantModel.Meta):
        indexes = [models.Index(fields=["municipality", "-at"], name="chain_checks_by_time")]

    def __str__(self) -> str:
        return f"check of {self.at:%Y-%m-%d}"


class GapSignature(TenantModel):
    """The program's own signature of rows that a rule took from a log, made as they went.

    Who holds the database alone can write what looks like a lawful gap; he cannot sign it.
    """

    append_only = True

    tombstone_id = models.BigIntegerField()
    at = models.DateTimeField()
    key_id = models.CharField(max_length=16)
    signature = models.BinaryField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "tombstone_id"], name="a_gap_is_signed_once"
            ),
        ]

    def __str__(self) -> str:
        return f"signature of gap #{self.tombstone_id}"


class ChainStanding(models.Model):
    """How the chain of one kommune stands, for the operators: numbers and times, of no person."""

    municipality = models.OneToOneField(Municipality, models.CASCADE, related_name="+")
    number = models.BigIntegerField(default=0)
    rows = models.BigIntegerField(default=0)
    highs = models.JSONField(default=dict)  # table → the number up to which rows were looked for
    chained_at = models.DateTimeField(null=True)  # the last time the worker looked for rows
    sealed_on = models.DateField(null=True)
    checked_at = models.DateTimeField(null=True)
    grave = models.PositiveIntegerField(default=0)

    class Meta:
        pass

    def __str__(self) -> str:
        return f"chain of #{self.municipality_id}"
