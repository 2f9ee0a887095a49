# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the cards have in common: who answers for the models, the rules, the words in use."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.cached import Cached
from jobunivers.foundation.taxonomy import meaning
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.ui import wording
from jobunivers.trust.register import Law, Parameter, Version

OWNER = _("Kommunen svarer for brugen. De, der laver Jobunivers, svarer for modellen.")
NO_TRAINING = _("Modellen er ikke trænet på borgeres data.")
EMPLOYMENT_ORDER = Law(
    _("Bekendtgørelse 101 af 20. januar 2026"),
    _(
        "Kommunen må bruge AI som støtte. Den må ikke lade en computer afgøre noget alene."
        " Den skal vise, hvordan AI er brugt, og hvor data kommer fra."
    ),
    "https://www.retsinformation.dk/eli/lta/2026/101",
)
AI_ACT_HIGH_RISK = Law(
    _("EU’s AI-forordning 2024/1689, bilag III, punkt 4"),
    _(
        "AI, der målretter job til mennesker, er høj risiko. Vi følger de krav, også hvor vi"
        " ikke er sikre på, at de gælder."
    ),
    "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
)
AI_ACT_PART = Law(
    _("EU’s AI-forordning 2024/1689, bilag III, punkt 4"),
    _("Modellen er en del af det, der finder job. Derfor følger vi kravene til høj risiko."),
    "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
)
EVERYONE_HIDDEN: tuple[Promise, ...] = (
    _("navn"),
    _("køn"),
    _("alder"),
    _("oprindelse"),
    _("helbred"),
    _("ydelse"),
    _("hvad du klikker på"),
)
EDITION = _("Udgave af de fælles ord for arbejde")


def history(known: tuple[Version, ...], running: str) -> tuple[Version, ...]:
    """Return the versions up to the one that runs; none when nobody has described that one."""
    codes = [one.code for one in known]
    return known[: codes.index(running) + 1] if running in codes else ()


class _Reading(NamedTuple):
    """What the running system says of the models that understand words."""

    stamp: str  # as it is kept with each advertisement
    editions: tuple[str, ...]


def _read() -> _Reading:
    named = (f"{credit.name} {credit.edition}".strip() for credit in taxonomy.credits_due())
    return _Reading(meaning.model_version(), tuple(named))


# Every card asks; the answer changes with an import of the taxonomy or a new release alone.
reading = Cached(_read, taxonomy.version)


def version_of(prefix: str) -> str:
    """Return the running version of one of the models that understand words."""
    models = reading.get().stamp.partition("@")[0].split("+")
    return next((one for one in models if one.startswith(prefix)), "")


def editions() -> tuple[Parameter, ...]:
    """Return which vocabularies the running system was built from."""
    found = reading.get()
    stamp = Parameter(_("Som det står ved hvert opslag"), found.stamp)
    return stamp, *(Parameter(EDITION, edition) for edition in found.editions)


def share(value: float, decimals: int = 0) -> str:
    """Return a share as people write it: 0.28 is "28 %", with one decimal "28,0 %"."""
    # Formatting cuts off what it does not show: 0.29 would be "28 %".
    return f"{wording.number(round(100 * value, decimals), decimals)} %"
