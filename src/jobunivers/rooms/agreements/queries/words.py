# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements, terms and lines in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from jobunivers.foundation.ui.wording import number
from jobunivers.science.pricing import Kind, Ladder, Terms

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Words = Mapping[str, "_StrPromise"]

STATES: Words = {
    "draft": gettext_lazy("Kladde"),
    "signed": gettext_lazy("Gælder"),
    "ended": gettext_lazy("Opsagt"),
}
SHARING: Words = {
    "own": gettext_lazy("Vi betaler alt selv"),
    "fixed": gettext_lazy("Efter faste andele"),
    "population": gettext_lazy("Efter indbyggertal"),
    "use": gettext_lazy("Efter brug i måneden"),
}
STEPS: Words = {
    "draft": gettext_lazy("Klar til kontrol"),
    "checked": gettext_lazy("Kontrolleret, mangler godkendelse"),
    "approved": gettext_lazy("Godkendt"),
    "exported": gettext_lazy("Faktura er lavet"),
    "paid": gettext_lazy("Betalt"),
}
ACTS: Words = {
    "shown": gettext_lazy("klik (løsningens side åbnet)"),
    "started": gettext_lazy("start"),
    "completed": gettext_lazy("gennemførelse"),
}
COUNTING: Words = {
    "each": gettext_lazy("hver gang"),
    "monthly": gettext_lazy("én gang pr. borger om måneden"),
    "once": gettext_lazy("én gang pr. borger i hele aftalen"),
}
PERIODS: Words = {
    "month": gettext_lazy("måned"),
    "quarter": gettext_lazy("kvartal"),
    "year": pgettext_lazy("for each", "år"),
}
KINDS: Words = {
    "flat": gettext_lazy("Fast pris"),
    "citizens": gettext_lazy("Abonnement pr. borger"),
    "acts": gettext_lazy("Betaling pr. handling"),
    "effect": gettext_lazy("Efter effekt"),
    "feedback": gettext_lazy("Efter borgernes vurdering"),
    "minimum": gettext_lazy("Op til aftalt minimum"),
    "cap": gettext_lazy("Ned til aftalt loft"),
    "budget": gettext_lazy("Ned til det, der er tilbage af budgettet"),
}
REASONS: Words = {
    "OUTSIDE": gettext_lazy("Uden for aftalens dage"),
    "WITHDRAWN": gettext_lazy("Efter borgeren tog sit samtykke tilbage"),
    "OWN": gettext_lazy("Egne folk, ikke borgere"),
    "ROBOT": gettext_lazy("Hurtigere eller flere, end et menneske kan"),
    "REPEAT": gettext_lazy("Det samme igen kort efter"),
}
CHANGES: Words = {
    "draft": gettext_lazy("Kladde, som firmaet ikke ser"),
    "sent": gettext_lazy("Venter på firmaets svar"),
    "accepted": gettext_lazy("Firmaet har sagt ja"),
    "approved": gettext_lazy("Godkendt"),
    "refused": gettext_lazy("Firmaet har sagt nej"),
    "withdrawn": gettext_lazy("Trukket tilbage"),
    "lapsed": gettext_lazy("Udløbet, før alle havde sagt ja"),
}
FIRM_CHANGES: Words = {
    "sent": gettext_lazy("Venter på jeres svar"),
    "accepted": gettext_lazy("I har sagt ja. Kommunen skal godkende"),
    "approved": gettext_lazy("Aftalt"),
    "refused": gettext_lazy("I har sagt nej"),
    "withdrawn": gettext_lazy("Kommunen har trukket den tilbage"),
    "lapsed": gettext_lazy("Udløbet. Priserne er, som de var"),
}
ASKED: Words = {
    "open": gettext_lazy("Venter på svar fra kommunen"),
    "taken_up": gettext_lazy("Der er skrevet en ændring"),
    "declined": gettext_lazy("Kommunen har sagt nej"),
    "withdrawn": gettext_lazy("Firmaet har taget det tilbage"),
    "lapsed": gettext_lazy("Udløbet uden svar"),
}
FIRM_ASKED: Words = {
    **ASKED,
    "taken_up": gettext_lazy("Kommunen skriver på en ændring"),
    "withdrawn": gettext_lazy("I har taget det tilbage"),
}
WAITS_FOR_FIRM = gettext_lazy("Firmaet skal svare.")
ACCOUNTS: Words = {
    "cost": gettext_lazy("Udgift til løsninger"),
    "vat": gettext_lazy("Moms, der kan hentes igen"),
    "owed": gettext_lazy("Skyldigt til firmaer"),
    "bank": gettext_lazy("Udbetalt"),
}
PROBLEMS: Words = {
    "nothing_is_paid": gettext_lazy("Skriv mindst én pris."),
    "last_band_is_open": gettext_lazy("Lad det sidste trin være uden grænse."),
    "bands_rise": gettext_lazy("Hvert trin skal slutte ved et højere tal end det før."),
    "twice": gettext_lazy("Det samme står to gange."),
    "percent": gettext_lazy("Skriv en procent fra -100 til 100."),
    "above_cap": gettext_lazy("Minimum kan ikke være højere end loftet."),
    "number": gettext_lazy("Skriv et tal."),
    "price": gettext_lazy("Skriv en pris i kroner med højst fire decimaler, ikke under 0."),
    "choice": gettext_lazy("Vælg en af mulighederne."),
    "lead": gettext_lazy("Det er kommunen, der har skrevet aftalen, der kan det."),
    "parties": gettext_lazy("De andre kommuner skal sige ja, før aftalen kan gælde."),
    "offers": gettext_lazy("Vælg mindst én af firmaets løsninger."),
    "signed": gettext_lazy("Aftalen er allerede underskrevet og kan ikke skrives om."),
    "first_of_month": gettext_lazy("Nye priser begynder den 1. i en måned."),
    "billed": gettext_lazy("Den måned er allerede gjort op."),
    "not_in_force": gettext_lazy("Aftalen er ikke i kraft, så dens priser kan ikke ændres."),
    "open_change": gettext_lazy(
        "Der er allerede en ændring i gang. Ret den, eller træk den tilbage."
    ),
    "notice": gettext_lazy("Så tidligt kan nye priser ikke begynde. Varslet skal være gået først."),
    "after_end": gettext_lazy("Aftalen slutter, før de nye priser begynder."),
    "same": gettext_lazy("Priserne er de samme som nu. Ret dem, der skal være anderledes."),
    "begins_then": gettext_lazy("Andre priser begynder allerede den dag. Vælg en anden måned."),
    "too_late": gettext_lazy(
        "Dagen, hvor priserne skulle begynde, er kommet. Træk ændringen tilbage, og lav en ny."
    ),
    "does_not_fit": gettext_lazy(
        "Aftalen har flere trin, end siden kan vise. Priserne kan ikke ændres her."
    ),
    "open_request": gettext_lazy(
        "I har allerede bedt om andre priser. Kommunen har ikke svaret endnu."
    ),
    "answer_first": gettext_lazy("Kommunen har foreslået nye priser. Svar på dem først."),
    "not_asked": gettext_lazy("Jeres kommune skal ikke svare på den ændring."),
    "yes_missing": gettext_lazy("De andre kommuner skal sige ja, før ændringen kan godkendes."),
    "same_person": gettext_lazy(
        "Du har selv skrevet eller sendt ændringen. En anden skal godkende."
    ),
    "wrote_it": gettext_lazy("Du har selv skrevet aftalen. En anden skal lade den gælde."),
    "last_one": gettext_lazy("Den sidste kommune kan ikke forlade aftalen. Opsig den i stedet."),
}


def kroner(amount: Decimal) -> str:
    """Return an amount in kroner, with as many decimals as it has and two at least."""
    fine = amount != amount.quantize(Decimal("0.01"))
    text = number(amount, 4 if fine else 2)
    return _("%(amount)s kr.") % {"amount": text.rstrip("0") if fine else text}


def model_words(terms: Terms) -> list[str]:
    """Return how is paid, a sentence each."""
    lines = []
    if terms.flat is not None:
        lines.append(
            _("%(price)s pr. %(period)s")
            % {"price": kroner(terms.flat.amount), "period": PERIODS[terms.flat.period.value]}
        )
    above = 0
    for band in terms.bands:
        told = {"price": kroner(band.price), "from": above + 1, "to": band.up_to}
        if band.up_to is None:
            lines.append(_("%(price)s pr. aktiv borger fra nr. %(from)s") % told)
        else:
            lines.append(_("%(price)s pr. aktiv borger nr. %(from)s-%(to)s") % told)
            above = band.up_to
    lines += [
        f"{kroner(one.price)} {_('pr.')} {ACTS[one.act.value]}, {COUNTING[one.counting.value]}"
        for one in terms.acts
    ]
    for name, ladder in ((_("effekt"), terms.effect), (_("vurdering"), terms.feedback)):
        if ladder is not None:
            lines.append(_ladder_words(name, ladder))
    for words, amount in (
        (_("Mindst %(price)s om måneden"), terms.minimum),
        (_("Højst %(price)s om måneden"), terms.cap),
        (_("Budget i alt: %(price)s"), terms.budget),
    ):
        if amount is not None:
            lines.append(words % {"price": kroner(amount)})
    return lines


def _ladder_words(name: str, ladder: Ladder) -> str:
    steps = ", ".join(
        _("%(percent)s %% fra %(least)s")
        % {"percent": plain_number(one.percent), "least": plain_number(one.least)}
        for one in ladder.steps
    )
    return _("Efter %(name)s: %(steps)s; ellers %(below)s %%") % {
        "name": name, "steps": steps, "below": plain_number(ladder.below),
    }  # fmt: skip


def month_name(day: date) -> str:
    """Return a month and its year."""
    return date_format(day, "F Y")


def effect_from(least: Decimal) -> str:
    """Return which effect reaches a step."""
    return _("Effekt på %(least)s eller mere") % {"least": plain_number(least)}


def effect_below(least: Decimal) -> str:
    """Return which effect reaches no step."""
    return _("Effekt under %(least)s") % {"least": plain_number(least)}


def waits_for(names: Sequence[str]) -> str:
    """Return which kommuner have not said yes."""
    return _("Mangler ja fra %(names)s.") % {"names": ", ".join(names)}


def plain_number(value: Decimal) -> str:
    """Return a number with as many decimals as it has."""
    return f"{value.normalize():f}".replace(".", ",")


def line_words(kind: str, of: str, *, days: int = 0, days_in_all: int = 0) -> str:
    """Return what a line is for."""
    words = str(KINDS[kind])
    if kind == Kind.ACTS:
        act, how = of.split(":")
        words = f"{words}: {ACTS[act]}, {COUNTING[how]}"
    elif kind == Kind.CITIZENS:
        words = _("%(words)s, trin %(step)s") % {"words": words, "step": of}
    elif kind == Kind.FLAT:
        words = _("%(words)s pr. %(period)s, %(days)s af %(all)s dage") % {
            "words": words, "period": PERIODS[of], "days": days, "all": days_in_all,
        }  # fmt: skip
    elif kind in (Kind.EFFECT, Kind.FEEDBACK):
        words = f"{words} ({of.replace('.', ',')} %)"
    return words
