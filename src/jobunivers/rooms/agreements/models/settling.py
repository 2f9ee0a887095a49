# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A kommune's own settlements and its ledger."""

from django.db import models
from django.db.models import F, Q

from jobunivers.foundation.tenancy.models import TenantModel


class SettlementState(models.TextChoices):
    """How far a settlement is; each step follows the one before it."""

    DRAFT = "draft"
    CHECKED = "checked"
    APPROVED = "approved"
    EXPORTED = "exported"
    PAID = "paid"


STEPS = [state.value for state in SettlementState]


class Settlement(TenantModel):
    """One kommune's month of one agreement: its share, checked by one and approved by another."""

    agreement_id = models.BigIntegerField()
    month = models.DateField()
    state = models.CharField(
        max_length=8, choices=SettlementState.choices, default=SettlementState.DRAFT
    )
    invoice = models.CharField(max_length=30)
    net = models.DecimalField(max_digits=14, decimal_places=2)
    vat = models.DecimalField(max_digits=14, decimal_places=2)
    gross = models.DecimalField(max_digits=14, decimal_places=2)
    made_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)
    checked_by_id = models.BigIntegerField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by_id = models.BigIntegerField(null=True)
    exported_at = models.DateTimeField(null=True)
    paid_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "agreement_id", "month"], name="a_month_is_settled_once"
            ),
            models.CheckConstraint(
                name="a_settlement_adds_up", condition=Q(gross=F("net") + F("vat"))
            ),
            models.CheckConstraint(
                name="who_checks_a_settlement_does_not_approve_it",
                condition=Q(approved_by_id=None) | ~Q(approved_by_id=F("checked_by_id")),
            ),
            models.CheckConstraint(
                name="an_approved_settlement_was_checked",
                condition=Q(approved_at=None)
                | (Q(checked_by_id__isnull=False) & Q(approved_by_id__isnull=False)),
            ),
            models.CheckConstraint(
                name="what_leaves_the_house_is_approved",
                condition=~Q(state__in=["approved", "exported", "paid"]) | ~Q(approved_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.invoice


class SettlementLine(TenantModel):
    """An amount of a settlement and where it comes from; added with it and never changed.

    Attributes:
        kind, of: `science.pricing.Line`; `correction` of a kind: what is put right.
        for_month: the month it is for, earlier than the settlement's where something is put right.
        whole: the amount of all kommuner together; `amount` is this one's part.
        acts, acts_first, acts_last, digest: the acts counted here: how many, the lowest and the
            highest number, and SHA-256 of their numbers in order (eight bytes each).
    """

    append_only = True

    # A line is never changed, so it does not hold on to the row it is of.
    settlement_id = models.BigIntegerField()
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10)
    of = models.CharField(max_length=40, default="", blank=True)
    correction = models.BooleanField(default=False)
    for_month = models.DateField()
    quantity = models.DecimalField(max_digits=16, decimal_places=4)
    price = models.DecimalField(max_digits=16, decimal_places=4)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    whole = models.DecimalField(max_digits=14, decimal_places=2)
    days = models.PositiveSmallIntegerField(default=0)
    days_in_all = models.PositiveSmallIntegerField(default=0)
    acts = models.PositiveBigIntegerField(default=0)
    acts_first = models.BigIntegerField(default=0)
    acts_last = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="", blank=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["settlement_id", "place"], name="a_line_has_its_place_in_a_settlement"
            ),
        ]

    def __str__(self) -> str:
        return f"line #{self.pk}"


class Account(models.TextChoices):
    """What the ledger keeps apart."""

    COST = "cost"  # what the kommune has used the firm for, without VAT
    VAT = "vat"  # VAT paid, which the kommune is given back by the state
    OWED = "owed"  # to the firm
    BANK = "bank"  # paid out


class LedgerEntry(TenantModel):
    """An amount out of one account and into another; added and never changed.

    Both sides are one row, so the sum of all accounts is nothing, whatever happens: no trigger
    has to see to it, and no half of it can be lost.

    Attributes:
        debit, credit: into which account, out of which.
        settlement_id: what it is from. An entry is never changed, so it holds on to no other row.
    """

    append_only = True

    debit = models.CharField(max_length=4, choices=Account.choices)
    credit = models.CharField(max_length=4, choices=Account.choices)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    vendor_id = models.BigIntegerField()
    agreement_id = models.BigIntegerField()
    settlement_id = models.BigIntegerField()
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    key = models.CharField(max_length=60)  # what it is, once: "12:approved:cost"

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="an_entry_moves_something", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="an_entry_moves_from_one_account_to_another",
                condition=~Q(debit=F("credit")),
            ),
            models.UniqueConstraint(fields=["municipality", "key"], name="an_entry_is_made_once"),
        ]
        indexes = [
            models.Index(fields=["municipality", "agreement_id", "at"], name="entries_by_agreement")
        ]

    def __str__(self) -> str:
        return f"entry #{self.pk}"
