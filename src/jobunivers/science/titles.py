# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Job titles as people write them in advertisements, cut down to the occupation in them."""

import html
import re
from collections.abc import Collection

from jobunivers.science.danish import normalise, tokens

Variant = tuple[str, float]
"""A reading of a title and how much to trust it (1 for the title itself)."""

MOST_VARIANTS = 5
SEGMENT_TRUST = 0.97
"""A piece between slashes or before "til" is nearly always the occupation."""
LATER_SEGMENT_TRUST = 0.93
COMMA_TRUST = 0.7
"""What stands before a comma is often the wider half: "Lektor, naturvidenskab"."""

CLEANED_TRUST = 0.97
"""What is left of a title when words are taken out; the whole may be a name: "Kreativ chef"."""

LONGEST_NAME = 5
"""Words of a title that may be a name as it stands."""

_APPRENTICE = re.compile(r"(?<=\w{3}[^\Ws])s?(?:elev|lærling)(?:er|e|en)?\b")
"""An apprentice of an occupation is looked for as the occupation: "kokkeelev"."""
_GENDER = re.compile(r"\(?\b[mkfdw](?:\s?/\s?[mkfdwx]){1,2}\b\)?", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_HOURS = re.compile(
    r"\b\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+(?:[.,]\d+)?)?\s?"
    r"(?:timer?(?:\s?/\s?uge|\s+(?:pr\.?|om)\s+uge\w*|\s+ugentlig\w*)?|t\b|hours?|%|kr)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\b\d[\d.:/-]*\b")
_SLASH = re.compile(r"\s*(?:[|/;:•–—!?]|\s-\s|\.\s)\s*")
_SEEKS = re.compile(r"\b(?:søger|søges|seeks|looking for|wanted|ansætter)\b", re.IGNORECASE)
_REST = re.compile(
    r"\s(?:til|hos|ved|på|for|i|in|at|with|med|to|der|som|who|inden|within|nær|fra|from)\s",
    re.IGNORECASE,
)
_NOISE_WORDS = """
søges søger ansøger vi du er og en et den det vores en/et ny nye nyt flere to tre eller
erfaren erfarne erfarent dygtig dygtige engageret engagerede motiveret motiverede selvstændig
selvstændige skarp skarpe ambitiøs ambitiøse stærk stærke fagligt faglig faglige kompetent
kompetente initiativrig initiativrige energisk energiske glad glade friske frisk udadvendt
serviceminded fleksibel fleksible kreativ kreative nyuddannet nyuddannede uddannet uddannede
rutineret rutinerede ansvarsbevidst ansvarsbevidste venlig venlige oplagte super bedste
fuldtid fuldtids fuldtidsstilling deltid deltids deltidsstilling fast faste fastansættelse
stilling stillinger job jobs jobbet ledig ledige vikar vikariat vikariater barselsvikar
barselsvikariat årsvikariat timelønnet timelønnede sommerferie sommerjob sommervikar
ferieafløser ferieafløsere weekend weekendarbejde aften aftenvagt nat nattevagt dag daghold
dagvagt aftenhold nathold studiejob fritidsjob genopslag opslag hurtigst muligt snarest start
opstart timer ugentligt uge kollega kollegaer team teamet virksomhed afdeling
projektansættelse tidsbegrænset elev lærling trainee praktikant praktik experienced motivated
skilled committed talented passionate new our we are you the a an of full part time temporary
permanent position positions vacancy vacancies soon possible as asap start-up summer student
intern internship band bank locum staff registered senior junior ward trust nhs level graduate
apprentice apprenticeship erfaring
"""
_NOISE = frozenset(normalise(word) for word in _NOISE_WORDS.split())


def clean(title: str, noise: Collection[str] = ()) -> str:
    """Return the title without hours, gender marks, brackets and words that say no occupation.

    `noise` holds normalised words to leave out as well: places, employers. Never returns nothing:
    if all is noise, the normalised title is the answer.
    """
    return _cleaned(title, noise) or " ".join(tokens(title))


def _cleaned(title: str, noise: Collection[str]) -> str:
    plain = _HOURS.sub(" ", _GENDER.sub(" ", _BRACKETS.sub(" ", title)))
    plain = _NUMBERS.sub(" ", plain)
    return " ".join(w for w in tokens(plain) if w not in _NOISE and w not in noise)


def variants(title: str, noise: Collection[str] = ()) -> list[Variant]:
    """Return the readings of a title worth trying, most trusted first, at most five.

    The first is the title itself if it is short, or what is left of it without noise.

    "Lagermedarbejdere til pakkeopgaver i Horsens / Warehouse worker" gives the whole without
    noise, "lagermedarbejdere" and "warehouse worker".
    """
    title = html.unescape(title)
    whole, cleaned = tokens(title), clean(title, noise)
    found: dict[str, float] = {}
    if len(whole) <= LONGEST_NAME:
        _add(found, " ".join(whole), 1.0)
    found.setdefault(cleaned, CLEANED_TRUST if found else 1.0)
    bare = _HOURS.sub(" ", _GENDER.sub(" ", _BRACKETS.sub(" ", title)))
    pieces = [p for piece in _SLASH.split(bare) for p in _SEEKS.split(piece) if p.strip()]
    for number, piece in enumerate(pieces):
        head = _REST.split(f" {piece.strip()} ", maxsplit=1)[0]
        trust = SEGMENT_TRUST if number == 0 else LATER_SEGMENT_TRUST
        _add(found, _cleaned(head, noise), trust)
        if "," in head:
            _add(found, _cleaned(head.split(",")[0], noise), COMMA_TRUST)
    for text, trust in list(found.items()):
        _add(found, _APPRENTICE.sub("", text), trust)
    return sorted(found.items(), key=lambda reading: -reading[1])[:MOST_VARIANTS]


def _add(found: dict[str, float], text: str, trust: float) -> None:
    if len(text) > 1:
        found.setdefault(text, trust)
