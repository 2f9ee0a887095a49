# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""States, reasons and reports of a push in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.outreach.models import State
from jobunivers.rooms.outreach.queries import holding

STATES: Mapping[str, Promise] = {
    State.DRAFT: _("Kladde"),
    State.WAITING: _("Venter på godkendelse"),
    State.SCHEDULED: _("Planlagt"),
    State.SENDING: _("Sendes nu"),
    State.SENT: _("Sendt"),
    State.STOPPED: _("Stoppet"),
    State.WITHDRAWN: _("Trukket tilbage"),
}
HELD: Mapping[str, Promise] = {
    holding.ABSENT: _("har fravær"),
    holding.AT_WORK: _("har fået arbejde"),
    holding.NO_MORE: _("har sagt nej til den slags"),
    holding.HAD: _("har fået det samme før"),
    holding.APPLIED: _("har søgt jobbet"),
    holding.HIDDEN: _("vil ikke se jobbet"),
    holding.CROWDED: _("kom ikke med, fordi jobbet ikke bærer flere"),
    holding.LEFT: _("er ikke i gruppen mere"),
    holding.GONE: _("er ikke borger her mere"),
    holding.STOPPED: _("nåede ikke at få den"),
}
OVER: Mapping[str, Promise] = {
    "sender": _("Den, der ville sende, må ikke længere sende."),
    "closed": _("Jobbet eller kurset er lukket."),
    "group": _("Gruppen findes ikke mere, eller et filter passer ikke længere."),
    "person": _("En medarbejder stoppede den."),
    "withdrawn": _("Den blev trukket tilbage, før den blev sendt."),
}
MISSING: Mapping[str, Promise] = {
    "words": _("Skriv først, hvad der skal sendes, og hvorfor de får den."),
    "reach": _("Se først, hvem der får den."),
    "nobody": _("Ingen kan få den. Vælg en anden gruppe, eller vent."),
    "closed": _("Jobbet er lukket siden sidst. Vælg et andet."),
    "crowded": _(
        "Jobbet bærer ikke så mange. Vælg færre, eller skriv hvorfor de alle skal have det."
    ),
}
