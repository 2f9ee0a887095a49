# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How licences, certificates and languages are called on pages.

Codes of licences are those of `science.matching.licences`, of languages ISO 639-1.
"""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.wording import listed

# In the order that says most: the car's first.
DRIVING: Mapping[str, Promise] = {
    "B": _("bil (B)"),
    "E": _("trailer eller sættevogn (E)"),
    "C": _("lastbil (C)"),
    "D": _("bus (D)"),
    "A": _("motorcykel (A)"),
}
CERTIFICATES: Mapping[str, Promise] = {
    "taxi": _("erhvervskørekort til taxi"),
    "cpc": _("chaufføruddannelsesbevis (EU)"),
    "adr": _("ADR-bevis til farligt gods"),
    "truck": _("truckcertifikat"),
    "crane": _("krancertifikat"),
    "telehandler": _("certifikat til teleskoplæsser"),
    "lift": _("certifikat til lift"),
    "machine": _("certifikat til entreprenørmaskiner"),
    "scaffold": _("stilladscertifikat"),
    "welding": _("svejsecertifikat"),
    "hot_work": _("certifikat i varmt arbejde"),
    "road_work": _("kurset Vejen som arbejdsplads"),
    "epoxy": _("epoxybevis"),
    "asbestos": _("asbestcertifikat"),
    "food_hygiene": _("hygiejnebevis"),
    "guard": _("godkendelse som vagt"),
    "first_aid": _("førstehjælpsbevis"),
    "pesticide": _("sprøjtecertifikat"),
    "forestry": _("motorsavsbevis"),
    "boat": _("duelighedsbevis til båd"),
    "electrical": _("autorisation som elinstallatør"),
    "plumbing": _("autorisation som vvs-installatør"),
    "health": _("autorisation som sundhedsperson"),
}
LANGUAGES: Mapping[str, Promise] = {
    "da": _("dansk"),
    "en": _("engelsk"),
    "de": _("tysk"),
    "sv": _("svensk"),
    "no": _("norsk"),
    "ar": _("arabisk"),
    "bg": _("bulgarsk"),
    "bs": _("bosnisk"),
    "cs": _("tjekkisk"),
    "el": _("græsk"),
    "es": _("spansk"),
    "et": _("estisk"),
    "fa": _("persisk"),
    "fi": _("finsk"),
    "fo": _("færøsk"),
    "fr": _("fransk"),
    "hr": _("kroatisk"),
    "hu": _("ungarsk"),
    "is": _("islandsk"),
    "it": _("italiensk"),
    "ja": _("japansk"),
    "kl": _("grønlandsk"),
    "ko": _("koreansk"),
    "ku": _("kurdisk"),
    "lt": _("litauisk"),
    "lv": _("lettisk"),
    "nl": _("nederlandsk"),
    "pl": _("polsk"),
    "pt": _("portugisisk"),
    "ro": _("rumænsk"),
    "ru": _("russisk"),
    "so": _("somali"),
    "sr": _("serbisk"),
    "tr": _("tyrkisk"),
    "uk": _("ukrainsk"),
    "vi": _("vietnamesisk"),
    "zh": _("kinesisk"),
}


def licence_words(codes: Iterable[str]) -> str:
    """Return licences in words, e.g. `kørekort (B, E) og truckcertifikat`; "" for none known."""
    had = set(codes)
    letters = [letter for letter in DRIVING if letter in had]
    named = [gettext("kørekort (%(letters)s)") % {"letters": ", ".join(letters)}] if letters else []
    return listed([*named, *(str(text) for code, text in CERTIFICATES.items() if code in had)])


def language_words(codes: Iterable[str]) -> str:
    """Return languages in words, e.g. `dansk og engelsk`; "" for none known."""
    return listed([str(LANGUAGES[code]) for code in codes if code in LANGUAGES])
