# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What research may be told of a person: a fixed list, in bands, offered by the rooms that know.

No name, number, day, place or text is among them, and a room offers no finer value than the first
level here.
"""

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.identity import queries as identity

Words = Promise | str
UNKNOWN = "ukendt"
ALL = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """One thing that may be told.

    Attributes:
        code: the column's name.
        name: in plain words.
        domain: asks for every value of the finest level there can be, besides `UNKNOWN`; it must
            not depend on which people there are.
        asked: the value of each citizen of the kommune who has one.
        coarser: from the finest value to coarser ones; nothing at all comes after them by itself.
    """

    code: str
    name: Words
    domain: Callable[[], tuple[str, ...]]
    asked: Callable[[date], Mapping[int, str]]
    coarser: tuple[Mapping[str, str], ...] = ()

    def levels(self, values: list[str]) -> tuple[tuple[str, ...], ...]:
        """Return the values at every level, from the finest to nothing at all."""
        allowed = set(self.domain())
        fine = tuple(one if one in allowed else UNKNOWN for one in values)
        coarser = (tuple(step.get(one, UNKNOWN) for one in fine) for step in self.coarser)
        return (fine, *coarser, (ALL,) * len(fine))


def band(number: float, bounds: tuple[int, ...]) -> str:
    """Return the band a number falls in: bounds (0, 3, 6) give "0-2", "3-5" and "6+"."""
    for low, high in itertools.pairwise(bounds):
        if low <= number < high:
            return f"{low}-{high - 1}" if high - 1 > low else str(low)
    return f"{bounds[-1]}+"


def bands(bounds: tuple[int, ...]) -> tuple[str, ...]:
    """Return every band of these bounds."""
    return tuple(band(low, bounds) for low in bounds)


def joined(fine: tuple[int, ...], coarse: tuple[int, ...]) -> dict[str, str]:
    """Return the coarse band that holds each fine one."""
    return {band(low, fine): band(low, coarse) for low in fine}


_FINE, _COARSE = (15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65), (15, 30, 45, 60)
_variables: dict[str, Variable] = {}


def offer(variable: Variable) -> None:
    """Offer something that research may be told; said in a room's `apps.py`."""
    _variables[variable.code] = variable


def variables() -> dict[str, Variable]:
    """Return all that may be told, by code."""
    return {code: _variables[code] for code in sorted(_variables)}


def _ages(today: date) -> dict[int, str]:
    return {
        pk: band((today - born).days // 365.25, _FINE)
        for pk, born in identity.birthdays().items()
        if (today - born).days // 365.25 >= _FINE[0]
    }


def offer_own() -> None:
    """Offer what is known of everybody: her age, in bands of five years."""
    offer(
        Variable(
            code="age",
            name=_("Alder"),
            domain=lambda: bands(_FINE),
            asked=_ages,
            coarser=(joined(_FINE, _COARSE),),
        )
    )
