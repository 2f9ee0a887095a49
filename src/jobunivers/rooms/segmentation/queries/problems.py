# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a policy, said to the person who writes it."""

import re
from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.science.segmentation import Problem

_WORDS: Mapping[str, Promise] = {
    "missing": _("Der mangler noget."),
    "no_text": _("Der mangler en tekst."),
    "no_number": _("Der skal stå et tal."),
    "no_whole_number": _("Der skal stå et helt tal."),
    "out_of_range": _("Tallet er for lille eller for stort."),
    "unknown": _("Værdien kendes ikke."),
    "unknown_course": _("Forløbet findes ikke."),
    "equals_number": _("Et tal er mindst eller under noget, ikke præcis."),
    "twice": _("Det samme står to gange."),
    "too_many": _("Der er for mange regler. Ingen læser mere end 40."),
    "not_rising": _("Hvert trin skal komme senere end det før og må ikke give mindre hjælp."),
    "both_ways": _("En regel kan spørge efter aktivitet eller efter mangel på den, ikke begge."),
    "activity_costs": _(
        "Den, der gør mere, må ikke få tættere hjælp af det, og den, der gør mindre, må ikke få"
        " mindre. Flyt reglen, eller vælg et andet forløb."
    ),
    "no_consultant": _("Det tætteste forløb skal have en personlig jobkonsulent."),
    "format": _("Politikken er skrevet i et format, vi ikke kender."),
}
_RULE = re.compile(r"^rules\[(\d+)\]")
_STEP = re.compile(r"^ladder\.steps\[(\d+)\]")


def problem_words(problems: Iterable[Problem]) -> list[str]:
    """Return each problem as a sentence that says where it is."""
    return [_said(one) for one in problems]


def _said(problem: Problem) -> str:
    words = str(_WORDS.get(problem.code, problem.text))
    if found := _RULE.match(problem.where):
        return gettext("Regel %(n)s: %(problem)s") % {"n": int(found[1]) + 1, "problem": words}
    if found := _STEP.match(problem.where):
        return gettext("Trin %(n)s: %(problem)s") % {"n": int(found[1]) + 1, "problem": words}
    return words
