# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which reason stands beside an advertisement: one that tells it from the others on the page."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _

from jobunivers.rooms.tailored.queries.words import ReasonWords

# What weighs less, compared to the strongest, had little to do with the advertisement being here.
_FAIR = 0.4
# Two sentences become one up to here: two lines on a phone.
_LONGEST = 80


def main_reasons(rows: Sequence[list[ReasonWords]]) -> list[str]:
    """Return for each row of a page the reason to show, given all its reasons, strongest first.

    It is the strongest that is about her. Where most rows would say the same, a row says what
    is its own instead, or as well; only reasons that count for much are ever chosen.
    """
    fair = [_fair(reasons) for reasons in rows]
    said = Counter(label for reasons in fair for label in {one.label for one in reasons})
    half = len(rows) / 2
    usual = {label for label, count in said.items() if count > max(half, 1)}
    return [_telling(reasons, usual) for reasons in fair]


def _fair(reasons: list[ReasonWords]) -> list[ReasonWords]:
    """Return the reasons about her with a fair share of the score; the strongest when none is."""
    about_her = [one for one in reasons if _is_about_her(one.code)]
    if not about_her:
        return reasons[:1]
    return [one for one in about_her if one.weight >= _FAIR * about_her[0].weight]


def _telling(reasons: list[ReasonWords], usual: set[str]) -> str:
    if not reasons:
        return ""
    strongest = reasons[0]
    own = next((one for one in reasons if one.label not in usual), strongest)
    if own is strongest:
        return strongest.label
    both = _("%(one)s, og %(other)s") % {"one": strongest.label, "other": own.continued}
    # A list of competences would run into what follows it.
    joinable = strongest.code.startswith(("occupation.", "wish."))
    return both if joinable and len(both) <= _LONGEST else own.label


def _is_about_her(code: str) -> bool:
    return not code.endswith(".unknown") and not code.startswith(("freshness.", "hours."))
