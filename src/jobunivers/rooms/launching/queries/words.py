# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How what is handed over reads to her."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

# What a login always says, whatever was agreed: the address of the kommune is in every token.
ALWAYS = ("subject", "kommune", "login")
# What a vendor may ask for besides, as it stands in `OfferVersion.data`.
OPTIONAL = ("name", "language")
WORDS: Mapping[str, Promise] = {
    "subject": _("Et nummer, der kun bruges her, og som ikke siger, hvem du er"),
    "kommune": _("Hvilken kommune du bruger siden i"),
    "login": _("Hvornår du loggede ind, og hvor sikkert"),
    "name": _("Dit navn"),
    "language": _("Det sprog, du læser siden på"),
}


def words_of(codes: Iterable[str]) -> list[str]:
    """Return codes in the reader's words; a code of older days is shown as it stands."""
    return [gettext(str(WORDS[code])) if code in WORDS else code for code in codes]
