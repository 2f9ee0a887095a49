# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How an adviser's disagreement reads, to her and to the citizen."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OBJECTIONS: Mapping[str, Promise] = {
    "occupation": _("Det er en anden slags arbejde, end borgeren søger"),
    "skills": _("Det, borgeren kan, eller det, jobbet kræver, er læst forkert"),
    "requirements": _("Jobbet kræver noget, borgeren ikke har"),
    "travel": _("Rejsen er længere eller sværere, end det ser ud til"),
    "conditions": _("Tiderne eller vilkårene passer ikke"),
    "other": _("Noget andet"),
}

# What stands in the staff's calendar, by the kind of its entry.
KINDS: Mapping[str, Promise] = {
    "talk": _("Samtale"),
    "meeting": _("Møde"),
    "deadline": _("Frist"),
    "task": _("Opgave"),
    "absence": _("Fravær"),
}
# How an aim of BEK 760/2025 § 5 stands, and the colour that says it.
AIM_STATES: Mapping[str, tuple[Promise, str]] = {
    "met": (_("Målet er nået"), "success"),
    "near": (_("Tæt på grænsen"), "warning"),
    "over": (_("Målet er ikke nået"), "warning"),
}
MILESTONES: Mapping[str, Promise] = {
    "measured": _("Året, der måles, slutter (§ 2, stk. 3)."),
    "published": _("Opgørelsen er offentliggjort senest (§ 2, stk. 3)."),
    "told": _("Ministeriet har givet besked senest, hvis kommunen er omfattet (§ 6, stk. 2)."),
    "answered": _("Kommunens redegørelse er senest tre måneder efter beskeden (§ 7)."),
}
