# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words that sources use for few things: countries, languages, kinds of employment."""

import re

from jobunivers.integrations.jobads.values.notes import Notes
from jobunivers.integrations.jobads.values.text import as_text, line

_COUNTRIES = {
    "DK": "danmark denmark dänemark dnk danmarks",
    "GL": "grønland greenland", "FO": "færøerne faroe",
    "NO": "norge norway norwegen nor noreg", "SE": "sverige sweden schweden swe",
    "DE": "tyskland germany deutschland deu", "FI": "finland suomi fin", "IS": "island iceland",
    "GB": "uk storbritannien england scotland wales gbr", "IE": "irland ireland irl",
    "NL": "holland nederlandene netherlands nederland nld", "BE": "belgien belgium bel",
    "LU": "luxembourg luxemburg lux", "FR": "frankrig france fra", "ES": "spanien spain españa esp",
    "PT": "portugal prt", "IT": "italien italy italia ita", "CH": "schweiz switzerland che",
    "AT": "østrig austria österreich aut", "PL": "polen poland polska pol",
    "CZ": "tjekkiet czechia cze", "SK": "slovakiet slovakia svk", "HU": "ungarn hungary hun",
    "RO": "rumænien romania rou", "BG": "bulgarien bulgaria bgr", "GR": "grækenland greece el grc",
    "EE": "estland estonia est", "LV": "letland latvia lva", "LT": "litauen lithuania ltu",
    "UA": "ukraine ukr", "HR": "kroatien croatia hrv", "SI": "slovenien slovenia svn",
    "MT": "malta mlt", "CY": "cypern cyprus cyp", "US": "usa",
}  # fmt: skip
_COUNTRY_BY_WORD = {word: code for code, words in _COUNTRIES.items() for word in words.split()}
_SEVERAL_WORDS = {
    "united kingdom": "GB", "great britain": "GB", "united states": "US", "faroe islands": "FO",
    "czech republic": "CZ", "northern ireland": "GB", "kongeriget danmark": "DK",
}  # fmt: skip

# schema.org's words; PERMANENT is added, as Danish sources tell it apart from full time.
_EMPLOYMENT = (
    ("FULL_TIME", ("fulltime", "fuldtid", "heltid", "fulltid", "fuldtids", "directhirefulltime")),
    ("PART_TIME", ("parttime", "deltid", "deltids", "deltidsansættelse")),
    ("TEMPORARY", ("temporary", "vikariat", "vikar", "tidsbegrænset", "midlertidig", "barselsvikar",
                   "tidsbegrænsetansættelse", "engasjement", "prosjekt", "projektansættelse",
                   "fixedterm", "temp", "åremål", "sesong", "sæson", "seasonal")),
    ("PERMANENT", ("permanent", "fast", "faststilling", "fastansættelse", "directhire",
                   "varig", "fastansat", "tidsubegrænset", "directhirepermanent")),
    ("CONTRACTOR", ("contractor", "contract", "freelance", "konsulent", "selvstendig")),
    ("INTERN", ("intern", "internship", "praktik", "elev", "lærling", "apprenticeship",
                "apprentice", "trainee", "lære")),
    ("VOLUNTEER", ("volunteer", "frivillig", "voluntary")),
    ("PER_DIEM", ("perdiem", "timelønnet", "tilkald", "tilkaldevikar")),
    ("OTHER", ("other", "andet", "annet", "anden", "seeks", "undefined")),
)  # fmt: skip
_EMPLOYMENT_BY_WORD = {word: kind for kind, words in _EMPLOYMENT for word in words}
_NOT_LETTERS = re.compile(r"[^a-zæøå]")
_SPLIT = re.compile(r"[,;|/]|\bog\b|\band\b")
_LANGUAGE_NAMES = {
    "dansk": "da", "danish": "da", "engelsk": "en", "english": "en", "norsk": "no", "nb": "no",
    "nn": "no", "norwegian": "no", "svensk": "sv", "swedish": "sv", "tysk": "de", "german": "de",
    "dan": "da", "eng": "en", "nor": "no", "swe": "sv", "deu": "de", "ger": "de",
}  # fmt: skip


def country(value: object, notes: Notes) -> str:
    """Return the ISO 3166-1 alpha-2 code of a code or a name, "" with a warning if unknown."""
    text = line(value, notes)
    if not text:
        return ""
    if len(text) == 2 and text.isascii() and text.isalpha():  # noqa: PLR2004 - two letters
        code = text.upper()
        return {"UK": "GB", "EL": "GR"}.get(code, code)
    word = text.lower()
    found = _COUNTRY_BY_WORD.get(word) or _SEVERAL_WORDS.get(word, "")
    if not found:
        notes.add("country_unknown")
    return found


def language(value: object) -> str:
    """Return the ISO 639-1 code of "da-DK", "DA" or "Dansk"; "" for what is no language."""
    text = as_text(value).strip().lower()
    text = re.split(r"[-_]", text)[0]
    if text in _LANGUAGE_NAMES:
        return _LANGUAGE_NAMES[text]
    return text if len(text) == 2 and text.isascii() and text.isalpha() else ""  # noqa: PLR2004


def employment_types(value: object, notes: Notes) -> tuple[str, ...]:
    """Return schema.org's words for kinds of employment, from theirs or from Danish and Norwegian.

    A word that is not known becomes OTHER with the warning "employment_type_unknown".
    """
    values = value if isinstance(value, list) else [value]
    found: dict[str, None] = {}
    for one in values[:20]:
        for part in _SPLIT.split(line(one, notes)):
            word = _NOT_LETTERS.sub("", part.rsplit("schema.org/", maxsplit=1)[-1].lower())
            if not word:
                continue
            kind = _EMPLOYMENT_BY_WORD.get(word)
            if kind is None:
                notes.add("employment_type_unknown")
            found[kind or "OTHER"] = None
    return tuple(found)
