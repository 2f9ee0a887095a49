# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a text says which languages the work needs."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from jobunivers.science.requirements.texts import Clause, Text, small

_DANISH = (
    "dansk:da engelsk:en tysk:de svensk:sv norsk:no fransk:fr spansk:es italiensk:it polsk:pl"
    " arabisk:ar tyrkisk:tr russisk:ru ukrainsk:uk kinesisk:zh hollandsk:nl nederlandsk:nl"
    " finsk:fi portugisisk:pt rumænsk:ro grønlandsk:kl færøsk:fo islandsk:is litauisk:lt"
    " lettisk:lv estisk:et ungarsk:hu tjekkisk:cs bulgarsk:bg græsk:el japansk:ja koreansk:ko"
    " persisk:fa bosnisk:bs serbisk:sr kroatisk:hr kurdisk:ku vietnamesisk:vi"
)
_ENGLISH = (
    "english:en danish:da german:de swedish:sv norwegian:no french:fr spanish:es italian:it"
    " polish:pl arabic:ar turkish:tr russian:ru ukrainian:uk chinese:zh dutch:nl"
    " finnish:fi portuguese:pt romanian:ro greenlandic:kl faroese:fo icelandic:is lithuanian:lt"
    " latvian:lv estonian:et hungarian:hu bulgarian:bg japanese:ja persian:fa vietnamese:vi"
)


def _table(pairs: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in pairs.split())


_CODES: Final = _table(_DANISH) | _table(_ENGLISH)
CODES: Final = frozenset(_CODES.values())
"""The languages that are known by name, ISO 639-1."""
# Names end alike, and a rare ending is quicker to look for than each name.
_ENDS_DANISH: Final = re.compile(
    rb"sk(?:(?![a-z])|(?=e sprog(?![a-z])|kundskab|f\xc3\xa6rdighed|kyndig|talende))"
)
_ENDS_ENGLISH: Final = re.compile(rb"ish(?![a-z])")
# Looked for only where English, Danish or another on -ish is named.
_OTHERS_ENGLISH: Final = tuple(
    re.compile(ending + rb"(?![a-z])")
    for ending in (b"ian", b"erman", b"rench", b"dutch", b"nese", b"arabic", b"guese")
)
_WORD_BEFORE: Final = re.compile(r"[a-zæøå]+\Z")
_LONGEST_NAME = 14
_ATTACHED: Final = re.compile(r"(?:kundskab\w*|færdighed\w*|kyndig\w*|talende|e sprog)")


class Name(NamedTuple):
    """A language named at a place."""

    start: int
    end: int
    code: str


# "dansk- og engelskkundskaber", "Danish, English or German": named in one breath.
_BETWEEN: Final = re.compile(
    r"(?:[\s,/&+–-]|\b(?:og|and|eller|or|samt|både|as well as|in|på|well)\b)*"
)
_LONGEST_BETWEEN = 25
_EITHER: Final = re.compile(r"\b(?:eller|or)\b|/")
_DUTIES = (
    r"tale[r]?|skrive[r]?|behersker?|flydende?|flydene|formulere[r]?(?: dig)?|kommunikere[r]?"
    r"|kommunikation|kommunikator|velformuleret|formidler|hjemmevant|læse[r]?|forstå[r]?|stave"
    r"|begå dig|kendskab til|kundskaber i|kompetencer i|færdigheder i|stærk i|god til|godt|gode"
    r"|sprogkundskaber|sprog|i skrift og tale|mundtligt|skriftligt|modersmål"
    r"|speak(?:s|ing)?|write|writing|written|read|oral|verbal|spoken|fluent|fluency|proficien\w+"
    r"|excellent|good|strong|great|solid|command of|master\w*|understand|knowledge of|language"
    r"|native|teach|communicat\w+|able to|skills in|conversational|professional|business|academic"
)
_CUE_BEFORE: Final = re.compile(rf"\b(?:{_DUTIES})\b(?:[^.:]{{0,45}}|: ?)$")
_VERB = r"(?:skriver?|taler?|læser?|forstår?|stave)"
# Right before the name; then even a word that makes another name may follow.
_STRONG_BEFORE: Final = re.compile(
    rf"\b(?:{_VERB}(?:(?:,| og| eller) {_VERB})*|behersker?|flydende?|flydene|fejlfrit|velskrevet"
    r"|godt|gode|kan|sprog ?: ?[\w, ]{0,30}"
    r"|speak(?:ing)?|fluent(?:ly)?(?: in)?|written|spoken|oral|verbal|proficient in)"
    r"(?: både| both| også| flydende| i skrift og tale på| noget)?\s*$"
)
_CUE_AFTER: Final = re.compile(
    r"\W{0,3}(?:flydende|på (?:et )?(?:\w+ )?(?:\w*niveau|højt|modersmål\w*)"
    r"|i (?:både )?(?:skrift|tale)\b|(?:både|såvel) (?:i )?(?:skrift|tale|mundtlig|skriftlig)"
    r"|mundtlig\w*|skriftlig\w*|skrift\w* og tale|kundskab\w*|færdighed\w*|kompetencer"
    r"|er (?:et |en )?(?:absolut )?(?:krav|must|nødvendig\w*|forudsætning|fordel|plus)"
    r"|(?:language |communication |speaking |writing )?(?:skills|proficiency|fluency)"
    r"|speak(?:ing|ers?)\b(?! (?:are|is))|(?:both )?(?:in )?\(?(?:spoken|written|oral|verbal)"
    r"|(?:at|on) an? [\w ]{2,25}level|fluently"
    r"|is (?:a |an )?(?:\w+ )?(?:must|required|mandatory|essential|plus|advantage|asset"
    r"|requirement|necessary)|language (?:skills|is))"
)
# What may follow a name without making it the beginning of another ("dansk erhvervsliv").
_GOES_ON_WELL: Final = re.compile(
    r"$|\s*[^\w\s]|\s+(?:og|eller|i|på|samt|som|er|flydende|både|såvel|mundtlig\w*"
    r"|skriftlig\w*|men|med|at|da|for|til|uden|godt|niveau|hertil|skrift|tale|ud|når|så|det|du|vi"
    r"|and|or|both|skills?|language|is|at|as|but|well|fluently|level|with|on|to|speaking"
    r"|communication|proficiency|fluency|writing|would|will|required|in|you|we|enough|are)\b|\s*\n"
)
_WORKING_WORDS = (
    r"(?:arbejdssprog\w*|kontorsprog\w*|hverdagssprog\w*"
    r"|(?:working|office|company|corporate|preferred|main|daily) language)\b"
)
_COMPANY_WORDS = (
    r"(?:koncernsprog\w*|forretningssprog\w*|virksomhedssprog\w*|firmasprog\w*|business language)\b"
)
_WORKING: Final = re.compile(
    rf"\b{_WORKING_WORDS}[^,.;]{{0,25}}$|^[^,.;]{{0,25}}\b{_WORKING_WORDS}"
)
_COMPANY: Final = re.compile(
    rf"\b{_COMPANY_WORDS}[^,.;]{{0,25}}$|^[^,.;]{{0,25}}\b{_COMPANY_WORDS}"
)
_APPLYING: Final = re.compile(
    r"\b(?:ansøg\w*|publications\b|application|apply\w*|resum|motivat\w*|cv\b|submit|version)"
)
_OTHER: Final = re.compile(
    r"\b(?:lærer i|undervise\w* i|faget|fagene|oversæt\w* (?:fra|til)|vi skriver)\b[^.]{0,40}$"
)
_LIKELY, _SURE = 0.75, 0.9
_NEAR = 60


class Spoken(NamedTuple):
    """Languages named together: where, and whether one of them will do."""

    names: tuple[Name, ...]
    either: bool
    working: bool
    clause: Clause
    confidence: float


def spoken(text: Text) -> Iterator[Spoken]:
    """Yield the languages that a text says are spoken or written at work."""
    for group in _groups(text, _names(text)):
        if not _may_be_used(text, group):
            continue
        clause = text.clause(group[0].start, group[-1].end)
        working = _near(_WORKING, clause)
        confidence = _SURE if working or _near(_COMPANY, clause) else _used(text, group, clause)
        if confidence:
            gaps = [small(text.text[a.end : b.start]) for a, b in pairwise(group)]
            either = any(_EITHER.search(gap) for gap in gaps)
            yield Spoken(tuple(group), either, working, clause, confidence)


def _names(text: Text) -> list[Name]:
    found = [*_ending(text, _ENDS_DANISH), *(english := list(_ending(text, _ENDS_ENGLISH)))]
    for pattern in _OTHERS_ENGLISH if english else ():
        found += _ending(text, pattern)
    return sorted(found)


def _ending(text: Text, pattern: re.Pattern[bytes]) -> Iterator[Name]:
    for end in text.ends(pattern):
        word = _WORD_BEFORE.search(small(text.text[max(0, end - _LONGEST_NAME) : end]))
        if word and word[0] in _CODES:
            more = _ATTACHED.match(text.text, end)
            yield Name(end - len(word[0]), more.end() if more else end, _CODES[word[0]])


def _groups(text: Text, names: Sequence[Name]) -> Iterator[list[Name]]:
    group: list[Name] = []
    for one in names:
        if group:
            between = small(text.text[group[-1].end : one.start])
            if len(between) > _LONGEST_BETWEEN or not _BETWEEN.fullmatch(between):
                yield group
                group = []
        group.append(one)
    if group:
        yield group


def _attached(text: Text, group: Sequence[Name]) -> str:
    found = _ATTACHED.search(text.text, group[-1].start, group[-1].end)
    return found[0] if found else ""


def _begins_anew(text: Text, group: Sequence[Name]) -> bool:
    """Return whether a sentence begins after the name, as in texts without full stops."""
    follows = text.text[group[-1].end + 1 : group[-1].end + 2]
    return follows.isupper() or follows.isdigit()


def _may_be_used(text: Text, group: Sequence[Name]) -> bool:
    """Return whether the names may stand for themselves; most do not ("dansk virksomhed")."""
    if _attached(text, group) or _begins_anew(text, group):
        return True
    right = small(text.text[group[-1].end :][:_NEAR])
    return bool(_GOES_ON_WELL.match(right) or _CUE_AFTER.match(right))


def _near(pattern: re.Pattern[str], clause: Clause) -> bool:
    return bool(pattern.search(clause.left[-_NEAR:]) or pattern.search(clause.right[:_NEAR]))


def _used(text: Text, group: Sequence[Name], clause: Clause) -> float:
    """Return how surely the languages are used at work, 0 when they are only named."""
    left, right = clause.left, clause.right
    if _APPLYING.search(left[-90:]) or _APPLYING.match(right.lstrip()) or _OTHER.search(left):
        return 0.0
    attached = _attached(text, group)
    if attached and attached != "e sprog":
        return _LIKELY if attached == "talende" else _SURE
    if _CUE_AFTER.match(right) or _STRONG_BEFORE.search(left):
        return _SURE
    apart = text.text[group[-1].start].islower() and _begins_anew(text, group)
    if apart or _GOES_ON_WELL.match(right):
        return _LIKELY if _CUE_BEFORE.search(left) else 0.0
    return 0.0
