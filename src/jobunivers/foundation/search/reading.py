# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking an index. One Reader per process and folder; it follows the writer by itself."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock

import tantivy

from jobunivers.foundation.search import kinship, store, typing_ahead
from jobunivers.foundation.search.asking import (
    Answer,
    GridCell,
    Hit,
    NoIndex,
    Search,
    Suggestion,
    Wanted,
)
from jobunivers.foundation.search.geo import Circle
from jobunivers.foundation.search.ledger import read_columns
from jobunivers.foundation.search.lexicon import Lexicon
from jobunivers.foundation.search.parsing import Clause, parse, typed
from jobunivers.foundation.search.running import Run
from jobunivers.foundation.search.seeking import Seeking, candidates
from jobunivers.foundation.search.spec import Spec
from jobunivers.foundation.search.spelling import Vocabulary
from jobunivers.foundation.search.text import Analyser, fold, words
from jobunivers.foundation.search.view import View

_LOOK_EVERY_S = 0.5
_VOCABULARY_S = 60.0  # the spelling list may lag this much behind the documents
_FEW = 3  # hits below which a rare word is suspected of being misspelt
_RARE = 3  # documents
_BEGUN = 24  # words that a beginning is read as, the most frequent


class Reader:
    """Answers questions about one index. Every question raises NoIndex when there is none."""

    def __init__(self, folder: Path | str, spec: Spec) -> None:
        self.folder = Path(folder)
        self.spec = spec
        self._lock = Lock()
        self._looked = float("-inf")
        self._seen: tuple[str, int, int] | None = None
        self._index: tantivy.Index | None = None
        self._view: View | None = None
        self._vocabularies: dict[int, tuple[float, View, Vocabulary]] = {}

    # Following the writer

    def view(self) -> View:
        """Return the newest committed state; looks at the disk at most every half second."""
        now = time.monotonic()
        view = self._view
        if view is not None and now - self._looked < _LOOK_EVERY_S:
            return view
        with self._lock:
            if self._view is None or now - self._looked >= _LOOK_EVERY_S:
                self._follow()
                self._looked = now
            assert self._view is not None
            return self._view

    def _follow(self) -> None:
        for _ in range(3):  # a generation may be swapped away while it is being opened
            generation = store.current(self.folder)
            if generation is None or not store.matches(generation, self.spec):
                raise NoIndex("missing" if generation is None else "specification changed")
            try:
                meta = (generation / "meta.json").stat()
                seen = (generation.name, meta.st_mtime_ns, meta.st_ino)
                if seen != self._seen:
                    self._open(generation)
                    self._seen = seen
            except (OSError, ValueError, KeyError, store.NeedsRebuild):
                self._seen = None
                continue
            return
        raise NoIndex("unreadable")

    def _open(self, generation: Path) -> None:
        before = None
        if self._index is None or self._seen is None or self._seen[0] != generation.name:
            self._index = store.open_index(generation)
            analyser = Analyser(Lexicon.load(generation / "lexicon.json"))
        else:
            assert self._view is not None
            self._index.reload()
            analyser, before = self._view.analyser, self._view.columns
        number = store.remembered(self._index).columns
        columns = read_columns(generation, self.spec, number, before)
        self._view = View(self.spec, self._index, columns, analyser)

    def vocabulary(self, view: View, owner: int) -> Vocabulary:
        """Return the words of the titles and labels of one owner."""
        made_at, of, vocabulary = self._vocabularies.get(owner, (0.0, None, None))
        now = time.monotonic()
        if vocabulary is None or (of is not view and now - made_at > _VOCABULARY_S):
            vocabulary = typing_ahead.vocabulary(view, owner)
            self._vocabularies[owner] = (now, view, vocabulary)
        return vocabulary

    # Searching

    def search(self, search: Search) -> Answer:
        """Return one page of hits with counts; never raises for anything a person can type."""
        started = time.perf_counter()
        run, corrected, begun, relaxed = self._run(search)
        total, hits = run.total, tuple(run.page())
        return Answer(
            total=total,
            hits=hits,
            facets=run.facets,
            corrected=corrected,
            begun=begun,
            relaxed=relaxed,
            took_ms=(time.perf_counter() - started) * 1000,
        )

    def _run(self, search: Search) -> tuple[Run, str, str, bool]:
        """Run a search as meant; with the corrected text, the begun word, and whether relaxed."""
        view = self.view()
        clauses = _respelt(view, parse(search.text, view.analyser))
        corrected = begun = ""
        if search.typing:
            run, begun = self._begun(Run(view, search, clauses), clauses)
            if begun:
                return run, "", begun, False
        if search.correct:
            clauses, corrected = self._corrected(view, search, clauses, everyone=False)
        run = Run(view, search, clauses)
        if search.correct and not corrected and run.total < _FEW:
            clauses, corrected = self._corrected(view, search, clauses, everyone=True)
            run = Run(view, search, clauses, after=run) if corrected else run
        run, begun = self._begun(run, clauses)
        relaxed = False
        if not run.total and run.wanted > 1:
            some = Run(view, search, clauses, relaxed=True, after=run)
            relaxed = some.total > 0
            run = some if relaxed else run
        return run, corrected, begun, relaxed

    def _begun(self, run: Run, clauses: tuple[Clause, ...]) -> tuple[Run, str]:
        """Read the last word of a search that found nothing as a beginning; say if that helps."""
        search, view = run.search, run.view
        spoken = words(fold(typed(search.text)))
        last = spoken[-1] if spoken and search.correct else ""
        at = next((n for n, one in enumerate(clauses) if last and one.word == last), None)
        if at is None or clauses[at].negative or run.total:
            return run, ""
        known = typing_ahead.begun(view, last, search.owner, _BEGUN)[:_BEGUN]
        longer = clauses[at].also(*((fold(word),) for word, _ in known))
        tried = (*clauses[:at], longer, *clauses[at + 1 :])
        other = Run(view, search, tried, after=run)
        return (other, clauses[at].surface) if known and other.total else (run, "")

    def _corrected(
        self, view: View, search: Search, clauses: tuple[Clause, ...], *, everyone: bool
    ) -> tuple[tuple[Clause, ...], str]:
        """Add to misspelt words what they probably meant; say the whole text as corrected.

        A word nobody uses is looked at always, a rare one only when there were few hits.
        """
        text, found = typed(search.text), list(clauses)
        for at, clause in enumerate(clauses):
            word = clause.word
            if not word or clause.negative or not word.isalpha():
                continue
            count = max(view.known(one[0]) for one in clause.alternatives if len(one) == 1)
            if count > (_RARE if everyone else 0) or (not everyone and _compound(view, word)):
                continue
            meant = self._meant(view, search.owner, word, count)
            if meant:
                found[at] = clause.also((fold(meant),))
                text = text.replace(clause.surface, meant, 1)
        changed = tuple(found) != clauses
        return tuple(found), text if changed else ""

    def _meant(self, view: View, owner: int, word: str, count: int) -> str:
        guesses = [
            guess
            for one in sorted({0, owner})
            for guess in self.vocabulary(view, one).nearest(word)
            if guess.errors and guess.count > count
        ]
        guesses.sort(key=lambda guess: (guess.errors, -guess.count, guess.word))
        return guesses[0].word if guesses else ""

    def points(self, search: Search, limit: int = 2000) -> list[tuple[int, float, float]]:
        """Return (id, latitude, longitude) of what a search finds, at most `limit`."""
        run, _, _, _ = self._run(replace(search, facets=False))
        return kinship.placed(run, limit)

    def grid(self, search: Search, zoom: int) -> list[GridCell]:
        """Return counts by square of the map, the squares as large as suits a web map's zoom."""
        run, _, _, _ = self._run(replace(search, facets=False))
        return kinship.grid(run, zoom)

    def similar(self, id: int, n: int = 6, *, owner: int, at_day: int) -> list[Hit]:  # noqa: A002
        """Return documents about the same, without itself and without duplicates of any."""
        view = self.view()
        return kinship.similar(view, id, n, at_day=at_day, owner=owner)

    def candidates(
        self,
        wanted: Sequence[Wanted],
        *,
        owner: int,
        at_day: int,
        text: str = "",
        circle: Circle | None = None,
        anywhere: Sequence[tuple[str, str]] = (),
        outside: Mapping[str, tuple[int | None, int | None]] | None = None,
        limit: int = 500,
    ) -> list[tuple[int, float]]:
        """Return (id, score) of documents with any of what is wanted, the best first.

        Those with a keyword (name, value) of `anywhere` need not lie in the circle. Those with a
        number within the bounds of `outside` are left out; who does not say the number stays.
        """
        asked = Seeking(
            wanted=wanted, owner=owner, at_day=at_day, circle=circle, anywhere=anywhere,
            outside=outside or {},
        )  # fmt: skip
        view = self.view()
        return candidates(view, asked, parse(text, view.analyser), limit)

    def suggest(self, prefix: str, lang: str, owner: int, n: int = 8) -> list[Suggestion]:
        """Return completions of what is being typed; the nearest ones when it is misspelt."""
        view = self.view()
        key = ("suggest", fold(prefix[:80]).strip(), lang, owner, n)

        def complete() -> list[Suggestion]:
            return typing_ahead.suggest(
                view=view, words=self.vocabulary, prefix=prefix, lang=lang, owner=owner, n=n
            )

        return list(view.remembered.get(key, complete))


def _respelt(view: View, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Read oe as ø and ae as æ where that is a word: not a mistake, only another keyboard."""
    found = []
    for clause in clauses:
        spelt = clause.word.replace("oe", "ø").replace("ae", "æ")
        other = spelt != clause.word and view.known(spelt) > view.known(clause.word)
        found.append(clause.also((spelt,)) if other else clause)
    return tuple(found)


def _compound(view: View, word: str) -> bool:
    pieces = view.analyser.split(word)
    return bool(pieces) and all(view.known(piece, short=True) for piece in pieces)
