# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Short words that pages and forms share."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# What a citizen may say to her course, as she reads it.
OBJECTIONS: Mapping[str, Promise] = {
    "facts_wrong": _("Noget af det, I ved om mig, er forkert"),
    "other_course": _("Jeg vil hellere have et andet forløb"),
    "no_thanks": _("Nej tak til mere hjælp"),
    "person": _("Jeg vil tale med en person"),
}
# The same as staff read it.
OBJECTIONS_TO_STAFF: Mapping[str, Promise] = {
    "facts_wrong": _("Noget af det, vi ved, er forkert"),
    "other_course": _("Vil hellere have et andet forløb"),
    "no_thanks": _("Siger nej tak til mere hjælp"),
    "person": _("Vil tale med en person"),
}
OUTCOMES: Mapping[str, Promise] = {
    "agreed": _("Borgeren får ret"),
    "kept": _("Forløbet bliver, som det er"),
}
HER_OUTCOMES: Mapping[str, Promise] = {
    "agreed": _("Du fik ret"),
    "kept": _("Dit forløb er, som det var"),
    "taken_back": _("Du tog det tilbage"),
}
WHY_THIS_CONSULTANT: Mapping[str, Promise] = {
    "load": _("har færrest borgere for sin tid"),
    "language": _("taler borgerens sprog"),
    "known": _("har hjulpet borgeren før"),
    "left": _("den forrige er holdt op"),
    "away": _("den forrige er væk længe"),
    "chosen": _("en medarbejder valgte"),
    "spread": _("arbejdet blev fordelt mere jævnt"),
    "back": _("en flytning blev fortrudt"),
}
# Languages a consultant may speak besides Danish: the commonest in Danish jobcentres.
LANGUAGES: Mapping[str, Promise] = {
    "en": _("engelsk"),
    "uk": _("ukrainsk"),
    "ar": _("arabisk"),
    "tr": _("tyrkisk"),
    "fa": _("persisk"),
    "so": _("somali"),
    "pl": _("polsk"),
    "ro": _("rumænsk"),
    "de": _("tysk"),
}
