# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be told, and what went wrong, in the reader's words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from jobunivers.integrations.webhooks import Trouble
from jobunivers.rooms.webhooks.models import State

PING = "endpoint.ping"
STARTED, ASSIGNED, WITHDRAWN = "offer.started", "offer.assigned", "offer.withdrawn"
APPROVED = "offer.version_approved"
# What a vendor may choose among.
KINDS: Mapping[str, Promise] = {
    STARTED: _("En borger er begyndt"),
    ASSIGNED: _("En medarbejder har foreslået den for en borger"),
    WITHDRAWN: _("En borger er holdt op eller har taget sit ja tilbage"),
    APPROVED: _("En ny version er godkendt"),
}
_STATES: Mapping[str, Promise] = {
    State.WAITING: _("På vej"),
    State.RECEIVED: _("Modtaget"),
    State.DEAD: _("Ikke modtaget"),
    State.DROPPED: _("Skal ikke sendes længere"),
}
_TROUBLES: Mapping[str, Promise] = {
    Trouble.REFUSED: _("Adressen må vi ikke spørge: den er ikke https på det åbne net."),
    Trouble.UNKNOWN: _("Ingen kender værtsnavnet."),
    Trouble.CLOSED: _("Der er ingen, der lytter, eller certifikatet er ikke værtens."),
    Trouble.SLOW: _("Der kom intet helt svar inden for 10 sekunder."),
    Trouble.CUT: _("Forbindelsen blev afbrudt midt i svaret."),
    Trouble.LED_ON: _("Svaret viste videre til en anden adresse. Det følger vi ikke."),
    Trouble.GONE: _("Svaret var 410: I vil ikke have flere."),
    Trouble.STATUS: _("Svaret var ikke et tal fra 200 til 299."),
}
_WRONG: Mapping[str, Promise] = {
    "url": _("Skriv en adresse, der begynder med https:// og ligger på det åbne net."),
    "kinds": _("Vælg mindst én slags besked."),
    "open": _("Der er allerede en adresse for firmaet."),
}


def kind_words(kind: str) -> str:
    """Return a type of event in the reader's words."""
    if kind == PING:
        return pgettext("of sending", "Prøve")
    return gettext(str(KINDS[kind])) if kind in KINDS else kind


def state_words(state: str) -> str:
    """Return how far a message has come."""
    return gettext(str(_STATES.get(state, state)))


def trouble_words(code: str) -> str:
    """Return what a try came to grief by; empty: by nothing."""
    return gettext(str(_TROUBLES[code])) if code in _TROUBLES else ""


def wrong_words(code: str) -> str:
    """Return why an endpoint cannot be as it was written."""
    return gettext(str(_WRONG[code])) if code in _WRONG else code
