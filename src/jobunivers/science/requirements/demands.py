# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much an advertisement wants what it names: a must, nice to have, or not at all."""

import re
from typing import Final, Literal, NamedTuple

from jobunivers.science.requirements.texts import Clause

Level = Literal["must", "either", "nice"]
Meant = Literal["must", "nice", "no", "offer"]
"""`no`: the text says that it is not needed. `offer`: the employer gives or teaches it."""


class Demand(NamedTuple):
    """How much something is wanted, and how sure that is, 0 to 1."""

    meant: Meant
    confidence: float


SAID, USUAL, LIKED = 0.95, 0.85, 0.8

_NOUNS = (
    r"(?:fordel|plus(?:set)?|force|ønskeligt?|ønskværdigt?|advantage(?:ous)?|asset|bonus|merit"
    r"|desirable|beneficial|preferred|foretrækkes|ønskes|positivt|nice[- ]to[- ]have)"
)
# "Det er en fordel, hvis du har …": what follows is nice to have.
_FORWARD: Final = re.compile(
    rf"\b{_NOUNS}\b[^.]{{0,25}}?(?:\b(?:hvis|at|om|når|med|if|that|to|for|you)\b|:)"
    r"|\b(?:gerne|evt|eventuelt|preferabl[ey]|ideally|helst|optimalt)\b"
    r"|\b(?:ser|vægter|foretrækker)\b[^.]{0,25}\b(?:positivt|at|hvis|om)\b"
)
_WISH: Final = re.compile(r"\b(?:vil|lyst til|må|kan|hører|skal)(?: \w+){0,2} gerne\b")
# "… er en fordel": what stands before is.
_BACKWARD: Final = re.compile(rf"\b{_NOUNS}\b")
_GOES_ON: Final = re.compile(r"^\W{0,2}(?:hvis|at|om|når|med|if|that|to|for)\b")
# A new sentence within the sentence: what is liked there was not named before.
_NEW_START: Final = re.compile(
    r"\b(?:det|it|there)\b(?: \w+)? (?:er|vil|kan|is|will|would)\b"
    r"|\b(?:hertil|derudover|desuden|endvidere|du har|du er|you have|you are)\b"
    r"|[,–—-] (?:\w+ ){1,4}(?:er|is|are|would|vil)\b"
)
_CONDITION: Final = re.compile(r"(?:^|[\s,])(?:hvis|har du|kan du|taler du|if you)\b[^.]{0,60}$")
_RESET: Final = re.compile(
    r"\b(?:skal|must|krav|kræve[rs]?|nødvendig\w*|require[ds]?|men|but|desuden|dog)\b"
    r"|,? og du (?:er|har|taler|skriver|kan)\b|\band you (?:are|have|speak|must)\b"
)
_MUST: Final = re.compile(
    r"\b(?:skal|krav|kræve[rst]?|påkræv\w+|nødvendig\w*|forudsæt\w+|betingelse|betinget|must"
    r"|requir\w+|mandatory|essential|need(?:ed)?|forvent\w+|expect\w*)\b"
)
_NOT_AFTER: Final = re.compile(
    r"\b(?:ikke|intet|ej)\b (?:\w+ ){0,2}?"
    r"(?:krav|nødvendig\w*|påkræv\w+|forudsætning\w*|betingelse)"
    r"|(?:\bnot|\bno|n't) (?:\w+ ){0,2}?(?:requirement|required|demand\w*|necessary|must|need\w*"
    r"|mandatory)\b"
)
_NOT_BEFORE: Final = re.compile(
    r"\b(?:uden|without|behøver ikke|kræver ikke|kræves ikke|intet krav om"
    r"|ikke (?:et |noget )?krav (?:om|at)|har (?:du|jeg) ikke|ikke (?:selv )?har"
    r"|(?:don't|do not|not) (?:have|need))\b[^,.]{0,40}$"
)
_OFFER_BEFORE: Final = re.compile(
    r"\b(?:mulighed for|tilbyder|betaler|betalt|finansier\w+|at tage|erhverve|få dit|uddanner"
    r"|hjælper|hjælpe dig|sponsorer\w+|oplær\w+|kurser|kursus|we (?:offer|pay|provide)"
    r"|opportunit\w+|får du|gaining|obtain\w*|support with|styr på"
    r"|administrer\w*|udsteder?|vedligeholde[r]?)\b[^.:]{0,60}$"
)
_OFFER_AFTER: Final = re.compile(
    r"^[^.]{0,40}?\b(?:betalt af|betaler vi|på vores regning|sørger vi for|paid by|kan tages"
    r"|hjælper vi|får du|tilbydes|tilbyder vi)\b"
)
_OFFERS: Final = re.compile(
    r"\b(?:vi tilbyder|tilbyder dig|we offer|du får|vi giver|får du|tilbydes)\b"
)
_NEAR = 70


def demand_of(clause: Clause) -> Demand:
    """Return how much the clause wants what it names; named without more, it is a must."""
    left, right = clause.left, clause.right
    liked = _liked(left, right) or _since_reset(f"{clause.heading}:", _FORWARD)
    if _NOT_AFTER.search(right[:_NEAR]):
        return Demand("nice" if liked else "no", LIKED)
    if _NOT_BEFORE.search(left):
        return Demand("no", LIKED)
    if _OFFER_AFTER.search(right) or _since_reset(left, _OFFER_BEFORE):
        return Demand("offer", LIKED)
    if clause.heading and _OFFERS.search(clause.heading):
        return Demand("offer", LIKED)
    if liked:
        return Demand("nice", LIKED)
    said = _MUST.search(left[-_NEAR:]) or _MUST.search(right[:_NEAR])
    return Demand("must", SAID if said else USUAL)


def _liked(left: str, right: str) -> bool:
    if not _WISH.search(left[-40:]) and _since_reset(left, _FORWARD):
        return True
    after = _BACKWARD.search(right[:_NEAR])
    if after is None or _MUST.search(right[: after.start()]):
        return False
    if _NEW_START.search(right[: after.start()]) and not _CONDITION.search(left):
        return False
    return not _GOES_ON.search(right[after.end() :]) or bool(_CONDITION.search(left))


def _since_reset(left: str, pattern: re.Pattern[str]) -> bool:
    """Return whether the pattern stands in what follows the last new beginning."""
    begin = 0
    for found in _RESET.finditer(left):
        begin = found.end()
    return bool(pattern.search(left[begin:]))
