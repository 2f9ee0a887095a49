# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What has gone: counts that lead back to nobody, written by the database's own function."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from jobunivers.foundation.tenancy.models import TenantModel


class Way(models.Model):
    """How rows of a model are led to a person and let go; drawn from the data map by the owner.

    The function that deletes follows these and nothing else, and the app's role cannot write them.
    """

    owner_writes = True

    label = models.CharField(max_length=80, unique=True)
    table = models.CharField(max_length=63, unique=True)
    key = models.CharField(max_length=63)
    family = models.CharField(max_length=40)
    clock = models.CharField(max_length=12)
    code = models.CharField(max_length=40)
    then = models.CharField(max_length=12)
    rank = models.PositiveSmallIntegerField()  # lower goes first
    has_kommune = models.BooleanField()
    append_only = models.BooleanField()
    path = ArrayField(models.CharField(max_length=63))  # column, or column, table, key, column …
    at = models.CharField(max_length=63, default="", blank=True)
    at_is_day = models.BooleanField(default=False)
    of_citizens = models.BooleanField()
    sets = models.JSONField(default=list)  # pairs: column, how it is made to say nothing
    files = ArrayField(models.CharField(max_length=63), default=list)  # columns that name a file
    refs = ArrayField(models.CharField(max_length=63), default=list)  # table, column, table, …

    def __str__(self) -> str:
        return self.label


class Term(models.Model):
    """The days of a retention and their bounds, as the database's function knows them."""

    owner_writes = True

    code = models.CharField(max_length=40, unique=True)
    clock = models.CharField(max_length=12)
    days = models.PositiveIntegerField()
    least = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.code


class LedgerLine(TenantModel):
    """So many rows of a model went, or were made to name nobody, in a batch; for good."""

    append_only = True
    owner_writes = True

    at = models.DateTimeField()
    plan_id = models.BigIntegerField()
    batch_id = models.BigIntegerField()
    code = models.CharField(max_length=40)
    label = models.CharField(max_length=80)
    anonymised = models.BooleanField()
    rows = models.PositiveBigIntegerField()
    people = models.PositiveIntegerField()  # of the whole batch

    class Meta(TenantModel.Meta):
        indexes = [models.Index(fields=["municipality", "-at"], name="ledger_by_time")]

    def __str__(self) -> str:
        return f"{self.label}: {self.rows}"


class Tombstone(TenantModel):
    """Which rows of an append-only table went, so that a gap in a log can be told to be lawful.

    Keys of rows that are no more lead back to nobody.
    """

    append_only = True
    owner_writes = True

    at = models.DateTimeField()
    batch_id = models.BigIntegerField()
    table = models.CharField(max_length=63)
    pks = ArrayField(models.BigIntegerField())
    changed = models.BooleanField()  # the rows stand, and name nobody any more

    class Meta(TenantModel.Meta):
        indexes = [models.Index(fields=["municipality", "table", "id"], name="tombstones_by_table")]

    def __str__(self) -> str:
        return f"{self.table}: {len(self.pks)}"
