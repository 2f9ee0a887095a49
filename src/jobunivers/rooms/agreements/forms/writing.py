# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing an agreement."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.integrations.peppol import is_gln
from jobunivers.rooms.agreements.actions import AgreementEntry, PartyEntry
from jobunivers.rooms.agreements.actions.terms_form import (
    TermsForm,
    choice_field,
    price_field,
    terms_initial,
)
from jobunivers.rooms.agreements.models import Agreement, Party, Sharing
from jobunivers.rooms.agreements.queries.words import PROBLEMS, SHARING
from jobunivers.rooms.marketplace.queries import Offer, Vendor
from jobunivers.science.pricing import Terms


def gln_field() -> forms.CharField:
    """Return the field for where invoices go."""
    return forms.CharField(
        label=_("Jeres EAN-nummer"),
        help_text=_("13 cifre. Her sendes fakturaen hen. I kan skrive det senere."),
        max_length=13,
        required=False,
        validators=[_is_gln],
    )


def _is_gln(text: str) -> None:
    if not is_gln(text):
        raise ValidationError(_("Nummeret har ikke 13 cifre, eller et af dem er forkert."))


class AgreementForm(TermsForm):
    """All of an agreement with one firm."""

    field_order = ("title", "offers", "first_on", "last_on", "notice_months")

    title = forms.CharField(
        label=_("Hvad handler aftalen om?"), max_length=150,
        error_messages={"required": _("Skriv, hvad aftalen handler om.")},
    )  # fmt: skip
    offers = forms.MultipleChoiceField(
        label=_("Løsninger"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": PROBLEMS["offers"]},
    )
    first_on = day_field(_("Første dag"), required=True)
    last_on = day_field(
        _("Sidste dag"), _("Lad feltet stå tomt, hvis aftalen gælder, til den opsiges.")
    )
    notice_months = forms.IntegerField(
        label=_("Opsigelse, måneder"), min_value=0, max_value=24, initial=3
    )
    sharing = choice_field(_("Hvordan deles prisen?"), SHARING)
    parties = forms.CharField(
        label=_("Andre kommuner"),
        help_text=_("En linje pr. kommune: kommunekode og andel, for eksempel 0461 40."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    own_weight = price_field(_("Vores andel"), _("Et tal, der holdes op mod de andres."))
    gln = gln_field()
    reference = forms.CharField(
        label=_("Jeres reference på fakturaen"), max_length=50, required=False
    )
    bank_code = forms.RegexField(
        r"^\d{4}$", label=_("Firmaets registreringsnummer"), required=False,
        error_messages={"invalid": _("Skriv fire cifre.")},
    )  # fmt: skip
    account = forms.RegexField(
        r"^\d{4,10}$", label=_("Firmaets kontonummer"), required=False,
        error_messages={"invalid": _("Skriv 4-10 cifre.")},
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(
        self, *args: Any, offers: list[tuple[str, str]], own: Municipality, **more: Any
    ) -> None:
        """Offer a firm's solutions to the kommune that writes."""
        super().__init__(*args, **more)
        self.fields["offers"].choices = offers  # type: ignore[attr-defined]
        self._own = own
        self.others: list[PartyEntry] = []

    def clean_parties(self) -> str:
        """Read the other kommuner; raises with the line that cannot be read."""
        text: str = self.cleaned_data["parties"]
        for line in filter(None, map(str.strip, text.splitlines())):
            code, _space, weight = line.partition(" ")
            found = tenancy.by_code(code)
            share = weight.strip().replace(",", ".") or "1"
            if found is None or found.is_national or not share.replace(".", "", 1).isdecimal():
                raise ValidationError(_("Linjen kan ikke læses: %(line)s"), params={"line": line})
            if found.pk == self._own.pk or found.pk in {one.kommune_id for one in self.others}:
                raise ValidationError(_("Kommunen står to gange: %(line)s"), params={"line": line})
            self.others.append(PartyEntry(kommune_id=found.pk, weight=Decimal(share)))
        return text

    def clean(self) -> dict[str, Any]:
        """Hold the days and the sharing against each other, besides the payment model."""
        told: dict[str, Any] = super().clean() or {}
        first, last = told.get("first_on"), told.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", ValidationError(_("Den slutter, før den begynder.")))
        if self.others and told.get("sharing") == Sharing.OWN:
            self.add_error("sharing", ValidationError(_("Vælg, hvordan kommunerne deler prisen.")))
        return told

    def entry(self, vendor: Vendor) -> AgreementEntry:
        """Return what a valid form says."""
        told = self.cleaned_data
        own = PartyEntry(
            kommune_id=self._own.pk, weight=told["own_weight"] or Decimal(1), gln=told["gln"],
            reference=told["reference"],
        )  # fmt: skip
        return AgreementEntry(
            title=told["title"],
            vendor_id=vendor.pk,
            offers=[int(one) for one in told["offers"]],
            first_on=told["first_on"],
            last_on=told["last_on"],
            notice_months=told["notice_months"],
            sharing=Sharing(told["sharing"] or Sharing.OWN),
            bank_code=told["bank_code"],
            account=told["account"],
            terms=self.terms,
            parties=[own, *self.others],
        )


def initial_of(agreement: Agreement, terms: Terms, parties: list[Party]) -> dict[str, Any]:
    """Return a draft as the form shows it."""
    told: dict[str, Any] = {
        name: getattr(agreement, name)
        for name in ("title", "first_on", "last_on", "notice_months", "sharing", "bank_code",
                     "account")
    }  # fmt: skip
    told |= {"offers": [str(one) for one in agreement.offers], "seen": agreement.version}
    told |= terms_initial(terms)
    own = [one for one in parties if one.kommune_id == agreement.lead_id]
    for party in own:
        told |= {"own_weight": party.weight, "gln": party.gln, "reference": party.reference}
    told["parties"] = "\n".join(
        f"{one.kommune.code} {one.weight.normalize():f}" for one in parties if one not in own
    )
    return told


def offer_choices(vendor: Vendor) -> list[tuple[str, str]]:
    """Return a firm's approved solutions."""
    rows = Offer.objects.filter(vendor=vendor, current__isnull=False).exclude(state="withdrawn")
    return [
        (str(one.pk), one.current.title_da if one.current else one.key)
        for one in rows.select_related("current").order_by("key")
    ]


class InvoiceToForm(forms.Form):
    """Where the kommune's invoices go."""

    gln = gln_field()
    reference = forms.CharField(
        label=_("Jeres reference på fakturaen"), max_length=50, required=False
    )
