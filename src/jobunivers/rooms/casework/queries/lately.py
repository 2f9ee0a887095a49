# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happened to a citizen lately, in few words, and the act it suggests, one click away."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from jobunivers.rooms.casework.models import CitizenRow

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


def lately(row: CitizenRow, today: date, *, with_act: bool) -> str:
    """Return what happened last, when, and the way to act on it; a file has words alone."""
    known = _HAPPENED.get(row.lately)
    if known is None or row.lately_on is None:
        return "–"
    words, act, name = known
    days = (today - row.lately_on).days
    ago = ngettext("for %(days)d dag siden", "for %(days)d dage siden", days) % {"days": days}
    said = f"{words} {ago if days else _('i dag')}"
    if not with_act:
        return said
    if row.flags:
        act, name = _WAITS
    address = reverse(name, args=[row.citizen_id])
    return format_html('{} · <a href="{}">{}</a>', said, address, act)
