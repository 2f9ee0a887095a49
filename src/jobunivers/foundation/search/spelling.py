# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of an index's titles and labels, and which of them a misspelt word may have meant."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.foundation.search.text import fold

_LONGEST = 32  # letters compared
_MOST = 200_000  # words kept, the most frequent
_FAR = 9  # more errors than anyone looks for


@dataclass(frozen=True, slots=True)
class Guess:
    """A known word near what was typed."""

    word: str  # as written in documents, in lower case
    errors: int  # letters wrong, missing, added or swapped
    count: int  # documents


def allowed_errors(word: str) -> int:
    """Return how many errors a word of this length may have: short words resemble everything."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2  # noqa: PLR2004 measured by eye on titles


class Vocabulary:
    """Known words with document counts, arranged so that all are compared at once."""

    def __init__(self, counted: Sequence[tuple[str, int]]) -> None:
        kept = [(word, count) for word, count in counted[:_MOST] if word.isalpha()]
        self._words = [word for word, _ in kept]
        folded = [fold(word)[:_LONGEST] for word in self._words]
        self._counts = np.array([count for _, count in kept], dtype=np.int64)
        self._lengths = np.array([len(word) for word in folded], dtype=np.int64)
        self._signs = np.array([_sign(word) for word in folded], dtype=np.uint64)
        self._letters = np.zeros((len(folded), _LONGEST + 3), dtype=np.uint32)
        for row, word in enumerate(folded):
            self._letters[row, : len(word)] = [ord(letter) for letter in word]

    def __len__(self) -> int:
        return len(self._words)

    def nearest(self, word: str, *, prefix: bool = False, most: int = 5) -> list[Guess]:
        """Return known words near a folded word, the likeliest first.

        With prefix=True, words that begin with something near it.
        """
        errors = allowed_errors(word)
        if not errors or not self._words or not word.isalpha() or len(word) > _LONGEST:
            return []
        rows = self._plausible(word, errors, prefix=prefix)
        if not len(rows):
            return []
        distance = _distances(word, self._letters[rows], self._lengths[rows], errors, prefix=prefix)
        near = distance <= errors
        rows, distance = rows[near], distance[near]
        # One error more is outweighed by some two thousand times the documents.
        cost = distance - 0.3 * np.log10(1 + self._counts[rows])
        cost += 0.3 * (self._letters[rows, 0] != ord(word[0]))
        order = np.lexsort((rows, cost))[:most]
        return [
            Guess(self._words[rows[at]], int(distance[at]), int(self._counts[rows[at]]))
            for at in order
        ]

    def _plausible(self, word: str, errors: int, *, prefix: bool) -> NDArray[np.int64]:
        sign = np.uint64(_sign(word))
        if prefix:
            fits = np.bitwise_count(sign & ~self._signs) <= errors
            fits &= self._lengths >= len(word) - errors
            fits &= self._letters[:, 0] == ord(word[0])
        else:
            fits = np.bitwise_count(sign ^ self._signs) <= 2 * errors
            fits &= np.abs(self._lengths - len(word)) <= errors
        found: NDArray[np.int64] = np.flatnonzero(fits)
        return found


def _sign(word: str) -> int:
    sign = 0
    for letter in word:
        sign |= 1 << (ord(letter) & 63)
    return sign


def _distances(
    word: str,
    letters: NDArray[np.uint32],
    lengths: NDArray[np.int64],
    errors: int,
    *,
    prefix: bool,
) -> NDArray[np.int64]:
    """Return edit distances with swaps (optimal string alignment) from a word to many, at once."""
    size, many = len(word), len(letters)
    width = min(size + errors, letters.shape[1])
    rows = np.full((size + 1, width + 1, many), _FAR, dtype=np.int64)
    rows[0] = np.arange(width + 1)[:, None]
    rows[:, 0] = np.arange(size + 1)[:, None]
    for i in range(1, size + 1):
        for j in range(max(1, i - errors), min(width, i + errors) + 1):
            same = letters[:, j - 1] == ord(word[i - 1])
            best = np.minimum(rows[i - 1, j] + 1, rows[i, j - 1] + 1)
            best = np.minimum(best, rows[i - 1, j - 1] + ~same)
            if i > 1 and j > 1:
                swapped = letters[:, j - 2] == ord(word[i - 1])
                swapped &= letters[:, j - 1] == ord(word[i - 2])
                best = np.where(swapped, np.minimum(best, rows[i - 2, j - 2] + 1), best)
            rows[i, j] = best
    if prefix:
        found: NDArray[np.int64] = rows[size].min(axis=0)
        return found
    last: NDArray[np.int64] = rows[size, np.minimum(lengths, width), np.arange(many)]
    return np.where(lengths <= width, last, _FAR)
