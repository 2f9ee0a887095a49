# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Values as files write them, made ours: months, levels, text out of markup."""

import html
import re
from collections.abc import Iterable
from typing import Final

from jobunivers.integrations.profiles.records import LanguageLevel

_FIRST_YEAR, _LAST_YEAR, _MONTHS = 1930, 2100, 12
_CEFR: Final[dict[str, LanguageLevel]] = {
    "A1": "basic", "A2": "basic", "B1": "working", "B2": "working", "C1": "fluent", "C2": "fluent",
}  # fmt: skip
_ORDER: Final[tuple[LanguageLevel, ...]] = ("basic", "working", "fluent")
_EQF = {"1": "primary", "2": "primary", "5": "short", "6": "bachelor", "7": "master", "8": "phd"}
"""Level 3 and 4 are of trades and of the gymnasium alike: the title has to say which."""
_LINE_END = re.compile(r"<(?:br|/p|/li|/div|/h\d)\b[^<>]*>", re.IGNORECASE)
_ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_FLUENCY: Final[tuple[tuple[str, LanguageLevel], ...]] = (
    (r"native|mother tongue|modersm|fluent|flydende|bilingual|full professional|forhandling",
     "fluent"),
    (r"professional|working|intermediate|advanced|hverdag|god|good|konversation|independent",
     "working"),
    (r"basic|begynder|beginner|elementary|lidt|limited|grund|lav", "basic"),
)  # fmt: skip


def clipped(value: object, most: int) -> str:
    """Return a text on one line, no longer than `most`; "" for what is no text."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return ""
    return " ".join(_printable(value).split())[:most].strip()


def paragraphs(value: object, most: int) -> str:
    """Return a text with its lines, out of HTML if it is that."""
    if not isinstance(value, str):
        return ""
    text = _printable(value)
    if "<" in text:
        text = re.sub(
            r"<(?:br|/p|/li|/div|/h\d)\b[^<>]*>", "\n", text[: most * 20], flags=re.IGNORECASE
        )
        text = re.sub(r"<li\b[^<>]*>", "– ", text, flags=re.IGNORECASE)
        text = re.sub(r"<[^<>]*>", " ", text)
    text = html.unescape(text)
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)[:most].strip()


def _printable(text: str) -> str:
    # NUL cannot be stored; the rest of the controls mean nothing to a reader.
    return "".join(c if c.isprintable() or c in "\n\r\t" else " " for c in text)


def month(value: object) -> str:
    """Return `2019` or `2019-05` of a date as files write it; "" when it is none."""
    text = clipped(value, 40)
    found = re.match(r"(\d{4})(?:[-/.](\d{1,2}))?(?!\d)", text)
    if found is None:
        return ""
    return month_of(found[1], found[2] or "")


def month_of(year: object, number: object) -> str:
    """Return the month of a year and a month's number, which may be written `--05`."""
    years, months = clipped(year, 8), clipped(number, 8).strip("-")
    if not re.fullmatch(r"\d{4}", years) or not _FIRST_YEAR <= int(years) <= _LAST_YEAR:
        return ""
    if not re.fullmatch(r"\d{1,2}", months) or not 1 <= int(months) <= _MONTHS:
        return years
    return f"{years}-{int(months):02}"


def cefr(levels: Iterable[object]) -> LanguageLevel:
    """Return the middle of her levels in a language (the lower one of an even number)."""
    known = sorted(
        _ORDER.index(_CEFR[level])
        for level in (clipped(one, 4).upper()[:2] for one in levels)
        if level in _CEFR
    )
    return _ORDER[known[(len(known) - 1) // 2]] if known else ""


def fluency(words: object) -> LanguageLevel:
    """Return how well somebody knows a language whose knowledge is written in words or CEFR."""
    text = clipped(words, 60).casefold()
    if (level := cefr([text])) and re.match(r"[abc][12]\b", text):
        return level
    return next((level for pattern, level in _FLUENCY if re.search(pattern, text)), "")


def eqf(level: object) -> str:
    """Return the education level of a level in the European framework; "" when it is open."""
    found = re.search(r"[1-8]", clipped(level, 40))
    return _EQF.get(found[0], "") if found else ""


_LANGUAGES = {
    "da": "dansk danish dan", "en": "engelsk english eng", "de": "tysk german deutsch deu ger",
    "sv": "svensk swedish svenska swe", "no": "norsk norwegian nor nb nn",
    "ar": "arabisk arabic ara", "bg": "bulgarsk bulgarian bul", "bs": "bosnisk bosnian bos",
    "cs": "tjekkisk czech ces cze", "el": "græsk greek ell gre", "es": "spansk spanish spa",
    "et": "estisk estonian est", "fa": "persisk persian farsi dari fas per",
    "fi": "finsk finnish fin", "fo": "færøsk faroese fao", "fr": "fransk french fra fre",
    "hr": "kroatisk croatian hrv", "hu": "ungarsk hungarian hun", "is": "islandsk icelandic isl",
    "it": "italiensk italian ita", "ja": "japansk japanese jpn", "kl": "grønlandsk greenlandic kal",
    "ko": "koreansk korean kor", "ku": "kurdisk kurdish kur", "lt": "litauisk lithuanian lit",
    "lv": "lettisk latvian lav", "nl": "hollandsk nederlandsk dutch nld dut",
    "pl": "polsk polish pol", "pt": "portugisisk portuguese por", "ro": "rumænsk romanian ron rum",
    "ru": "russisk russian rus", "so": "somali somalisk som", "sr": "serbisk serbian srp",
    "tr": "tyrkisk turkish tur", "uk": "ukrainsk ukrainian ukr",
    "vi": "vietnamesisk vietnamese vie",
    "zh": "kinesisk chinese mandarin zho chi",
}  # fmt: skip
_CODES = {name: code for code, names in _LANGUAGES.items() for name in (code, *names.split())}


def language(value: object) -> str:
    """Return the ISO 639-1 code of a language's code or name; "" for one we do not know."""
    text = clipped(value, 60).casefold()
    return _CODES.get(text) or _CODES.get(re.split(r"[\s,;(/_-]", text)[0], "") if text else ""


_CATEGORY = re.compile(r"\b(B/E|C/E|D/E|C1E|D1E|BE|CE|DE|A[12M]?|B1?|C1?|D1?|T)\b")
_DRIVING = {"A": "A", "B": "B", "C": "C", "D": "D", "BE": "E", "CE": "C", "DE": "D", "A2": "A"}


def driving(values: Iterable[object]) -> list[str]:
    """Return the driving categories named, as the platform knows them; the small ones are not."""
    found: dict[str, None] = {}
    for value in values:
        for category in _CATEGORY.findall(clipped(value, 60).upper()):
            plain = category.replace("/", "")
            if plain in _DRIVING:
                found.setdefault(_DRIVING[plain])
            if plain in {"CE", "DE"}:
                found.setdefault("E")
    return list(found)
