# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which reason stands beside an advertisement: one that tells it from the others on the page."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _

from jobunivers.rooms.tailored.queries.words import ReasonWords

# What weighs less, compared to the strongest, had little to do with the advertisement being here.
_FAIR = 0.4
# What weighs so much may be added to the strongest, never stand alone.
_ADDED = 0.2
# Two sentences become one up to here: three lines on a phone.
_LONGEST = 100
# What is about the work, and says more of a job than that it is near.
_KIN = ("occupation.", "wish.")
_OF_THE_WORK = ("occupation.", "wish.", "skills.", "bridge", "taste")


def main_reasons(rows: Sequence[list[ReasonWords]]) -> list[str]:
    """Return for each row of a page the reason to show, given all its reasons, strongest first.

    It is the strongest that is about her, of those about the work where one counts for much.
    Where most rows would say the same, a row says what is its own instead, or as well.
    """
    about = [_about_her(reasons) for reasons in rows]
    said = Counter(label for reasons in about for label in _counting(reasons))
    half = len(rows) / 2
    usual = {label for label, count in said.items() if count > max(half, 1)}
    return [_telling(reasons, usual) for reasons in about]


def _counting(reasons: list[ReasonWords]) -> set[str]:
    """Return what a row could say: the labels of all that counts for something in it."""
    least = _ADDED * _most(reasons)
    return {one.label for one in reasons if one.weight >= least}


def _most(reasons: list[ReasonWords]) -> float:
    return max((one.weight for one in reasons), default=0.0)


def _about_her(reasons: list[ReasonWords]) -> list[ReasonWords]:
    """Return the reasons about her, the one to show first; the strongest when none is."""
    found = [one for one in reasons if _is_about_her(one.code)]
    if not found:
        return reasons[:1]
    least = _FAIR * found[0].weight
    of_work = (one for one in found if one.code.startswith(_OF_THE_WORK) and one.weight >= least)
    first = next(of_work, found[0])
    return [first, *(one for one in found if one is not first)]


def _telling(reasons: list[ReasonWords], usual: set[str]) -> str:
    if not reasons:
        return ""
    first, most = reasons[0], _most(reasons)
    if first.label not in usual:
        return first.label
    others = (one for one in reasons if one.label not in usual and not _both_kin(one, first))
    own = next(others, first)
    if own is first or own.weight < _ADDED * most:
        return first.label
    both = _("%(one)s, og %(other)s") % {"one": first.label, "other": own.continued}
    # A list of competences would run into what follows it.
    if first.code.startswith(_KIN) and len(both) <= _LONGEST:
        return both
    return own.label if own.weight >= _FAIR * most else first.label


def _both_kin(one: ReasonWords, other: ReasonWords) -> bool:
    """Say whether both tell how near the work is: what she did and wishes is often the same."""
    return one.code.startswith(_KIN) and other.code.startswith(_KIN)


def _is_about_her(code: str) -> bool:
    return not code.endswith(".unknown") and not code.startswith(("freshness.", "hours."))
