# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is agreed between kommuner and a firm. No citizen is in it.

These rows are read by every kommune that is a party, and so are of no single one: who may see an
agreement is asked in `access.py` (`queries.finding.ours`), by its parties.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.marketplace.queries import Vendor


class State(models.TextChoices):
    """How far an agreement is."""

    DRAFT = "draft"
    SIGNED = "signed"
    ENDED = "ended"  # its last day was decided; what it owes is still settled


class Sharing(models.TextChoices):
    """How kommuner share what an agreement costs."""

    OWN = "own"  # one kommune pays all
    FIXED = "fixed"  # by the weights of the parties
    POPULATION = "population"  # by inhabitants, kept as weights
    USE = "use"  # by what each kommune's citizens used in the month


class Agreement(models.Model):
    """An agreement on one or more of a firm's solutions.

    Attributes:
        lead: the kommune that writes it.
        offers: numbers of the solutions it pays for.
        last_on: the last day; None: until it is given notice.
        account: where the firm is paid: registration number and account, both digits.
        warned: the highest share of the budget, in percent, that has been told of.
        version: rises with each writing of the draft, and of the state.
    """

    number = models.CharField(max_length=20, unique=True)
    title = models.CharField(max_length=150)
    vendor = models.ForeignKey(Vendor, models.PROTECT, related_name="+")
    lead = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    offers = ArrayField(models.BigIntegerField(), default=list)
    first_on = models.DateField()
    last_on = models.DateField(null=True)
    notice_months = models.PositiveSmallIntegerField(default=3)
    sharing = models.CharField(max_length=10, choices=Sharing.choices, default=Sharing.OWN)
    bank_code = models.CharField(max_length=4, default="", blank=True)
    account = models.CharField(max_length=10, default="", blank=True)
    pay_days = models.PositiveSmallIntegerField(default=30)
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    made_at = models.DateTimeField()
    made_by_id = models.BigIntegerField(null=True)
    changed_at = models.DateTimeField()
    written_by_id = models.BigIntegerField(null=True)  # who wrote the draft last
    signed_at = models.DateTimeField(null=True)
    signed_by_id = models.BigIntegerField(null=True)
    noticed_on = models.DateField(null=True)
    warned = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_agreement_ends_after_it_begins",
                condition=Q(last_on=None) | Q(last_on__gte=F("first_on")),
            ),
            models.CheckConstraint(
                name="a_signed_agreement_says_when", condition=Q(state="draft") | ~Q(signed_at=None)
            ),
            models.CheckConstraint(
                name="who_writes_an_agreement_does_not_sign_it",
                condition=Q(signed_by_id=None)
                | Q(written_by_id=None)
                | ~Q(signed_by_id=F("written_by_id")),
            ),
            models.CheckConstraint(
                name="an_ended_agreement_has_a_last_day",
                condition=~Q(state="ended") | ~Q(last_on=None),
            ),
        ]
        indexes = [models.Index(fields=["vendor"], name="agreements_by_vendor")]

    def __str__(self) -> str:
        return self.number


class AgreementTerms(models.Model):
    """The payment model from a day on; an earlier one is never changed once it is signed.

    `said` is `science.pricing.as_json`; a later one begins on the first day of a month.
    """

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="terms")
    from_on = models.DateField()
    said = models.JSONField()
    made_at = models.DateTimeField()
    made_by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "from_on"], name="terms_begin_once_on_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"terms of {self.agreement_id} from {self.from_on}"


class Party(models.Model):
    """A kommune that pays its part.

    Attributes:
        weight: its part when shares are fixed or by inhabitants.
        gln: where its invoices go (EAN-nummer), 13 digits.
        reference: what the kommune wants written on its invoices (Peppol's buyer reference).
        agreed_at: when the kommune itself said yes; an agreement is signed when all have.
    """

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="parties")
    kommune = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    weight = models.DecimalField(max_digits=12, decimal_places=3, default=1)
    gln = models.CharField(max_length=13, default="", blank=True)
    reference = models.CharField(max_length=50, default="", blank=True)
    first_on = models.DateField()
    last_on = models.DateField(null=True)
    agreed_at = models.DateTimeField(null=True)
    agreed_by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement", "kommune"], name="a_kommune_joins_once"),
            models.CheckConstraint(name="a_weight_is_no_debt", condition=Q(weight__gte=0)),
            models.CheckConstraint(
                name="a_party_leaves_after_it_joins",
                condition=Q(last_on=None) | Q(last_on__gte=F("first_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"party #{self.pk}"


class MonthCount(models.Model):
    """One kommune's numbers of one agreement and month, written by it for all to add up.

    No person is in it. Counted anew, a row is added; the last one counts.

    Attributes:
        told: `queries.measures.Counted` as JSON: what counts, what was left out and why.
        seen_to: the highest number of an act that was looked at.
    """

    append_only = True

    agreement_id = models.BigIntegerField()
    municipality_code = models.CharField(max_length=4)
    month = models.DateField()
    told = models.JSONField()
    seen_to = models.BigIntegerField(default=0)
    counted_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["agreement_id", "month"], name="counts_by_agreement")]

    def __str__(self) -> str:
        return f"count #{self.pk}"


class Bill(models.Model):
    """What an agreement costs all its kommuner for a month, with what is put right of earlier ones.

    Written once, by the first kommune that settles when all have counted, and never changed:
    each kommune's settlement is its share of these lines.

    Attributes:
        owed: for each month so far its lines as now known, by month.
        lines: what is billed now (`queries.settled.as_json`), before it is shared.
        shares: kommune's code → weight.
    """

    append_only = True

    agreement_id = models.BigIntegerField()
    month = models.DateField()
    owed = models.JSONField()
    lines = models.JSONField()
    shares = models.JSONField()
    net = models.DecimalField(max_digits=14, decimal_places=2)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement_id", "month"], name="a_month_is_billed_once"
            ),
        ]

    def __str__(self) -> str:
        return f"bill #{self.pk}"


class Statement(models.Model):
    """What a firm is told of one kommune's settlement: sums, and the invoice.

    Attributes:
        acts: how many acts that count; None where they are of fewer than ten people.
        document: the invoice or credit note as Peppol BIS Billing 3.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="+")
    municipality_code = models.CharField(max_length=4)
    month = models.DateField()
    invoice = models.CharField(max_length=30, unique=True)
    net = models.DecimalField(max_digits=14, decimal_places=2)
    vat = models.DecimalField(max_digits=14, decimal_places=2)
    gross = models.DecimalField(max_digits=14, decimal_places=2)
    acts = models.PositiveBigIntegerField(null=True)
    document = models.TextField(default="", blank=True)
    exported_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField()
    paid_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "municipality_code", "month"],
                name="a_firm_is_told_of_a_month_once",
            ),
            models.CheckConstraint(
                name="a_statement_adds_up", condition=Q(gross=F("net") + F("vat"))
            ),
        ]

    def __str__(self) -> str:
        return self.invoice
