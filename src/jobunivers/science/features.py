# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts as sparse vectors: letters, stems and senses of words and their parts, by rarity."""

import re
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from jobunivers.science.danish import Compounds, normalise, stem
from jobunivers.science.senses import sense

SHORTEST, LONGEST = 3, 5
"""Letter n-grams within words, with a space at either end (3–5 as good as 2–5, and faster)."""
FAMILIES = (("letters", 0.35), ("stems", 0.3), ("senses", 0.35))
"""What each family of features counts; equal within noise over wide ranges (README.md)."""
MOST_COMMON = 0.02
"""Letter n-grams in a larger share of the labels say next to nothing and cost the most."""
_STOP_WORDS = """
og i af til for på med en et der inden ved fra eller samt som ansvarlig område of and the in
for with a an to
"""
STOP = frozenset(_STOP_WORDS.split())
_SEPARATORS = re.compile(r"[^\w+#]+")
_SPELLINGS = {"it": "ikt"}
"""ESCO says IKT where people say IT."""


def words_of(text: str) -> list[str]:
    """Return the normalised words, hyphens apart, with ESCO's spelling of IT."""
    return [_SPELLINGS.get(w, w) for w in _SEPARATORS.sub(" ", normalise(text)).split()]


def ngrams(word: str) -> list[str]:
    """Return the letter n-grams of one word, as scikit-learn's "char_wb" makes them."""
    padded = f" {word} "
    sizes = range(SHORTEST, min(LONGEST, len(padded)) + 1)
    return [padded[i : i + n] for n in sizes for i in range(len(padded) - n + 1)]


class Features:
    """Turns texts into vectors of unit length; learn once from the labels, then apply to titles.

    A family is TF-IDF with smoothed inverse document frequency ln((1+n)/(1+df))+1 and unit
    length, scaled by the root of its weight, so that a dot product is the weighted mean of the
    families' cosines.
    """

    def __init__(
        self,
        compounds: Compounds,
        terms: Sequence[Sequence[str]],
        idf: Sequence[NDArray[np.float32]],
    ) -> None:
        self.compounds = compounds
        self.terms = tuple(tuple(t) for t in terms)
        self.idf = tuple(idf)
        self._number = [{term: i for i, term in enumerate(t)} for t in self.terms]
        self._rarest = [float(i.max(initial=0.0)) ** 2 for i in idf]
        self._cache: dict[str, tuple[NDArray[np.intp], ...]] = {}

    @classmethod
    def learn(cls, texts: Sequence[str], compounds: Compounds) -> "Features":
        """Return features whose terms and rarity come from these texts."""
        terms, idf = [], []
        for make, rare in zip(_MAKERS, _RARE_ONLY, strict=True):
            df: dict[str, int] = {}
            for text in texts:
                for term in {t for word in _kept(text) for t in make(word, compounds)}:
                    df[term] = df.get(term, 0) + 1
            most = MOST_COMMON * len(texts) + FEW if rare else len(texts)
            ordered = sorted(term for term, count in df.items() if count <= most)
            counts = np.array([df[t] for t in ordered], dtype=np.float64)
            terms.append(ordered)
            idf.append((np.log((1 + len(texts)) / (1 + counts)) + 1).astype(np.float32))
        return cls(compounds, terms, idf)

    def vectors(self, texts: Iterable[str]) -> sparse.csr_matrix:
        """Return one row per text, shape (texts, all terms), float32."""
        known = self._cache
        if len(known) > MOST_CACHED:
            known.clear()
        # One look-up a word, not one for each family: this is where a large import's time goes.
        words = [[known.get(w) or self._ids(w) for w in _kept(text)] for text in texts]
        blocks = []
        for family, (_, weight) in enumerate(FAMILIES):
            ids = [np.concatenate([found[family] for found in ws] or [_NONE]) for ws in words]
            rows = np.repeat(np.arange(len(ids)), [len(i) for i in ids])
            columns = np.concatenate(ids or [_NONE])
            shape = (len(ids), len(self.terms[family]))
            ones = np.ones(len(columns), dtype=np.float32)
            block = sparse.coo_matrix((ones, (rows, columns)), shape=shape).tocsr()
            block.data *= self.idf[family][block.indices]
            squares = np.asarray(block.multiply(block).sum(axis=1)).ravel()
            # What no label says is in the way too: "head of access" is not a head chef.
            squares += [
                UNKNOWN * self._rarest[family] * sum(w[-1][family] for w in ws) for ws in words
            ]
            lengths = np.sqrt(squares)
            scale = np.sqrt(weight) / np.where(lengths > 0, lengths, 1.0)
            block.data *= np.repeat(scale, np.diff(block.indptr)).astype(np.float32)
            blocks.append(block)
        return sparse.csr_matrix(sparse.hstack(blocks, format="csr", dtype=np.float32))

    def _ids(self, word: str) -> tuple[NDArray[np.intp], ...]:
        """Return the numbers of the word's known terms in each family, and remember them."""
        made = [make(word, self.compounds) for make in _MAKERS]
        known = [
            [number[term] for term in terms if term in number]
            for terms, number in zip(made, self._number, strict=True)
        ]
        missing = [
            0 if rare else len(terms) - len(ids)
            for terms, ids, rare in zip(made, known, _RARE_ONLY, strict=True)
        ]
        found = (*(np.array(ids, dtype=np.intp) for ids in known), np.array(missing, dtype=np.intp))
        self._cache[word] = found
        return found


MOST_CACHED = 30_000
"""Words kept: more than a language uses daily; a long import's numbers must not pile up."""
_NONE = np.zeros(0, dtype=np.intp)


def _kept(text: str) -> list[str]:
    words = words_of(text)
    return [w for w in words if w not in STOP] or words


def _letters(word: str, _: Compounds) -> list[str]:
    return ngrams(word)


def _stems(word: str, compounds: Compounds) -> list[str]:
    parts = compounds.split(word)
    return [stem(word), *(stem(p) for p in parts)] if len(parts) > 1 else [stem(word)]


def _senses(word: str, compounds: Compounds) -> list[str]:
    return [sense(part) for part in compounds.split(word)]


_MAKERS: tuple[Callable[[str, Compounds], list[str]], ...] = (_letters, _stems, _senses)
_RARE_ONLY = (True, False, False)
UNKNOWN = 0.5
"""How much of a rarest word's weight a word that no label knows has."""
FEW = 100
"""In a small taxonomy nothing is too common."""
