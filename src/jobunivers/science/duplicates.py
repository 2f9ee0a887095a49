# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether two advertisements are the same one, told by two sources with other noise around it."""

import hashlib
import html
import re
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.danish import tokens

VERSION = "duplicates-2"

PERMUTATIONS = 64
"""Minhash values kept: the estimate of likeness has a standard error of at most 1/√64/2 = 0.06."""
ROWS = 4
"""Values in a band: 16 bands of 4 find 0.6-alike texts as candidates with 89 % (1−(1−0.6⁴)¹⁶)."""
SHINGLE = 3
"""Words in a row that are compared."""
READ = 20_000
ALIKE = 0.5
"""Likeness of texts with one source's header and footer around the other's; two jobs of one
employer with the same paragraph about itself stay below, or differ in title."""
NEARLY_EQUAL = 0.8
"""Asked for where the employer is another: a recruiter's name, or a copied advertisement."""
EQUAL = 0.95
"""Asked for where each title has a word the other has not: "dagvagt" and "aftenvagt"."""
SHORT = 12
"""Texts with fewer shingles say nothing by likeness; titles, employers and places then decide."""

_TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", re.IGNORECASE | re.DOTALL)
_NOISE = re.compile(
    r"https?://\S+|www\.\S+|(?<!\S)[^\s@]+@\S+|\[[A-ZÆØÅ]+\]|\+?\d[\d .:/-]{5,}\d"
    r"|^\s*(?:jobnet|jobindex|kilde|source|udskriv annonce|del dette job|ansøg nu|søg jobbet"
    r"|apply now|gem job|opslået|oprettet|sidst opdateret|annonce ?nr|jobid)\b\s*:?",
    re.IGNORECASE | re.MULTILINE,
)
_COMPANY = frozenset(
    {
        "a/s",
        "as",
        "aps",
        "a",
        "s",
        "i/s",
        "ivs",
        "k/s",
        "p/s",
        "amba",
        "fmba",
        "kommune",
        "region",
        "afdeling",
        "danmark",
        "group",
    }
)
_SAID = frozenset({"jobnet", "genopslag", "søger", "søges", "og", "til", "i", "hos", "på", "ved"})
_GENDER = re.compile(r"\(?\b[mkf](?:\s?/\s?[mkfdx]){1,2}\b\)?", re.IGNORECASE)
_POSTCODE = re.compile(r"\b(\d{4})\b")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of an advertisement to recognise it.

    `exact` is equal for advertisements equal but for noise. Two that share a number in `bands` are
    candidates for `same_ad`; both are signed 64-bit integers, as PostgreSQL's bigint holds them.
    `signature` estimates the likeness of the texts.
    """

    exact: int
    bands: tuple[int, ...]
    signature: tuple[int, ...]
    shingles: int
    title: frozenset[str]
    employer: frozenset[str]
    postcode: str
    place: frozenset[str]


def fingerprint(title: str, employer: str, place: str, text: str) -> Fingerprint:
    """Return the fingerprint of an advertisement; any part may be empty, text may be HTML."""
    words = tokens(plain_text(text))
    employers = frozenset(tokens(employer)) - _COMPANY
    spots = frozenset(w for w in tokens(place) if not w.isdigit())
    code = _POSTCODE.search(place)
    titles = frozenset(tokens(_GENDER.sub(" ", plain_text(title)))) - employers - spots - _SAID
    shingles = _shingles(words)
    signature = _minhash(shingles if len(shingles) else _codes([" ".join(sorted(titles))]))
    key = "|".join(" ".join(sorted(part)) for part in (titles, employers, spots))
    exact = _signed(f"{VERSION}|{key}|{code and code[1]}|{' '.join(words)}".encode())
    kept = signature.astype("<u4").tobytes()
    size = 4 * ROWS
    bands = [_signed(b"%d:" % at + kept[at : at + size]) for at in range(0, len(kept), size)]
    bands.append(_signed(f"title|{key}".encode()))
    return Fingerprint(
        exact,
        tuple(bands),
        tuple(signature.tolist()),
        len(shingles),
        titles,
        employers,
        code[1] if code else "",
        spots,
    )


def same_ad(a: Fingerprint, b: Fingerprint) -> bool:
    """Return whether both are the same advertisement: same job, same place, alike text.

    Not the same: the same text for two places, two jobs of one employer. In doubt they are two,
    for an advertisement shown twice is a lesser evil than one never shown.
    """
    if a.exact == b.exact:
        return True
    if not (_same_place(a, b) and _may_be_one(a.title, b.title)):
        return False
    titles = a.title == b.title or a.title <= b.title or b.title <= a.title
    employers = not a.employer or not b.employer or bool(a.employer & b.employer)
    if min(a.shingles, b.shingles) < SHORT:
        return a.title == b.title and a.employer == b.employer and a.place == b.place
    asked = EQUAL if not titles else ALIKE if employers else NEARLY_EQUAL
    return likeness(a, b) >= asked


def likeness(a: Fingerprint, b: Fingerprint) -> float:
    """Return the estimated share of three-word pieces that the two texts have in common, 0 to 1."""
    equal = np.equal(np.array(a.signature), np.array(b.signature))
    return float(equal.mean())


def plain_text(text: str) -> str:
    """Return the words a person reads: no tags, entities, addresses, numbers of phone or source."""
    bare = _TAG.sub(" ", html.unescape(html.unescape(text[: 4 * READ])))
    return _NOISE.sub(" ", bare)[:READ]


def _same_place(a: Fingerprint, b: Fingerprint) -> bool:
    if a.postcode and b.postcode:
        return a.postcode == b.postcode
    if not a.place or not b.place:
        return True
    quarters = {w for w in a.place if len(w) == 1}, {w for w in b.place if len(w) == 1}
    if all(quarters) and quarters[0] != quarters[1]:  # Odense C is not Odense M
        return False
    return any(len(word) > 1 for word in a.place & b.place)


def _may_be_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two titles may name one job: one within the other, or mostly alike."""
    if not one or not other or one <= other or other <= one:
        return True
    return len(one & other) / len(one | other) >= ALIKE


def _constants() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return multipliers (odd) and offsets of the hash functions, the same for ever."""
    seed = b"".join(
        hashlib.blake2b(f"{VERSION}{i}".encode(), digest_size=16).digest()
        for i in range(PERMUTATIONS)
    )
    numbers = np.frombuffer(seed, dtype="<u8").astype(np.uint64).reshape(PERMUTATIONS, 2)
    return numbers[:, 0] | np.uint64(1), numbers[:, 1]


_MULTIPLY, _ADD = _constants()
_MIX = np.uint64(0x9E3779B97F4A7C15)  # 2⁶⁴ / golden ratio: neighbouring codes end far apart


def _codes(words: list[str]) -> NDArray[np.uint64]:
    return np.array([zlib.crc32(word.encode()) for word in words], dtype=np.uint64)


def _shingles(words: list[str]) -> NDArray[np.uint64]:
    """Return a code for each different run of SHINGLE words; the words' order counts."""
    count = len(words) - SHINGLE + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint64)
    codes = _codes(words)
    runs = codes[:count]
    for step in range(1, SHINGLE):
        runs = runs * _MIX + codes[step : step + count]
    return np.unique(runs ^ (runs >> np.uint64(29)))


def _minhash(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return for each hash function (multiply–shift) the least value over the codes."""
    hashed = _MULTIPLY[:, None] * codes[None, :]
    hashed += _ADD[:, None]
    return np.asarray(hashed.min(axis=1) >> np.uint64(33))


def _signed(content: bytes) -> int:
    digest = hashlib.blake2b(content, digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
