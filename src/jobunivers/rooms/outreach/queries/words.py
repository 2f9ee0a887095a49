# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""States, reasons and reports of a push in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.outreach.models import State, TriggerState
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
    holding.BEGUN: _("har allerede begyndt på det"),
    holding.OFF_SHELF: _("har det ikke på deres hylder"),
    holding.PROTECTED: _("har beskyttet navn og adresse"),
    holding.NO_RULE: _("har sagt nej til reglen"),
    holding.RESTED: _("har fået noget efter en regel for nylig"),
    holding.ENOUGH: _("har fået så mange beskeder, som kommunen vil sende"),
    holding.CROWDED: _("kom ikke med, fordi jobbet ikke bærer flere"),
    holding.LEFT: _("er ikke i gruppen mere"),
    holding.GONE: _("er ikke borger her mere"),
    holding.STOPPED: _("nåede ikke at få den"),
}
OVER: Mapping[str, Promise] = {
    "sender": _("Den, der ville sende, må ikke længere sende."),
    "closed": _("Jobbet, kurset eller tilbuddet er ikke åbent mere."),
    "rule": _("Reglen blev sat på pause."),
    "group": _("Gruppen findes ikke mere, eller et filter passer ikke længere."),
    "person": _("En medarbejder stoppede den."),
    "withdrawn": _("Den blev trukket tilbage, før den blev sendt."),
}
MISSING: Mapping[str, Promise] = {
    "words": _("Skriv først, hvad der skal sendes, og hvorfor de får den."),
    "reach": _("Se først, hvem der får den."),
    "nobody": _("Ingen kan få den. Vælg en anden gruppe, eller vent."),
    "closed": _("Det, du vil sende, er lukket siden sidst. Vælg noget andet."),
    "crowded": _(
        "Jobbet bærer ikke så mange. Vælg færre, eller skriv hvorfor de alle skal have det."
    ),
}
TRIGGER_STATES: Mapping[str, Promise] = {
    TriggerState.DRAFT: _("Kladde"),
    TriggerState.LIVE: _("Sender"),
    TriggerState.PAUSED: _("På pause"),
    TriggerState.ENDED: _("Afsluttet"),
}
PAUSED: Mapping[str, Promise] = {
    "person": _("En medarbejder satte den på pause."),
    "closed": _("Det, den sender, er der ikke mere. Vælg noget andet, og prøv reglen igen."),
    "owner": _("Den, der har ansvar for reglen, må ikke længere sende."),
    "conditions": _("En betingelse gælder noget, der ikke findes mere. Ret den, og prøv igen."),
}
TRIGGER_MISSING: Mapping[str, Promise] = {
    "draft": _("Der er ikke noget nyt at sætte i gang."),
    "test": _("Prøv reglen, som den står nu, og læs prøven. En prøve gælder en uge."),
    "closed": _("Det, reglen sender, er der ikke mere. Vælg noget andet."),
    "conditions": _("En betingelse gælder noget, der ikke findes mere. Ret den."),
    "why": _("Skriv, hvorfor kommunen vil have reglen."),
    "live": _("Reglen sender allerede."),
}
