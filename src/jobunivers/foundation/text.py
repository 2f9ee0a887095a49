# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Danish words as people look them up: how they sort, and what counts as the same spelling."""

import re
import unicodedata
from functools import lru_cache

# After z come æ, ø, å; older and foreign letters sort with their Danish kin
# (Retskrivningsordbogen § 4 and appendix on alphabetical order: aa as å, ä as æ, ö as ø, ü as y).
_SORT = str.maketrans(
    {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "œ": "|", "å": "}", "ü": "y", "ð": "d", "þ": "th"}
)
_AA = re.compile(r"aa")
# Spelt the same for who looks something up: Århus and Aarhus, Sønderborg and Soenderborg.
_FOLD = str.maketrans(
    {
        "æ": "ae",
        "ä": "ae",
        "ø": "oe",
        "ö": "oe",
        "œ": "oe",
        "å": "aa",
        "ü": "y",
        "ß": "ss",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "’": "",
        "'": "",
    }
)
_BETWEEN_WORDS = re.compile(r"[^0-9a-z+#]+")
_LATER_ALPHABETS = re.compile(r"[^\W_]")


def danish_sort_key(text: str) -> str:
    """Return a text that sorts by code point as Danes sort the given one.

    Letters in the order a–z, æ, ø, å with aa as å; case and other accents decide only between
    otherwise equal texts. The key is plain text, so it can be a column in the database.
    An aa that is two letters in a compound (ekstraarbejde) sorts as å too: nothing tells.
    """
    lowered = _AA.sub("å", unicodedata.normalize("NFC", text).lower()).translate(_SORT)
    letters = _without_accents(lowered)
    words = " ".join(re.sub(r"[^\w{|}]+", " ", letters).split())
    # A tab sorts before the space, so that a word comes before the phrases it begins.
    return f"{words}\t{text}"


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Return the text as it is compared in look-ups: lower case, words divided by one space.

    æ, ø, å become ae, oe, aa, accents go, and all but letters, digits, + and # divides words.
    Other alphabets than the Latin keep their letters.
    """
    lowered = unicodedata.normalize("NFC", text).lower().translate(_FOLD)
    plain = _without_accents(lowered)
    if plain.isascii():
        return _BETWEEN_WORDS.sub(" ", plain).strip()
    kept = (c if c in "+#" or _LATER_ALPHABETS.match(c) else " " for c in plain)
    return " ".join("".join(kept).split())


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize(
        "NFC", "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f")
    )
