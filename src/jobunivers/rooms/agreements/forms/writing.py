# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing an agreement."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.integrations.peppol import is_gln
from jobunivers.rooms.agreements.actions import AgreementEntry, PartyEntry
from jobunivers.rooms.agreements.models import Agreement, Party, Sharing
from jobunivers.rooms.agreements.queries.words import COUNTING, PERIODS, PROBLEMS, SHARING
from jobunivers.rooms.marketplace.queries import Offer, Vendor
from jobunivers.science.pricing import BadTerms, Terms, as_json, terms_of

BANDS = 3
_ACTS = ("shown", "started", "completed")
_WHERE = {"flat": "flat", "bands": "band_1", "acts": "price_started", "effect": "effect_percent",
          "feedback": "feedback_percent", "guard": "window_minutes"}  # fmt: skip
_ENOUGH = 4
_MONEY = 14


def _price(label: Any, help_text: Any = "", *, least: int | None = 0) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        help_text=help_text,
        required=False,
        max_digits=_MONEY,
        decimal_places=_ENOUGH,
        min_value=least,
        localize=True,
        error_messages={
            "invalid": PROBLEMS["number"],
            "max_decimal_places": PROBLEMS["price"],
            "min_value": PROBLEMS["price"],
        },
    )


def _day(label: Any, help_text: Any = "", *, required: bool = False) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"),
        error_messages={
            "required": _("Skriv en dato."),
            "invalid": _("Skriv datoen som dag-måned-år, for eksempel 23-11-2026."),
        },
    )


def _choice(label: Any, words: Mapping[str, Any]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=list(words.items()), required=False)


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


class AgreementForm(forms.Form):
    """All of an agreement with one firm."""

    title = forms.CharField(
        label=_("Hvad handler aftalen om?"), max_length=150,
        error_messages={"required": _("Skriv, hvad aftalen handler om.")},
    )  # fmt: skip
    offers = forms.MultipleChoiceField(
        label=_("Løsninger"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": PROBLEMS["offers"]},
    )
    first_on = _day(_("Første dag"), required=True)
    last_on = _day(_("Sidste dag"), _("Lad feltet stå tomt, hvis aftalen gælder, til den opsiges."))
    notice_months = forms.IntegerField(
        label=_("Opsigelse, måneder"), min_value=0, max_value=24, initial=3
    )
    flat = _price(_("Fast pris, kr."))
    flat_period = _choice(_("Fast pris er pr."), PERIODS)
    band_1 = _price(_("Pris pr. aktiv borger om måneden, kr."))
    band_1_to = forms.IntegerField(
        label=_("Gælder til og med borger nr."), required=False, min_value=1,
        help_text=_("Lad feltet stå tomt, hvis prisen gælder alle."),
    )  # fmt: skip
    band_2 = _price(_("Pris for de næste, kr."))
    band_2_to = forms.IntegerField(
        label=_("Gælder til og med borger nr."), required=False, min_value=1
    )
    band_3 = _price(_("Pris for resten, kr."))
    price_shown = _price(_("Pris pr. klik, kr."), _("Når løsningens side åbnes."))
    count_shown = _choice(_("Klik tæller"), COUNTING)
    price_started = _price(_("Pris pr. start, kr."))
    count_started = _choice(_("Start tæller"), COUNTING)
    price_completed = _price(_("Pris pr. gennemførelse, kr."))
    count_completed = _choice(_("Gennemførelse tæller"), COUNTING)
    effect_least = _price(
        _("Effekt, der skal nås"), _("Målt på den nederste grænse. 0,02 er to procentpoint."),
        least=None,
    )  # fmt: skip
    effect_percent = _price(_("Så lægges så mange procent til"))
    effect_below = _price(_("Ellers trækkes så mange procent fra"))
    feedback_least = _price(_("Gennemsnit af vurderinger, der skal nås"), _("Fra 1 til 5."))
    feedback_percent = _price(_("Så lægges så mange procent til"))
    feedback_below = _price(_("Ellers trækkes så mange procent fra"))
    minimum = _price(_("Mindst om måneden, kr."))
    cap = _price(_("Højst om måneden, kr."))
    budget = _price(_("Budget for hele aftalen, kr."))
    window_minutes = forms.IntegerField(
        label=_("Det samme igen inden for så mange minutter tæller ikke"),
        min_value=0, max_value=10_000, initial=30,
    )  # fmt: skip
    sharing = _choice(_("Hvordan deles prisen?"), SHARING)
    parties = forms.CharField(
        label=_("Andre kommuner"),
        help_text=_("En linje pr. kommune: kommunekode og andel, for eksempel 0461 40."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    own_weight = _price(_("Vores andel"), _("Et tal, der holdes op mod de andres."))
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
        self.terms = Terms()
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
        """Put the payment model together, and say at the right field what is the matter."""
        told: dict[str, Any] = super().clean() or {}
        first, last = told.get("first_on"), told.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", ValidationError(_("Den slutter, før den begynder.")))
        if not self.errors:
            try:
                self.terms = terms_of(said_terms(told))
            except BadTerms as bad:
                where = _WHERE.get(bad.where, bad.where)
                self.add_error(where if where in self.fields else None, PROBLEMS[bad.code])
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


def said_terms(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a form says of payment, as `science.pricing.terms_of` reads it."""
    bands: list[dict[str, Any]] = []
    for number in range(1, BANDS + 1):
        if (price := told.get(f"band_{number}")) is not None:
            top = told.get(f"band_{number}_to") if number < BANDS else None
            bands.append({"up_to": top, "price": price})
    return {
        "flat": None if told.get("flat") is None
        else {"amount": told["flat"], "period": told.get("flat_period") or "month"},
        "bands": bands,
        "acts": [
            {"act": act, "price": told[f"price_{act}"],
             "counting": told.get(f"count_{act}") or "each"}
            for act in _ACTS
            if told.get(f"price_{act}") is not None
        ],
        "effect": _ladder(told, "effect"),
        "feedback": _ladder(told, "feedback"),
        "minimum": told.get("minimum"),
        "cap": told.get("cap"),
        "budget": told.get("budget"),
        "guard": {"window_minutes": told.get("window_minutes")
                  if told.get("window_minutes") is not None else 30},
    }  # fmt: skip


def _ladder(told: Mapping[str, Any], name: str) -> dict[str, Any] | None:
    least = told.get(f"{name}_least")
    if least is None:
        return None
    step = {"least": least, "percent": told.get(f"{name}_percent") or 0}
    return {"steps": [step], "below": -(told.get(f"{name}_below") or Decimal(0))}


def initial_of(agreement: Agreement, terms: Terms, parties: list[Party]) -> dict[str, Any]:
    """Return a draft as the form shows it."""
    told: dict[str, Any] = {
        name: getattr(agreement, name)
        for name in ("title", "first_on", "last_on", "notice_months", "sharing", "bank_code",
                     "account")
    }  # fmt: skip
    told |= {"offers": [str(one) for one in agreement.offers], "seen": agreement.version}
    kept = as_json(terms)
    if terms.flat is not None:
        told |= {"flat": terms.flat.amount, "flat_period": terms.flat.period.value}
    for number, band in enumerate(terms.bands[:BANDS], start=1):
        told |= {f"band_{number}": band.price, f"band_{number}_to": band.up_to}
    for one in terms.acts:
        told |= {f"price_{one.act.value}": one.price, f"count_{one.act.value}": one.counting.value}
    for name, ladder in (("effect", terms.effect), ("feedback", terms.feedback)):
        if ladder is not None:
            step = ladder.steps[0]
            told |= {f"{name}_least": step.least, f"{name}_percent": step.percent,
                     f"{name}_below": -ladder.below}  # fmt: skip
    told |= {name: getattr(terms, name) for name in ("minimum", "cap", "budget")}
    told["window_minutes"] = kept["guard"]["window_minutes"]
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
