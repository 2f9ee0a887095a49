# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a computer does that is no model, said as openly; and what speaks for which calculation.

Every calculation in `science` is spoken for here: by a model's card, by a fixed rule that knows
nobody or only adds up what somebody said, or as a tool that chooses nothing. A test walks them.
"""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from jobunivers.trust.register import Text


class Fixed(NamedTuple):
    """A fixed rule: what it is called, what it does, and why it has no card of its own."""

    code: str
    name: Text
    does: Text


FIXED: tuple[Fixed, ...] = (
    Fixed(
        "search",
        _("Søgning i job, tilbud og lov"),
        _("Når du søger, følger vi faste regler. Alle får de samme job for de samme ord."),
    ),
    Fixed(
        "spelling",
        _("Stavefejl"),
        _("Staver du et ord forkert, leder en fast regel efter ord, der er stavet næsten ens."),
    ),
    Fixed(
        "filters",
        _("Kort, frister og filtre"),
        _("Det er også faste regler. De lærer ikke, og de ved ikke, hvem du er."),
    ),
    Fixed(
        "duplicates",
        _("Samme opslag to steder"),
        _("Er to jobopslag ens, viser vi ét. Reglen ser på opslagene og ikke på dig."),
    ),
    Fixed(
        "language",
        _("Hvilket sprog en tekst er på"),
        _("Bogstaver og små ord bliver talt, så teksten kan læses rigtigt op."),
    ),
    Fixed(
        "readiness",
        _("Dine svar om det digitale"),
        _("Dine egne svar bliver lagt sammen, og du ser summen. Ingen andre oplysninger er med."),
    ),
    Fixed(
        "shelves",
        _("Hylderne på markedspladsen"),
        _("Kommunen og landet bestemmer, hvad der står hvor. Dit forløb kan flytte en hylde op."),
    ),
    Fixed(
        "law",
        _("Lovens regler og frister"),
        _("Mennesker har læst loven og skrevet reglerne ned med dato og paragraf."),
    ),
    Fixed(
        "prices",
        _("Hvad en aftale koster"),
        _("Kontrakten siger prisen, og en fast regel lægger sammen. Ingen borger er i det."),
    ),
    Fixed(
        "figures",
        _("Tal til leverandører og ledere"),
        _("Der bliver talt. Er det for få, bliver tallet ikke vist."),
    ),
    Fixed(
        "receipts",
        _("Svar fra læring hos andre"),
        _("Det, en løsning melder tilbage, bliver læst efter en fast standard."),
    ),
    Fixed(
        "research",
        _("Tal til forskning"),
        _("Navne bliver taget væk, grupper bliver gjort store, og der kan lægges støj på tal."),
    ),
    Fixed(
        "translations",
        _("Oversatte tekster"),
        _("Er en tekst oversat af en computer, står det ved den. Siden oversætter ikke selv."),
    ),
    Fixed(
        "experiences",
        _("Det, borgere skriver om tilbud"),
        _("En redaktør læser det, før andre ser det. Ingen computer vælger."),
    ),
)

TOOL = "tool"
"""A calculation that chooses nothing: clocks, threads, compiling, measuring."""

SPOKEN_FOR: Mapping[str, str] = {
    "ahead": TOOL,
    "anonymity": "research",
    "answer_sheets": TOOL,
    "attention": "attention",
    "calendars": TOOL,
    "chances": "chance",
    "compiled": TOOL,
    "counterfactual": "exploration",
    "cv": "cv",
    "danish": "titles",
    "demand": "demand",
    "duplicates": "duplicates",
    "effects": "figures",
    "engine": TOOL,
    "explain": TOOL,
    "fairness": TOOL,
    "features": "titles",
    "first_line": "matching",
    "gaps": "gaps",
    "labels": "titles",
    "language": "language",
    "latent": "meaning",
    "law": "law",
    "letters": "letters",
    "lots": "sending",
    "matching": "matching",
    "merging": "cv",
    "occupations": "titles",
    "pricing": "prices",
    "procedure": "availability",
    "readiness": "readiness",
    "requirements": "requirements",
    "saying": TOOL,
    "segmentation": "segmentation",
    "senses": "titles",
    "shares": TOOL,
    "shelving": "shelves",
    "skills": "skills",
    "skills_phrases": "skills",
    "skills_words": "skills",
    "spreading": "spreading",
    "talks": "talks",
    "titles": "titles",
    "trees": TOOL,
    "warming": TOOL,
    "xapi": "receipts",
}
"""Each module or package of `science` → the card, the fixed rule, or TOOL."""
