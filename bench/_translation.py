# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of one language for words of another, learned from names that mean the same.

Only measured, not used: where a taxonomy has Danish names, no translation is needed. The learning
is IBM's first model (Brown et al. 1993): each word of one name is explained by the words of the
other, as often as they have stood together before.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from jobunivers.science.danish import Compounds
from jobunivers.science.features import STOP, words_of
from jobunivers.science.occupations import OccupationEntry
from jobunivers.science.senses import sense

ROUNDS = 6
LEAST = 0.02


class Translation:
    """What the words of titles mean in English, as weights of English words."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Learn from pairs of a Danish and an English name."""
        self._compounds = Compounds.learn(danish for danish, _ in pairs)
        split = [(self.danish(da), self.english(en)) for da, en in pairs]
        self._from = {w: i for i, w in enumerate(sorted({w for da, _ in split for w in da}))}
        self.words = {w: i for i, w in enumerate(sorted({w for _, en in split for w in en}))}
        where = [
            (number, self._from[d], self.words[e])
            for number, (da, en) in enumerate(split)
            for d in da
            for e in en
        ]
        name, source, target = np.array(where, dtype=np.intp).T
        # One place for each English word of a name; what explains it is shared among the Danish.
        _, place = np.unique(name * len(self.words) + target, return_inverse=True)
        _, pair = np.unique(source * len(self.words) + target, return_inverse=True)
        chance = np.ones(pair.max() + 1)
        for _ in range(ROUNDS):
            share = chance[pair]
            share /= np.bincount(place, weights=share)[place]
            count = np.bincount(pair, weights=share)
            of_source = np.zeros(len(self._from))
            np.add.at(of_source, source, share)
            chance = np.zeros_like(count)
            chance[pair] = count[pair] / of_source[source]
        keep = chance[pair] > LEAST
        shape = (len(self._from), len(self.words))
        table = sparse.coo_matrix((chance[pair][keep], (source[keep], target[keep])), shape=shape)
        table = table.tocsr()
        table.data = np.minimum(table.data, 1.0)
        self._table = table

    def danish(self, text: str) -> list[str]:
        """Return the senses of the words and of the parts of compounds."""
        words = [w for w in words_of(text) if w not in STOP]
        return [sense(part) for word in words for part in self._compounds.split(word)]

    def english(self, text: str) -> list[str]:
        """Return the senses of the words."""
        return [sense(word) for word in words_of(text) if word not in STOP]

    def likeness(
        self, titles: Sequence[str], entries: Sequence[OccupationEntry]
    ) -> NDArray[np.float64]:
        """Return how near each title is to the nearest name of each entry, (titles, entries)."""
        names = [(i, self.english(x.text)) for i, e in enumerate(entries) for x in e.labels]
        known: dict[str, int] = dict(self.words)
        for _, words in names:
            for word in words:
                known.setdefault(word, len(known))
        targets = self._matrix([words for _, words in names], known)
        df = np.bincount(targets.indices, minlength=len(known))
        rarity = sparse.diags(np.log((1 + len(names)) / (1 + df)) + 1)
        asked = self._asked(titles, known)
        near = (_unit(asked @ rarity) @ _unit(targets @ rarity).T).toarray()
        best = np.zeros((len(titles), len(entries)))
        for column, (number, _) in enumerate(names):
            np.maximum(best[:, number], near[:, column], out=best[:, number])
        return best

    def _asked(self, titles: Sequence[str], known: dict[str, int]) -> sparse.csr_matrix:
        rows = []
        for title in titles:
            weights: dict[int, float] = defaultdict(float)
            for word in self.danish(title):
                if word in self._from:
                    row = self._table[self._from[word]]
                    for column, chance in zip(row.indices, row.data, strict=True):
                        weights[int(column)] += float(chance)
                elif word in known:  # the same word in both, or one of the lists of senses
                    weights[known[word]] += 1.0
            rows.append(weights)
        data = [(i, c, w) for i, weights in enumerate(rows) for c, w in weights.items()]
        if not data:
            return sparse.csr_matrix((len(titles), len(known)))
        row_, column_, weight = zip(*data, strict=True)
        shape = (len(titles), len(known))
        return sparse.coo_matrix((weight, (row_, column_)), shape=shape).tocsr()

    @staticmethod
    def _matrix(texts: Sequence[Sequence[str]], known: dict[str, int]) -> sparse.csr_matrix:
        where = [(i, known[w]) for i, words in enumerate(texts) for w in words if w in known]
        rows, columns = zip(*where, strict=True)
        shape = (len(texts), len(known))
        return sparse.coo_matrix((np.ones(len(where)), (rows, columns)), shape=shape).tocsr()


def _unit(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags(1 / np.where(lengths > 0, lengths, 1.0)) @ matrix)
