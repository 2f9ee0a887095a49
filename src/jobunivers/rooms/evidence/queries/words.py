# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is refused, and what a verb means, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.science.xapi import WORDS

# What this house refuses besides what xAPI does; English, for whoever programs against it.
REFUSED: Mapping[str, str] = {
    "account": "the actor must be the account of a citizen: homePage is our issuer, name her sub",
    "issuer": "homePage is not the issuer of this kommune (the iss of the ID token)",
    "stranger": "no citizen is known to you by this number here",
    "not_started": "the citizen has not started this solution",
    "taken_back": "the citizen has taken her consent back",
    "too_old": "it is more than a year old",
    "future": "it lies in the future",
    "before_start": "it lies before the citizen started this solution",
    "people": "people are named by an account here, never by mail address or OpenID",
    "attachment": "attachments are not kept here: give a fileUrl",
    "conflict": "another statement with this identifier is stored already",
    "other_id": "the identifier is not the one in the address",
    "many": "too many statements in one request",
    "large": "the body is too large",
    "content_type": "Content-Type must be application/json",
}
# The same for people, by code; what stands in neither is a matter of xAPI's form.
TOLD: Mapping[str, Promise] = {
    "account": _("Personen er ikke angivet med det nummer, vi har givet."),
    "issuer": _("Nummeret hører til en anden kommune eller en anden side."),
    "stranger": _("Nummeret er ikke et, vi har givet leverandøren."),
    "not_started": _("Borgeren har ikke startet løsningen."),
    "taken_back": _("Borgeren har taget sit ja tilbage."),
    "too_old": _("Det er mere end et år gammelt."),
    "future": _("Det ligger i fremtiden."),
    "before_start": _("Det ligger, før borgeren startede løsningen."),
    "people": _("Andre personer er nævnt med mailadresse."),
    "attachment": _("Der var vedhæftet en fil; dem gemmer vi ikke."),
    "conflict": _("Et andet udsagn har samme nummer."),
    "many": _("Der var for mange udsagn i én forsendelse."),
    "large": _("Forsendelsen var for stor."),
    "content_type": _("Forsendelsen var ikke JSON."),
    "twice": _("En egenskab stod to gange."),
    "json": _("Forsendelsen kunne ikke læses."),
}
OF_FORM = _("Udsagnet følger ikke xAPI’s form.")

# What she reads of a verb; another verb is read as its sender names it.
VERBS: Mapping[str, Promise] = {
    "initialized": _("Du begyndte"),
    "launched": _("Du åbnede"),
    "progressed": _("Du kom videre"),
    "completed": _("Du blev færdig"),
    "passed": _("Du bestod"),
    "failed": _("Du bestod ikke denne gang"),
    "scored": _("Du fik et resultat"),
    "terminated": _("Du lukkede"),
    "experienced": _("Du så på"),
    "abandoned": _("Du gik fra det"),
    "satisfied": _("Du har opfyldt det, der skulle til"),
    "voided": _("De tog et udsagn tilbage"),
}


def words_of(code: str) -> str:
    """Return why something is refused, in English, without the place."""
    return REFUSED.get(code) or WORDS.get(code, code)
