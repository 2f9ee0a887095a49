# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How an agreement is paid, as fields: of a new agreement, of a change, of what a firm asks."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.agreements.queries.words import COUNTING, PERIODS, PROBLEMS, month_name
from jobunivers.science.pricing import BadTerms, Guard, Terms, month_of, terms_of

STEPS = 3
BANDS = 3
_ACTS = ("shown", "started", "completed")
_WHERE = {"flat": "flat", "bands": "band_1", "acts": "price_started", "effect": "effect_percent",
          "feedback": "feedback_percent", "guard": "window_minutes"}  # fmt: skip
_ENOUGH = 4
_MONEY = 14
_MONTHS_AHEAD = 24


def price_field(label: Any, help_text: Any = "", *, least: int | None = 0) -> forms.DecimalField:
    """Return a field for kroner, or for a number with as many decimals."""
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


def choice_field(label: Any, words: Mapping[str, Any]) -> forms.ChoiceField:
    """Return a field for one of some words."""
    return forms.ChoiceField(label=label, choices=list(words.items()), required=False)


class TermsForm(forms.Form):
    """A payment model; `terms` when it is valid."""

    flat = price_field(_("Fast pris, kr."))
    flat_period = choice_field(_("Fast pris er pr."), PERIODS)
    band_1 = price_field(_("Pris pr. aktiv borger om måneden, kr."))
    band_1_to = forms.IntegerField(
        label=_("Gælder til og med borger nr."), required=False, min_value=1,
        help_text=_("Lad feltet stå tomt, hvis prisen gælder alle."),
    )  # fmt: skip
    band_2 = price_field(_("Pris for de næste, kr."))
    band_2_to = forms.IntegerField(
        label=_("Gælder til og med borger nr."), required=False, min_value=1
    )
    band_3 = price_field(_("Pris for resten, kr."))
    price_shown = price_field(_("Pris pr. klik, kr."), _("Når løsningens side åbnes."))
    count_shown = choice_field(_("Klik tæller"), COUNTING)
    price_started = price_field(_("Pris pr. start, kr."))
    count_started = choice_field(_("Start tæller"), COUNTING)
    price_completed = price_field(_("Pris pr. gennemførelse, kr."))
    count_completed = choice_field(_("Gennemførelse tæller"), COUNTING)
    effect_least = price_field(
        _("Effekt, der skal nås"), _("Målt på den nederste grænse. 0,02 er to procentpoint."),
        least=None,
    )  # fmt: skip
    effect_percent = price_field(_("Så lægges så mange procent til"))
    effect_2_least = price_field(_("Næste trin: effekt, der skal nås"), least=None)
    effect_2_percent = price_field(_("Så lægges så mange procent til"))
    effect_3_least = price_field(_("Sidste trin: effekt, der skal nås"), least=None)
    effect_3_percent = price_field(_("Så lægges så mange procent til"))
    effect_below = price_field(_("Ellers trækkes så mange procent fra"))
    feedback_least = price_field(_("Gennemsnit af vurderinger, der skal nås"), _("Fra 1 til 5."))
    feedback_percent = price_field(_("Så lægges så mange procent til"))
    feedback_2_least = price_field(_("Næste trin: gennemsnit, der skal nås"))
    feedback_2_percent = price_field(_("Så lægges så mange procent til"))
    feedback_3_least = price_field(_("Sidste trin: gennemsnit, der skal nås"))
    feedback_3_percent = price_field(_("Så lægges så mange procent til"))
    feedback_below = price_field(_("Ellers trækkes så mange procent fra"))
    minimum = price_field(_("Mindst om måneden, kr."))
    cap = price_field(_("Højst om måneden, kr."))
    budget = price_field(_("Budget for hele aftalen, kr."))
    window_minutes = forms.IntegerField(
        label=_("Det samme igen inden for så mange minutter tæller ikke"),
        min_value=0, max_value=10_000, initial=30,
    )  # fmt: skip

    def __init__(self, *args: Any, guard: Guard | None = None, **more: Any) -> None:
        """Take the guard that holds already; only its window is asked for."""
        super().__init__(*args, **more)
        self.guard = guard or Guard()
        self.terms = Terms()

    def clean(self) -> dict[str, Any]:
        """Put the payment model together, and say at the right field what is the matter."""
        told: dict[str, Any] = super().clean() or {}
        if not self.errors:
            try:
                self.terms = terms_of(said_terms(told, self.guard))
            except BadTerms as bad:
                where = _WHERE.get(bad.where, bad.where)
                self.add_error(where if where in self.fields else None, PROBLEMS[bad.code])
        return told


def said_terms(told: Mapping[str, Any], guard: Guard) -> dict[str, Any]:
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
        "guard": {
            "window_minutes": guard.window_minutes
            if told.get("window_minutes") is None
            else told["window_minutes"],
            "most_a_minute": guard.most_a_minute,
            "most_a_day": guard.most_a_day,
        },
    }  # fmt: skip


def _names(name: str) -> list[str]:
    """Return how the fields of a ladder's steps begin: effect, effect_2, effect_3."""
    return [name, *(f"{name}_{number}" for number in range(2, STEPS + 1))]


def _ladder(told: Mapping[str, Any], name: str) -> dict[str, Any] | None:
    steps = [
        {"least": told[f"{one}_least"], "percent": told.get(f"{one}_percent") or 0}
        for one in _names(name)
        if told.get(f"{one}_least") is not None
    ]
    if not steps:
        return None
    return {"steps": steps, "below": -(told.get(f"{name}_below") or Decimal(0))}


def terms_initial(terms: Terms) -> dict[str, Any]:
    """Return terms as the form shows them."""
    told: dict[str, Any] = {}
    if terms.flat is not None:
        told |= {"flat": terms.flat.amount, "flat_period": terms.flat.period.value}
    for number, band in enumerate(terms.bands[:BANDS], start=1):
        told |= {f"band_{number}": band.price, f"band_{number}_to": band.up_to}
    for one in terms.acts:
        told |= {f"price_{one.act.value}": one.price, f"count_{one.act.value}": one.counting.value}
    for name, ladder in (("effect", terms.effect), ("feedback", terms.feedback)):
        if ladder is not None:
            told[f"{name}_below"] = -ladder.below
            for field, step in zip(_names(name), ladder.steps, strict=False):
                told |= {f"{field}_least": step.least, f"{field}_percent": step.percent}
    told |= {name: getattr(terms, name) for name in ("minimum", "cap", "budget")}
    told["window_minutes"] = terms.guard.window_minutes
    return told


def fits(terms: Terms) -> bool:
    """Say whether the form shows all of these terms; what it does not show would be lost."""
    ladders = [one for one in (terms.effect, terms.feedback) if one is not None]
    return len(terms.bands) <= BANDS and all(len(one.steps) <= STEPS for one in ladders)


def months_from(first: date) -> list[tuple[str, str]]:
    """Return the firsts of the months from a day on, as choices."""
    found, day = [], first
    for _each in range(_MONTHS_AHEAD):
        found.append((day.isoformat(), month_name(day)))
        last = month_of(day)[1]
        day = date.fromordinal(last.toordinal() + 1)
    return found
