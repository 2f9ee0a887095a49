# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each fact is called, how it is said, where it is from and where she can correct it.

The codes are those of the policy format. How a condition reads is put together here alone, so that
a citizen, a member of staff and a politician read the same words.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.wording import number

Value = float | str | None
"""A fact's value: a number, a level's code, or not known."""


@dataclass(frozen=True, slots=True)
class FactWords:
    """How a fact is spoken of."""

    name: Promise
    source: Promise
    clause: Promise  # with %(amount)s
    amount: Callable[[float], str] | None = None  # a number with its unit; None: `levels`
    levels: Mapping[str, Promise] = field(default_factory=dict)  # lowest first
    # How a condition on levels reads, by sign; a fact without them says its clause.
    at_least: Promise | None = None
    below: Promise | None = None
    correct: str = ""  # name of the address where she can correct it
    correct_words: Promise | None = None


def _years(value: float) -> str:
    return ngettext("%(n)s år", "%(n)s år", round(value)) % {"n": number(value)}


def _weeks(value: float) -> str:
    return ngettext("%(n)s uge", "%(n)s uger", round(value)) % {"n": number(value)}


def _months(value: float) -> str:
    return ngettext("%(n)s måned", "%(n)s måneder", round(value)) % {"n": number(value)}


def _days(value: float) -> str:
    return ngettext("%(n)s dag", "%(n)s dage", round(value)) % {"n": number(value)}


def _times(value: float) -> str:
    return ngettext("%(n)s gang", "%(n)s gange", round(value)) % {"n": number(value)}


def _messages(value: float) -> str:
    return ngettext("%(n)s besked", "%(n)s beskeder", round(value)) % {"n": number(value)}


def _applications(value: float) -> str:
    return ngettext("%(n)s ansøgning", "%(n)s ansøgninger", round(value)) % {"n": number(value)}


def _points(value: float) -> str:
    whole = value == round(value)
    return ngettext("%(n)s point", "%(n)s point", round(value)) % {
        "n": number(value, 0 if whole else 1)
    }


def _share(value: float) -> str:
    return gettext("%(n)s procent") % {"n": number(round(value * 100))}


def _of_hundred(value: float) -> str:
    return gettext("%(n)s af 100 point") % {"n": number(round(value * 100))}


_DONE_HERE = _("Det, du selv gør her. Hvad du læser, tæller vi ikke")
_LIKE_YOU = _("Regnet ud fra, hvordan det er gået andre i samme situation")
_ASK = _("Sig det til kommunen")

FACTS: Mapping[str, FactWords] = MappingProxyType({
    "weeks_out": FactWords(
        _("Tid uden job"), _("Den dag, du er meldt ledig"),
        _("du har været uden job i %(amount)s"), _weeks,
        correct="front:contact", correct_words=_ASK,
    ),
    "days_here": FactWords(
        _("Tid på platformen"), _("Den dag, du kom til"),
        _("det er %(amount)s siden, du kom til"), _days,
    ),
    "age": FactWords(
        _("Alder"), _("Din fødselsdag, som kommunen har den"),
        _("du er %(amount)s"), _years, correct="front:contact", correct_words=_ASK,
    ),
    "education": FactWords(
        _("Længste uddannelse"), _("Din profil"), _("din længste uddannelse er %(amount)s"),
        levels={
            "primary": _("grundskole"),
            "upper_secondary": _("en gymnasial uddannelse"),
            "vocational": _("en erhvervsuddannelse"),
            "short": _("en kort videregående uddannelse"),
            "bachelor": _("en bachelor eller professionsbachelor"),
            "master": _("en lang videregående uddannelse"),
            "phd": _("en ph.d."),
        },
        at_least=_("din længste uddannelse er mindst %(amount)s"),
        below=_("din længste uddannelse er kortere end %(amount)s"),
        correct="journey:profile", correct_words=_("Ret din profil"),
    ),
    "experience_months": FactWords(
        _("Erfaring"), _("De job, der står i din profil"),
        _("du har arbejdet i %(amount)s"), _months,
        correct="journey:profile", correct_words=_("Ret din profil"),
    ),
    "earlier_spells": FactWords(
        _("Tidligere perioder uden job"), _("Hvornår du før har været meldt ledig"),
        _("du har været uden job %(amount)s før"), _times,
        correct="front:contact", correct_words=_ASK,
    ),
    "readiness": FactWords(
        _("Hvor let det digitale er"), _("Dine egne svar"),
        _("dine svar om det digitale giver %(amount)s"), _of_hundred,
        correct="entrance:readiness", correct_words=_("Svar igen"),
    ),
    "wish": FactWords(
        _("Dit eget ønske"), _("Det, du selv har valgt"), _("du helst vil %(amount)s"),
        levels={
            "self": _("klare det selv"),
            "together": _("gøre det sammen med en"),
            "in_person": _("mødes"),
        },
        at_least=_("du mindst vil %(amount)s"),
        below=_("du ikke har bedt om at %(amount)s"),
        correct="entrance:wishes", correct_words=_("Vælg om"),
    ),
    "danish": FactWords(
        _("Dansk"), _("Sprogene i din profil"), _("du kan dansk %(amount)s"),
        levels={
            "none": _("slet ikke endnu"),
            "basic": _("lidt"),
            "working": _("til arbejdsbrug"),
            "fluent": _("flydende"),
        },
        at_least=_("du mindst kan dansk %(amount)s"),
        below=_("du ikke kan dansk %(amount)s"),
        correct="journey:languages", correct_words=_("Ret dine sprog"),
    ),
    "chance26": FactWords(
        _("Chance for job inden et halvt år"), _LIKE_YOU,
        _("chancen for job inden et halvt år er %(amount)s"), _share,
    ),
    "chance52": FactWords(
        _("Chance for job inden et år"), _LIKE_YOU,
        _("chancen for job inden et år er %(amount)s"), _share,
    ),
    "days_inactive": FactWords(
        _("Tid, siden vi så noget fra dig"), _DONE_HERE,
        _("det er %(amount)s siden, vi så noget fra dig"), _days,
        correct="vacancies:applications", correct_words=_("Skriv i din joblog"),
    ),
    "unanswered": FactWords(
        _("Beskeder i træk uden svar"), _("Beskeder, vi har sendt dig"),
        _("%(amount)s i træk er uden svar"), _messages,
        correct="front:notices", correct_words=_("Se dine beskeder"),
    ),
    "applications30": FactWords(
        _("Ansøgninger på 30 dage"), _("Din joblog"),
        _("du har skrevet %(amount)s i joblog de sidste 30 dage"), _applications,
        correct="vacancies:applications", correct_words=_("Ret din joblog"),
    ),
    "points_week": FactWords(
        _("Aktivitet om ugen"), _DONE_HERE,
        _("din aktivitet om ugen giver %(amount)s"), _points,
        correct="vacancies:applications", correct_words=_("Skriv i din joblog"),
    ),
    "active_weeks": FactWords(
        _("Uger i træk, hvor du har været i gang"), _DONE_HERE,
        _("du har været i gang i %(amount)s i træk"), _weeks,
    ),
    "profile": FactWords(
        _("Så langt er din profil"), _("Din profil"),
        _("din profil er %(amount)s udfyldt"), _share,
        correct="journey:profile", correct_words=_("Skriv videre"),
    ),
    "absent": FactWords(
        _("Syg, på ferie eller pause i dag"), _("Det, du eller kommunen har skrevet"),
        _("du er syg, på ferie eller har en pause: %(amount)s"),
        levels={"0": _("nej"), "1": _("ja")},
        correct="segmentation:absences", correct_words=_("Ret dit fravær"),
    ),
})  # fmt: skip

SIGNS: Mapping[str, Promise] = MappingProxyType(
    {">=": _("mindst"), "<": _("under"), "=": _("præcis")}
)
_NOT_KNOWN = _("Det ved vi ikke")


def fact_name(code: str) -> str:
    """Return what a fact is called; an unknown one by its code."""
    return str(FACTS[code].name) if code in FACTS else code


def value_words(code: str, value: Value) -> str:
    """Return a fact's value as it is said, such as `26 uger`, `35 procent` or `lidt`."""
    if value is None:
        return str(_NOT_KNOWN)
    fact = FACTS.get(code)
    if fact is None:
        return str(value)
    if fact.amount is not None:
        return fact.amount(float(value))
    return str(fact.levels.get(level_of(code, value), value))


def level_of(code: str, value: Value) -> str:
    """Return the code of a level, which may come as its number, lowest 0."""
    levels = list(FACTS[code].levels)
    if isinstance(value, str):
        return value
    place = round(value) if value is not None else -1
    return levels[place] if 0 <= place < len(levels) else ""


def condition_words(code: str, sign: str, value: Value) -> str:
    """Return a condition as she reads it, such as `du har været uden job i mindst 26 uger`."""
    fact = FACTS.get(code)
    if fact is None:
        return f"{code} {sign} {value}"
    amount = value_words(code, value)
    if fact.amount is None:
        clause = {">=": fact.at_least, "<": fact.below}.get(sign) or fact.clause
        return str(clause) % {"amount": amount}
    said = {
        ">=": gettext("mindst %(amount)s"),
        "<": gettext("under %(amount)s"),
    }.get(sign, "%(amount)s")
    return str(fact.clause) % {"amount": said % {"amount": amount}}


def together(clauses: list[str]) -> str:
    """Return clauses as one: `A, B og C`."""
    if len(clauses) <= 1:
        return "".join(clauses)
    return gettext("%(some)s, og %(last)s") % {"some": ", ".join(clauses[:-1]), "last": clauses[-1]}


def correct_url(code: str) -> str:
    """Return where she can correct a fact, "" when there is no such page."""
    name = FACTS[code].correct if code in FACTS else ""
    try:
        return reverse(name) if name else ""
    except NoReverseMatch:  # a room that is not installed
        return ""
