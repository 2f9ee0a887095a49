# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A chance in words: about a hundred people like her, never a bare number about her."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil, floor

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.rooms.segmentation.queries.chances import ChanceOf
from jobunivers.science.chances import Range
from jobunivers.science.explain import Reason

_LITTLE, _MUCH = 0.08, 0.4
_STEP = 5
_MONTHS_FROM, _WEEKS_A_MONTH = 9, 4.345
EDUCATIONS: Mapping[str, Promise] = {
    "primary": _("grundskole"),
    "upper_secondary": _("gymnasial uddannelse"),
    "vocational": _("faglært"),
    "short": _("kort videregående uddannelse"),
    "bachelor": _("mellemlang videregående uddannelse eller bachelor"),
    "master": _("lang videregående uddannelse"),
    "phd": _("ph.d."),
}


@dataclass(frozen=True, slots=True)
class ToldReason:
    """One fact, what it does to the chance, and how much: −1 pulls down, 1 lifts, 0 hardly."""

    code: str
    fact: str
    effect: str
    direction: int


@dataclass(frozen=True, slots=True)
class ToldChance:
    """All that a page says of a chance."""

    half_year: str
    year: str
    reasons: tuple[ToldReason, ...]
    about: str
    source: str
    model: str


def told(chance: ChanceOf, *, to_staff: bool = False) -> ToldChance:
    """Return the chance in words, to her or to staff."""
    about = (
        gettext("Tallene handler om en gruppe. De siger ikke, hvordan det går dig.")
        if not to_staff
        else gettext("Tallene handler om en gruppe. De siger ikke, hvordan det går denne borger.")
    )
    source = (
        gettext("Vi har set på, hvordan det er gået andre ledige i kommunen.")
        if chance.learned
        else gettext("Vi bruger faste regler. De er et skøn og ikke målt i kommunen.")
    )
    known = [reason for reason in chance.reasons if reason.code in _FACTS]
    return ToldChance(
        half_year=_of_hundred(chance.within_26, gettext("et halvt år")),
        year=_of_hundred(chance.within_52, gettext("et år")),
        reasons=tuple(_reason(reason, to_staff=to_staff) for reason in known),
        about=about,
        source=source,
        model=chance.model,
    )


def _of_hundred(found: Range, within: str) -> str:
    """Return the range in people of a hundred, to whole fives, outwards."""
    low = max(_STEP, _STEP * floor(100 * found.low / _STEP))
    high = min(100 - _STEP, _STEP * ceil(100 * found.high / _STEP))
    return gettext(
        "Af 100 ledige med de samme oplysninger får mellem %(low)d og %(high)d arbejde"
        " inden for %(within)s."
    ) % {"low": min(low, high), "high": max(low, high), "within": within}


def _reason(reason: Reason, *, to_staff: bool) -> ToldReason:
    value = reason.facts["value"]
    hers, staff = _FACTS[reason.code](value)
    size = abs(reason.weight)
    direction = 0 if size < _LITTLE else (1 if reason.weight > 0 else -1)
    return ToldReason(reason.code, staff if to_staff else hers, _effect(direction, size), direction)


def _effect(direction: int, size: float) -> str:
    if not direction:
        return gettext("betyder næsten intet")
    if direction > 0:
        return gettext("trækker meget op") if size >= _MUCH else gettext("trækker op")
    return gettext("trækker meget ned") if size >= _MUCH else gettext("trækker ned")


def _span(weeks: float) -> str:
    """Return weeks as people say them: weeks while few, then months."""
    if weeks < _MONTHS_FROM:
        many = round(weeks)
        return ngettext("%(many)d uge", "%(many)d uger", many) % {"many": many}
    many = round(weeks / _WEEKS_A_MONTH)
    return ngettext("%(many)d måned", "%(many)d måneder", many) % {"many": many}


def _weeks(value: object) -> tuple[str, str]:
    span = {"span": _span(float(str(value)))}
    return gettext("Du har været ledig i %(span)s") % span, gettext("Ledig i %(span)s") % span


def _age(value: object) -> tuple[str, str]:
    age = {"age": int(float(str(value)))}
    hers = gettext("Du var %(age)d år, da du blev ledig") % age
    return hers, gettext("%(age)d år, da borgeren blev ledig") % age


def _worked(value: object) -> tuple[str, str]:
    months = {"months": wording.number(round(float(str(value))))}
    hers = gettext("Du havde arbejde i %(months)s af de 60 måneder før") % months
    return hers, gettext("Arbejde i %(months)s af de 60 måneder før") % months


def _out_before(value: object) -> tuple[str, str]:
    weeks = float(str(value))
    if round(weeks) == 0:
        return gettext("Du var ikke ledig i de tre år før"), gettext("Ikke ledig i de tre år før")
    span = {"span": _span(weeks)}
    hers = gettext("Du var ledig i %(span)s i de tre år før") % span
    return hers, gettext("Ledig i %(span)s i de tre år før") % span


def _education(value: object) -> tuple[str, str]:
    level = {"level": str(EDUCATIONS.get(str(value), value))}
    hers = gettext("Din længste uddannelse: %(level)s") % level
    return hers, gettext("Længste uddannelse: %(level)s") % level


_FACTS: Mapping[str, Callable[[object], tuple[str, str]]] = {
    "weeks": _weeks,
    "age": _age,
    "months_worked": _worked,
    "weeks_out_before": _out_before,
    "education": _education,
}
