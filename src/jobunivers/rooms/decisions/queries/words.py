# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How what became of a disagreement reads, to her and to staff."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.decisions.models import Outcome
from jobunivers.trust import decided

OUTCOMES: Mapping[str, Promise] = {
    Outcome.AGREED: _("Du fik ret"),
    Outcome.KEPT: _("Det blev, som det var"),
    Outcome.TAKEN_BACK: _("Du tog det tilbage"),
}
OUTCOMES_TO_STAFF: Mapping[str, Promise] = {
    Outcome.AGREED: _("Borgeren har ret: det bliver rettet, eller der bliver set bort fra det"),
    Outcome.KEPT: _("Det bliver, som det er, og her er grunden"),
}


def kind_name(code: str) -> str:
    """Return what a kind of choice is called; an unknown one by its code."""
    kind = decided.kind(code)
    return str(kind.name) if kind else code
