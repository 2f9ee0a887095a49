# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which occupation a job title means: the door from titles to ESCO (or the starter taxonomy)."""

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from jobunivers.science.danish import Compounds, normalise
from jobunivers.science.features import Features
from jobunivers.science.labels import (
    UNIT,
    Label,
    OccupationEntry,
    distinct,
    layers,
    members,
    shared_alternatives,
)
from jobunivers.science.senses import head
from jobunivers.science.titles import Variant, variants

__all__ = ["VERSION", "Guess", "Label", "OccupationEntry", "TitleIndex"]

VERSION = "titles-2"
PREFERRED = 0.05
"""Of two concepts with the same label, the one that it is the main name of is meant."""
WHOLE_CONCEPT = 0.1
"""What the mean over a concept's labels adds: a title near all of them is nearer than near one."""
WIDE_GROUP = 0.95
"""Of groups with one name the unit group is meant: it says the most."""
SAME_HEAD = 0.2
"""What it is worth that title and concept are a kind of the same ("-leder", "lærer i …")."""
OF_MEMBERS = 0.8
"""A unit group is as near as this share of the mean of its three nearest occupations."""
NEAREST = 3
MOST_HEADS = 10_000
CONTEXT = 0.15
"""What the text around a title may add at most."""
CONTEXT_READ = 600
BATCH = 128
# Logistic regression of "the official crosswalk knows the guess for this title" on the score and on
# whether the label that fits is the main name; the lead over the next best told nothing more.
# Fitted on 633 titles (README.md says how well it holds).
INTERCEPT, PER_SCORE, MAIN_NAME = -7.82, 8.96, 2.34
# An alternative name is worth the less the more of them several concepts share: nothing in ESCO,
# where .30 are, and as much as a main name where none is.
SHARED_IN_ESCO = 0.3


@dataclass(frozen=True, slots=True)
class Guess:
    """An occupation a title may mean: similarity, chance of being right, and the label that fits.

    `confidence` is between 0 and 1; from 0.5 on the guess is probably right.
    """

    uri: str
    score: float
    confidence: float
    matched_label: str
    isco: str = ""


class TitleIndex:
    """All names of all occupations, ready to be compared with titles."""

    def __init__(
        self,
        *,
        uris: Sequence[str],
        isco: Sequence[str],
        labels: Sequence[tuple[int, str, bool]],
        features: Features,
        matrix: sparse.csr_matrix,
        groups: Sequence[bool],
        digest: str,
        noise: Collection[str] = (),
    ) -> None:
        """Take the parts that `build` and `load` make; labels lie in layers."""
        self.uris = tuple(uris)
        self._isco = tuple(isco)
        self.digest = digest
        self.noise = frozenset(noise)
        self._labels = tuple(labels)
        self._features = features
        self._matrix = matrix
        self._across = sparse.csr_matrix(matrix.T)
        self._sizes = np.bincount([number for number, _, _ in labels], minlength=len(self.uris))
        # Labels lie in layers: the first of every concept, the second of those that have two, …
        # so that a maximum over a concept's labels is a few maxima of whole slices.
        self._layers = layers(self._sizes)
        self._groups = tuple(groups)
        short = [group and len(i) < UNIT for group, i in zip(groups, isco, strict=True)]
        self._narrow = np.where(short, WIDE_GROUP, 1.0).astype(np.float32)
        self._members = members(self._isco, self._groups)
        self._heads: dict[str, set[int]] = {}
        for number, text, _ in labels:
            self._heads.setdefault(head(text, features.compounds), set()).add(number)
        self._of_heads: dict[frozenset[str], NDArray[np.intp]] = {}
        self._alternative = max(0.0, 1 - shared_alternatives(labels) / SHARED_IN_ESCO)
        self._bonus = PREFERRED * np.array([p for _, _, p in labels], dtype=np.float32)

    @classmethod
    def build(
        cls,
        entries: Sequence[OccupationEntry],
        *,
        noise: Iterable[str] = (),
        vocabulary: Iterable[str] = (),
    ) -> "TitleIndex":
        """Return an index over the entries' labels; the order of entries does not matter.

        `noise` are names to leave out of titles (places, employers); `vocabulary` are further
        texts to learn the parts of compounds from, such as the names of skills.
        """
        ordered = sorted(
            (e for e in entries if any(x.text.strip() for x in e.labels)), key=lambda e: e.uri
        )
        names = {entry.uri: distinct(entry) for entry in ordered}
        ordered.sort(key=lambda e: (-len(names[e.uri]), e.uri))
        labels = [
            (number, *names[entry.uri][layer])
            for layer in range(len(names[ordered[0].uri]) if ordered else 0)
            for number, entry in enumerate(ordered)
            if layer < len(names[entry.uri])
        ]
        texts = [text for _, text, _ in labels]
        compounds = Compounds.learn([*texts, *vocabulary])
        features = Features.learn(texts, compounds)
        words = frozenset(normalise(word) for word in noise)
        digest = _digest(ordered, words, compounds)
        uris, isco = [e.uri for e in ordered], [e.isco for e in ordered]
        return cls(
            uris=uris,
            isco=isco,
            labels=labels,
            features=features,
            matrix=features.vectors(texts),
            groups=[e.group for e in ordered],
            digest=digest,
            noise=words,
        )

    def guess(
        self, titles: Sequence[str], *, context: Sequence[str] | None = None, top: int = 5
    ) -> list[list[Guess]]:
        """Return for each title the occupations it may mean, best first, at most `top`.

        `context` holds for each title a text from the same advertisement, or is left out. A title
        that shares nothing with any label gets an empty list.
        """
        if not self.uris:
            return [[] for _ in titles]
        found: list[list[Guess]] = []
        for start in range(0, len(titles), BATCH):
            part = titles[start : start + BATCH]
            around = None if context is None else context[start : start + BATCH]
            found.extend(self._guess(part, around, top))
        return found

    def _guess(
        self, titles: Sequence[str], context: Sequence[str] | None, top: int
    ) -> list[list[Guess]]:
        readings = sorted(
            ((row, variants(title, self.noise)) for row, title in enumerate(titles)),
            key=lambda r: -len(r[1]),
        )
        lines = layers(np.array([len(found) for _, found in readings]))
        flat = [
            readings[i][1][k] for k, (start, end) in enumerate(lines) for i in range(end - start)
        ]
        similar = self._similar([text for text, _ in flat])
        similar *= np.array([trust for _, trust in flat], dtype=np.float32)[:, None]
        best = similar[: len(titles)]
        for start, end in lines[1:]:
            np.maximum(best[: end - start], similar[start:end], out=best[: end - start])
        scores = self._per_concept(best)
        for line, (_, found) in zip(scores, readings, strict=True):
            line[self._same_head(found)] *= 1 + SAME_HEAD
        scores *= self._narrow / np.float32(1 + SAME_HEAD)
        self._of_members(scores)
        plain = scores
        place = {row: i for i, (row, _) in enumerate(readings)}
        if context is not None:
            around = self._best_label(self._similar([c[:CONTEXT_READ] for c in context]))
            scores = plain + CONTEXT * around[[row for row, _ in readings]]
        where = [place[row] for row in range(len(titles))]
        return [self._best(scores[i], plain[i], best[i], top) for i in where]

    def _same_head(self, readings: Sequence[Variant]) -> NDArray[np.intp]:
        """Return the numbers of the concepts that are a kind of what one of the readings is."""
        heads = frozenset(head(text, self._features.compounds) for text, _ in readings)
        found = self._of_heads.get(heads)
        if found is None:
            if len(self._of_heads) > MOST_HEADS:
                self._of_heads.clear()
            numbers = {n for one in heads if one for n in self._heads.get(one, ())}
            found = self._of_heads[heads] = np.array(sorted(numbers), dtype=np.intp)
        return found

    def _of_members(self, scores: NDArray[np.float32]) -> None:
        """Let a unit group be as near as its nearest occupations make it."""
        for group, inside in self._members:
            many = min(NEAREST, len(inside))
            nearest = np.partition(scores[:, inside], len(inside) - many, axis=1)[:, -many:]
            evidence = nearest.sum(axis=1) * np.float32(OF_MEMBERS / many)
            np.maximum(scores[:, group], evidence, out=scores[:, group])

    def _similar(self, texts: Sequence[str]) -> NDArray[np.float32]:
        found = self._features.vectors(texts) @ self._across
        return np.asarray(found.toarray(), dtype=np.float32)

    def _per_concept(self, similar: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return for each title and concept: best label + preferred name + mean of its labels."""
        mean = similar[:, : len(self.uris)].copy()
        for start, end in self._layers[1:]:
            mean[:, : end - start] += similar[:, start:end]
        mean /= self._sizes.astype(np.float32)
        best = self._best_label(similar + self._bonus * (similar > 0))
        whole = np.float32(1 + PREFERRED + WHOLE_CONCEPT)
        return np.asarray((best + np.float32(WHOLE_CONCEPT) * mean) / whole, dtype=np.float32)

    def _best_label(self, similar: NDArray[np.float32]) -> NDArray[np.float32]:
        best = similar[:, : len(self.uris)].copy()
        for start, end in self._layers[1:]:
            np.maximum(best[:, : end - start], similar[:, start:end], out=best[:, : end - start])
        return best

    def _best(
        self,
        scores: NDArray[np.float32],
        plain: NDArray[np.float32],
        similar: NDArray[np.float32],
        top: int,
    ) -> list[Guess]:
        """Return the best of one title; `plain` are its scores without the text around it."""
        many = min(top, len(scores))
        cut = np.partition(scores, -many)[-many]  # keeps ties, which the order of uris breaks
        chosen = np.flatnonzero((scores >= cut) & (scores > 0))
        chosen = chosen[np.argsort(-scores[chosen], kind="stable")][:many]
        guesses = []
        for concept in chosen[:top].tolist():
            score = min(float(scores[concept]), 1.0)
            named = [start + concept for start, end in self._layers if concept < end - start]
            _, label, main = self._labels[max(named, key=lambda n: similar[n] + self._bonus[n])]
            sure = _confidence(float(plain[concept]), own=1.0 if main else self._alternative)
            guesses.append(Guess(self.uris[concept], score, sure, label, self._isco[concept]))
        return guesses

    def save(self, path: Path) -> None:
        """Write the index to one file (NumPy's npz, no pickles), replacing it in one step."""
        facts = {
            "version": VERSION,
            "digest": self.digest,
            "uris": self.uris,
            "isco": self._isco,
            "groups": self._groups,
            "labels": self._labels,
            "noise": sorted(self.noise),
            "parts": self._features.compounds.parts,
            "terms": self._features.terms,
        }
        text = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode()
        arrays: dict[str, Any] = {f"idf{i}": idf for i, idf in enumerate(self._features.idf)}
        temporary = path.with_name(path.name + ".new")
        with temporary.open("wb") as file:
            np.savez_compressed(
                file,
                facts=np.frombuffer(text, dtype=np.uint8),
                data=self._matrix.data,
                indices=self._matrix.indices,
                indptr=self._matrix.indptr,
                shape=np.array(self._matrix.shape),
                **arrays,
            )
        temporary.replace(path)

    @classmethod
    def load(cls, path: Path) -> "TitleIndex":
        """Return the index saved in the file; ValueError if another version wrote it."""
        with np.load(path, allow_pickle=False) as stored:
            facts = json.loads(stored["facts"].tobytes())
            if facts["version"] != VERSION:
                raise ValueError(f"{path.name} was written by {facts['version']}, not {VERSION}")
            idf = [stored[f"idf{i}"] for i in range(len(facts["terms"]))]
            shape = tuple(stored["shape"].tolist())
            matrix = sparse.csr_matrix(
                (stored["data"], stored["indices"], stored["indptr"]), shape=shape
            )
        features = Features(Compounds(facts["parts"]), facts["terms"], idf)
        labels = [(number, text, preferred) for number, text, preferred in facts["labels"]]
        return cls(
            uris=facts["uris"],
            isco=facts["isco"],
            labels=labels,
            features=features,
            matrix=matrix,
            groups=facts["groups"],
            digest=facts["digest"],
            noise=facts["noise"],
        )


def _digest(
    entries: Sequence[OccupationEntry], noise: Collection[str], compounds: Compounds
) -> str:
    """Return a hash of everything that decides the answers."""
    content = [
        VERSION,
        sorted(noise),
        sorted(compounds.parts),
        [[e.uri, e.isco, e.group, sorted(e.labels)] for e in entries],
    ]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:16]


def _confidence(score: float, *, own: float) -> float:
    return float(1.0 / (1.0 + np.exp(-(INTERCEPT + PER_SCORE * score + MAIN_NAME * own))))
