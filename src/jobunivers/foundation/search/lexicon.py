# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words an index knows: what compounds are made of, and which words mean the same.

A lexicon belongs to one index and is kept beside it, because a query must be taken apart by
the same words as the documents were.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

_HERE = Path(__file__).parent
_SHORTEST = 4  # letters; shorter constituents come from the project's own list only


@dataclass(frozen=True)
class Lexicon:
    """Constituents of compounds (folded) and directional synonyms (folded phrase → phrases)."""

    words: frozenset[str]
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def build(
        cls,
        labels: Iterable[str] = (),
        texts: Iterable[str] = (),
        *,
        synonyms: Mapping[str, tuple[str, ...]] | None = None,
        least: int = 20,
    ) -> "Lexicon":
        """Gather constituents from labels of a taxonomy and words seen often in texts.

        Args:
            labels: occupations, skills and the like; each of their words counts.
            texts: a sample of the corpus.
            synonyms: directional; None means the project's own list.
            least: how often a word must occur in the texts.
        """
        from jobunivers.foundation.search.text import STOP_WORDS, fold
        from jobunivers.foundation.search.text import words as words_of

        found = {word for label in labels for word in words_of(fold(label))}
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update(words_of(fold(text)))
        found.update(word for word, count in counts.items() if count >= least)
        kept = {word for word in found if len(word) >= _SHORTEST and word.isalpha()}
        chosen = own_synonyms() if synonyms is None else synonyms
        return cls(
            words=frozenset((kept | own_words()) - STOP_WORDS),
            synonyms={fold(key): tuple(map(fold, values)) for key, values in chosen.items()},
        )

    @cached_property
    def digest(self) -> str:
        """Return a short hash that changes when the lexicon does."""
        return hashlib.sha256(self._json().encode()).hexdigest()[:16]

    def _json(self) -> str:
        content = {"words": sorted(self.words), "synonyms": dict(sorted(self.synonyms.items()))}
        return json.dumps(content, ensure_ascii=False)

    def save(self, path: Path) -> None:
        """Write the lexicon to a file."""
        path.write_text(self._json(), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Lexicon":
        """Read a lexicon from a file; ValueError or OSError when it is not one."""
        content = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            words=frozenset(content["words"]),
            synonyms={key: tuple(values) for key, values in content["synonyms"].items()},
        )


def _lines(name: str) -> list[str]:
    text = (_HERE / name).read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return [line for line in lines if line]


@cache
def own_words() -> frozenset[str]:
    """Return the project's own list of what Danish job titles are made of."""
    return frozenset(word for line in _lines("constituents.txt") for word in line.split())


@cache
def own_synonyms() -> Mapping[str, tuple[str, ...]]:
    """Return the project's own synonyms: a search for the key also finds the values."""
    pairs = (line.split("=>") for line in _lines("synonyms.txt"))
    return {
        key.strip(): tuple(value.strip() for value in values.split(",")) for key, values in pairs
    }
