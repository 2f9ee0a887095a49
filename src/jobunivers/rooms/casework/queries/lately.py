# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happened to a citizen lately, in few words, and the act it suggests, one click away."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from jobunivers.foundation.ui.addresses import address
from jobunivers.foundation.ui.markup import escaped
from jobunivers.rooms.casework.models import CitizenRow

NOTHING_KNOWN = "–"
# What happened → its words, what may be done now, and where; the address takes her id alone.
_HAPPENED: Mapping[str, tuple[Promise, Promise, str]] = {
    "applied": (_("Søgte et job"), _("Se ansøgningen"), "casework:citizen"),
    "done": (_("Gjorde en aktivitet færdig"), _("Aftal det næste skridt"), "plan:citizen"),
    "answered": (_("Svarede på en besked"), _("Se svaret"), "casework:citizen"),
    "met": (_("Var til første møde"), _("Se planen"), "plan:citizen"),
    "course": (_("Fik et nyt forløb"), _("Se forløbet"), "segmentation:citizen"),
    "out": (_("Blev ledig"), _("Se forløbet"), "segmentation:citizen"),
    "came": (_("Kom på platformen"), _("Se planen"), "plan:citizen"),
}
_WAITS: tuple[Promise, str] = (_("Se, hvad der venter"), "casework:citizen")
"""Where a point waits, it is what to act on: her page says which and how."""


class Lately:
    """Says it of many citizens: the same few words, days and addresses stand on every row."""

    def __init__(self, today: date, *, with_act: bool) -> None:
        """Say it in the language of now; a file has words alone, without the act."""
        self._today, self._with_act = today, with_act
        self._said: dict[tuple[str, date], str] = {}
        self._acts: dict[str, str] = {}

    def __call__(self, row: CitizenRow) -> str:
        """Return what happened last, when, and the way to act on it."""
        known = _HAPPENED.get(row.lately)
        if known is None or row.lately_on is None:
            return NOTHING_KNOWN
        said = self._said.get((row.lately, row.lately_on)) or self._say(row.lately, row.lately_on)
        if not self._with_act:
            return said
        words, name = _WAITS if row.flags else known[1:]
        kind = "" if row.flags else row.lately
        act = self._acts.get(kind) or self._acts.setdefault(kind, str(words))
        where = escaped(address(name, row.citizen_id))
        return mark_safe(f'{escaped(said)} · <a href="{where}">{escaped(act)}</a>')

    def _say(self, happened: str, day: date) -> str:
        days = (self._today - day).days
        ago = ngettext("for %(days)d dag siden", "for %(days)d dage siden", days) % {"days": days}
        said = f"{_HAPPENED[happened][0]} {ago if days else _('i dag')}"
        self._said[happened, day] = said
        return said
