# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The meaning of texts as small vectors of whole numbers, learned from our own texts.

Latent semantic analysis: words are counted by stem and by the parts of compounds, weighed by
rarity, and laid out along the directions in which the texts it was trained on differ most
(truncated SVD). A vector is int8 and as near to length 127 as rounding allows, so that a product
of two is a whole number of at most about 127², the same on every machine and in every order.
Train on advertisements and taxonomies only: what people write about themselves is turned into a
vector, never learned from.
Source: Deerwester et al., *Indexing by latent semantic analysis*, 1990; Halko, Martinsson and
Tropp, *Finding structure with randomness*, 2011.
"""

import hashlib
import io
import json
import threading
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from jobunivers.science.danish import Compounds, normalise, stem

VERSION = "latent-1"
DIMS = 64
FULL = 127
"""The length of a vector, and the largest number in it."""
OWN_WORDS = 0.5
"""What a person's own words count beside the labels of what she can and wants."""
PART = 0.6
"""What a part of a compound counts beside the whole word."""
EVEN = 0.5
"""How much strong directions are evened out: 0 keeps their strength, 1 makes all alike."""
NOTHING = 1e-9
MOST_TERMS = 40_000
MOST_CACHED = 120_000
LONGEST_WORD = 40
MANY = 200
"""From so many texts on, what stands in one text alone teaches nothing."""

Vectors = NDArray[np.int8]
Floats = NDArray[np.float32]
_STOP_WORDS = """
og i af til for på med en et der inden ved fra eller samt som om at den det de du vi vores din dit
dine os er har have være vil kan skal blive bliver så ikke sig sin sit sine dig mig jeg man men når
hvor hvis også både over under efter før mellem hos ud op ind ned her denne dette disse mere meget
alle andre hvad hvem gennem mod uden været får få må min mit mine deres hun han ham hende the of
and in for with a an to is are be you we our your will as on at by or from that this it have has not
can i if who all their they us
"""
_STOP = frozenset(normalise(word) for word in _STOP_WORDS.split())


def _table() -> bytes:
    """Return what each Latin-1 character is to a word: itself in lower case, or a gap."""
    kept = (bytes([c]).decode("latin-1") for c in range(256))
    small = (c.lower() if c.isalpha() and c not in "ªº" else c if c in "+#" else " " for c in kept)
    return "".join(small).encode("latin-1")


_TABLE = _table()


def _words(text: str) -> list[bytes]:
    """Return the words of the text in lower case, as Latin-1: ten times as fast as `tokens`.

    A letter outside Western Europe's ends a word. Numbers and punctuation say no meaning.
    """
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text.encode("latin-1", "replace").translate(_TABLE, b"\xad").split()


def _counted(rows: Sequence[Sequence[int]], width: int) -> sparse.csr_matrix:
    """Return how often each row holds each number, damped: 1 + ln(times)."""
    start = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in rows], out=start[1:])
    numbers = np.fromiter(chain.from_iterable(rows), dtype=np.int32, count=int(start[-1]))
    ones = np.ones(len(numbers), dtype=np.float32)
    counted = sparse.csr_matrix((ones, numbers, start), shape=(len(rows), width))
    counted.sum_duplicates()
    counted.data = 1 + np.log(counted.data)
    return counted


def quantised(vectors: NDArray[np.floating]) -> Vectors:
    """Return each row at length 127 in whole numbers, shape and order kept; nothing stays zero."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scale = np.divide(FULL, lengths, out=np.zeros_like(lengths), where=lengths > NOTHING)
    whole: Vectors = np.rint(vectors * scale).astype(np.int8)
    return whole


def mix(vectors: Vectors, weights: Sequence[float] | NDArray[np.floating]) -> Vectors:
    """Return the weighted middle of vectors, int8[dims]: shape (n, dims) and n weights in."""
    weights = np.asarray(weights, dtype=np.float64)
    if vectors.ndim != 2 or weights.shape != (len(vectors),):  # noqa: PLR2004 - a table
        raise ValueError("as many weights as vectors, please")
    return quantised(weights @ vectors.astype(np.float64))


class LatentModel:
    """Turns texts into vectors; train once, then ask from as many threads as needed.

    `terms` are stems; `layout` has a row of float16 for each: its rarity along each direction.
    """

    def __init__(
        self, compounds: Compounds, terms: Sequence[str], layout: NDArray[np.float16]
    ) -> None:
        self.compounds = compounds
        self.terms = tuple(terms)
        self.layout = layout
        self.dims = int(layout.shape[1])
        self.digest = self._digest()
        self._layout = layout.astype(np.float32)
        self._number = {term: i for i, term in enumerate(self.terms)}
        self._lock = threading.Lock()
        self._forget()

    def _digest(self) -> str:
        said = hashlib.blake2b(VERSION.encode(), digest_size=12)
        said.update("\n".join(self.terms).encode())
        said.update("\n".join(sorted(self.compounds.parts)).encode())
        said.update(np.ascontiguousarray(self.layout).tobytes())
        return f"{VERSION}-{said.hexdigest()}"

    @classmethod
    def train(
        cls, texts: Iterable[str], *, dims: int = DIMS, seed: int = 1, most_terms: int = MOST_TERMS
    ) -> "LatentModel":
        """Return the model of these texts: the same texts in the same order, the same bytes."""
        counted, words = _reading(texts)
        if not words:
            raise ValueError("a model cannot be trained on texts without words")
        often = np.bincount(counted.indices, minlength=len(words))
        parts = {w: int(n) for w, n in zip(words, often, strict=True) if _teaches(w, int(n))}
        compounds = Compounds(parts)
        terms, of_words = _terms(words, compounds)
        wanted = sparse.csr_matrix(counted @ of_words)
        met = np.bincount(wanted.indices, minlength=len(terms))
        least = 2 if counted.shape[0] >= MANY else 1
        chosen = np.flatnonzero(met >= least)
        if len(chosen) > most_terms:
            chosen = np.sort(chosen[np.argsort(-met[chosen], kind="stable")[:most_terms]])
        rarity = np.log((1 + counted.shape[0]) / (1 + met[chosen])) + 1e-3
        texts_by_terms = _unit(sparse.csr_matrix(wanted[:, chosen] @ sparse.diags(rarity)))
        strength, directions = _svd(texts_by_terms, dims, seed)
        layout = rarity[:, None] * directions * strength**-EVEN
        layout /= max(float(np.abs(layout).max()), 1e-12)
        wide = np.zeros((len(chosen), dims), dtype=np.float16)
        wide[:, : layout.shape[1]] = layout
        return cls(compounds, [terms[i] for i in chosen], wide)

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return int8[texts, dims]: a row of length 127, or of zeros when no word is known."""
        if not len(texts):
            return np.zeros((0, self.dims), dtype=np.int8)
        with self._lock:
            rows = [self._rows_of(_words(text)) for text in texts]
            known = self._known[: self._used]
        return quantised(_counted(rows, len(known)) @ known)

    def from_concepts(
        self, labels: Sequence[str], words: str = "", weights: Sequence[float] | None = None
    ) -> Vectors:
        """Return a person's vector, int8[dims]: her concepts' labels and her own words together."""
        of_all = self.vectors([*labels, words]).astype(np.float64)
        counts = np.ones(len(labels)) if weights is None else np.asarray(weights, np.float64)
        if counts.shape != (len(labels),):
            raise ValueError("as many weights as labels, please")
        share = OWN_WORDS * max(float(counts.sum()), 1.0)
        return quantised(np.append(counts, share) @ of_all)

    def explain(self, text_a: str, text_b: str, top: int = 4) -> tuple[str, ...]:
        """Return the words of `text_a` that `text_b` shares and that draw the two together most.

        As they are written in `text_a` (lower case), heaviest first; a word is shared when its
        stem or a part of it stands in the other text too.
        """
        words = list(dict.fromkeys(_words(text_a)))
        there = {t for w in dict.fromkeys(_words(text_b)) for t, _ in self._terms_of(w)}
        other = self.vectors([text_b])[0].astype(np.float32)
        weights: dict[str, float] = {}
        said: set[str] = set()
        for word in words:
            shared = [(self._number[t], n) for t, n in self._terms_of(word) if t in there]
            weight = sum(n * float(self._layout[i] @ other) for i, n in shared)
            root = stem(_plain(word))
            if shared and weight > 0 and root not in said:
                said.add(root)
                weights[word.decode("latin-1")] = weight
        return tuple(sorted(weights, key=lambda w: (-weights[w], w))[:top])

    def save(self) -> bytes:
        """Return the model as bytes (NumPy's npz, no pickles)."""
        facts = {"version": VERSION, "digest": self.digest, "terms": self.terms,
                 "parts": self.compounds.parts}  # fmt: skip
        text = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode()
        into = io.BytesIO()
        np.savez_compressed(into, facts=np.frombuffer(text, np.uint8), layout=self.layout)
        return into.getvalue()

    @classmethod
    def load(cls, stored: bytes) -> "LatentModel":
        """Return the model that `save` wrote; ValueError if it is another version's, or damaged."""
        try:
            with np.load(io.BytesIO(stored), allow_pickle=False) as found:
                facts, layout = json.loads(found["facts"].tobytes()), found["layout"]
        except Exception as error:
            raise ValueError("these bytes are no model of meaning") from error
        if facts.get("version") != VERSION:
            raise ValueError(f"written by {facts.get('version')}, not {VERSION}: train it again")
        model = cls(Compounds(facts["parts"]), facts["terms"], layout)
        if model.digest != facts["digest"]:
            raise ValueError("the model's content is not what its digest says: train it again")
        return model

    def _forget(self) -> None:
        """Begin the table of met words anew; its row 0 is what says nothing."""
        self._row: dict[bytes, int] = {}
        self._known: Floats = np.zeros((4_096, self.dims), dtype=np.float32)
        self._used = 1

    def _rows_of(self, words: list[bytes]) -> list[int]:
        try:
            return [self._row[word] for word in words]
        except KeyError:
            for word in words:
                if word not in self._row:
                    self._learn(word)
            return [self._row[word] for word in words]

    def _learn(self, word: bytes) -> None:
        """Give the word its row in the table of met words."""
        if self._used == len(self._known):
            self._known = np.concatenate([self._known, np.zeros_like(self._known)])
        total = sum(
            (n * self._layout[self._number[t]] for t, n in self._terms_of(word)),
            np.zeros(self.dims, dtype=np.float32),
        )
        if not total.any():
            self._row[word] = 0
            return
        self._known[self._used] = total
        self._row[word] = self._used
        self._used += 1

    def _terms_of(self, word: bytes) -> list[tuple[str, float]]:
        return [(t, n) for t, n in _terms_of(_plain(word), self.compounds) if t in self._number]


def _plain(word: bytes) -> str:
    return normalise(word.decode("latin-1"))


def _terms_of(word: str, compounds: Compounds) -> list[tuple[str, float]]:
    """Return the stems that a normalised word stands for, each with what it counts."""
    if word in _STOP or len(word) < 2 or len(word) > LONGEST_WORD:  # noqa: PLR2004 - a letter
        return []
    found = {stem(word): 1.0}
    parts = compounds.split(word)
    for part in parts if len(parts) > 1 else ():
        found.setdefault(stem(part), PART)
    return list(found.items())


def _teaches(word: str, texts: int) -> bool:
    """Return whether the word is met often enough to be a part of compounds."""
    return word.isalpha() and len(word) > 3 and texts > 2 and word not in _STOP  # noqa: PLR2004


def _reading(texts: Iterable[str]) -> tuple[sparse.csr_matrix, list[str]]:
    """Return the damped counts, shape (texts, words), and the words in normal spelling."""
    number: dict[bytes, int] = {}
    rows = [[number.setdefault(word, len(number)) for word in _words(text)] for text in texts]
    spelled = [_plain(word) for word in number]
    words = sorted(set(spelled))
    place = {word: i for i, word in enumerate(words)}
    other = np.array([place[word] for word in spelled], dtype=np.int32)
    merged = [other[row].tolist() for row in rows] if words else rows
    return _counted(merged, max(len(words), 1)), words


def _terms(words: Sequence[str], compounds: Compounds) -> tuple[list[str], sparse.csr_matrix]:
    """Return all stems, sorted, and what each word counts for each, shape (words, stems)."""
    made = [_terms_of(word, compounds) for word in words]
    terms = sorted({term for found in made for term, _ in found})
    place = {term: i for i, term in enumerate(terms)}
    rows = np.repeat(np.arange(len(words)), [len(found) for found in made])
    columns = np.array([place[t] for found in made for t, _ in found], dtype=np.int64)
    values = np.array([n for found in made for _, n in found], dtype=np.float64)
    shape = (len(words), max(len(terms), 1))
    return terms or [""], sparse.csr_matrix((values, (rows, columns)), shape=shape)


def _unit(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """Return the matrix with rows of length one; empty rows stay empty."""
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags(1 / np.where(lengths > 0, lengths, 1)) @ matrix)


def _svd(
    matrix: sparse.csr_matrix, dims: int, seed: int, rounds: int = 5
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the largest singular values and the right vectors in columns, shape (terms, dims).

    Randomised subspace iteration from a fixed start; the largest number of each direction is
    positive, so that nothing is left to chance.
    """
    rng = np.random.default_rng(seed)
    across = sparse.csr_matrix(matrix.T)
    width = min(dims + 16, *matrix.shape)
    basis = rng.standard_normal((matrix.shape[1], width))
    for _ in range(rounds):
        left, _ = np.linalg.qr(matrix @ basis)
        basis, _ = np.linalg.qr(across @ left)
    _, strength, right = np.linalg.svd(matrix @ basis, full_matrices=False)
    directions = basis @ right.T
    kept = min(dims, int((strength > NOTHING * strength[0]).sum()))
    directions, strength = directions[:, :kept], strength[:kept]
    largest = np.abs(directions).argmax(axis=0)
    return strength, directions * np.sign(directions[largest, np.arange(kept)])
