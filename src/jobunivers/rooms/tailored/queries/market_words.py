# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many jobs there are for each who fits, said no surer than it is."""

import math

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from jobunivers.science.demand import FEWEST, Balance, ratio_interval

_NARROW = 2.0
"""An interval no wider than this is told by its middle ("omkring"), else by its near end."""
_WHOLE_FROM = 10


def least_jobs(held: Balance) -> float:
    """Return the fewest jobs for each who fits that the figures allow (95 %).

    Where the people are too few to be told, they are taken to be as many as they can be.
    """
    if held.seekers is not None:
        return held.low
    bundle = held.squares / held.positions if held.positions else 1.0
    return ratio_interval(held.positions / bundle, FEWEST - 1)[0] * bundle


def least_people(held: Balance) -> float:
    """Return the fewest who fit for each job that the figures allow (95 %); 0 when unknown."""
    return 1.0 / held.high if held.high else 0.0


def waiting(held: Balance) -> str:
    """Return how many jobs wait for each who fits."""
    if held.seekers == 0:
        return _("Ingen af de ledige passer")
    if held.ratio and held.high and held.high <= _NARROW * held.low:
        return _("Omkring %(number)s job for hver ledig") % {"number": _number(held.ratio)}
    return _("Mindst %(number)s job for hver ledig") % {"number": _least(least_jobs(held))}


def seeking(held: Balance) -> str:
    """Return how many who fit wait for each job."""
    if not held.positions:
        return _("Ingen åbne job lige nu")
    if held.ratio and held.high and held.high <= _NARROW * held.low:
        return _("Omkring %(number)s ledige for hvert job") % {"number": _number(1.0 / held.ratio)}
    least = _least(least_people(held))
    if least == _number(0):  # at least nobody says nothing
        return _("Vi kan ikke sige det sikkert")
    return _("Mindst %(number)s ledige for hvert job") % {"number": least}


def ends(held: Balance) -> tuple[str, str]:
    """Return the ends of the interval of jobs for each who fits, each rounded away from it.

    The upper one is empty where there is none.
    """
    high = "" if held.high is None else _number(math.ceil(held.high * 10) / 10)
    return _least(held.low), high


def _number(value: float) -> str:
    """Return a number as it is written, with a decimal when it is small."""
    decimals = 0 if value >= _WHOLE_FROM or round(value, 1) == round(value) else 1
    return str(number_format(value, decimals, use_l10n=True, force_grouping=True))


def _least(value: float) -> str:
    """Return a number that is never larger than it is."""
    steps = 1 if value >= _WHOLE_FROM else 10
    return _number(math.floor(value * steps) / steps)
