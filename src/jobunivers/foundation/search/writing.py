# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Putting documents into an index: one writer, batches, commits that survive a power cut."""

import json
import shutil
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import tantivy

from jobunivers.foundation.search import store
from jobunivers.foundation.search.gathering import Laid
from jobunivers.foundation.search.ledger import Ledger
from jobunivers.foundation.search.lexicon import Lexicon
from jobunivers.foundation.search.spec import (
    FAR,
    MAX_ID,
    META_OWNER,
    SEPARATOR,
    Document,
    Spec,
)
from jobunivers.foundation.search.text import Analyser, clean, fold, joined, words

_HEAP = 64_000_000  # bytes per thread; more means fewer, larger segments
_BATCH = 500  # documents replaced at a time
_MEMO_STEMS = 30
_COMPLETED_WORDS = 4  # of a completion, from which typing may start


def terms_analyzer() -> tantivy.TextAnalyzer:
    """Return the analyser the engine uses on terms that are ready: it only parts at spaces."""
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()


class Layout:
    """Lays documents out as the engine's fields, for one specification and lexicon."""

    def __init__(self, spec: Spec, schema: tantivy.Schema, lexicon: Lexicon) -> None:
        self.spec = spec
        self.schema = schema
        self.analyser = Analyser(lexicon)
        self._told = spec.told

    def lay(self, document: Document) -> tuple[tantivy.Document, Laid]:
        """Return a document for the engine and its texts for the columns.

        ValueError when an id, owner or number is impossible.
        """
        fields = self._frame(document)
        laid = self._texts(document, fields)
        for name in self.spec.kin:
            fields[f"k_{name}"] = list(dict.fromkeys(filter(None, document.keywords.get(name, ()))))
        fields["complete"] = list(self._completions(document))
        title = laid.stems[self.spec.texts[0].name]
        everything = [stem for found in laid.stems.values() for stem in found]
        fields["twin"] = zlib.crc32(joined([*title, *sorted(set(everything[:120]))]).encode())
        fields["memo"] = self._memo(document, title, laid.stems)
        return tantivy.Document.from_dict(fields, self.schema), laid

    def _frame(self, document: Document) -> dict[str, Any]:
        if not 0 < document.id <= MAX_ID or not 0 <= document.owner < META_OWNER:
            raise ValueError(f"document {document.id} of owner {document.owner} cannot be indexed")
        for name, number in document.numbers.items():
            if not 0 <= number <= FAR:
                raise ValueError(f"document {document.id}: {name} is {number}")
        fields: dict[str, Any] = {"id": document.id, "owner": document.owner}
        if self.spec.expires:
            name = self.spec.expires
            fields[f"n_{name}"] = document.numbers.get(name, FAR)
        return fields

    def _texts(self, document: Document, fields: dict[str, Any]) -> Laid:
        stems: dict[str, list[str]] = {}
        parts: dict[str, list[str]] = {}
        known: set[str] = set()
        for text in self.spec.texts:
            raw = document.texts.get(text.name, "")
            stems[text.name] = self.analyser.stems(raw)
            if text.parts:
                parts[text.name] = self.analyser.parts(raw)
            if text.short:
                known.update(word for word in words(clean(raw)) if word.isalpha())
        for text in self._told:
            fields[f"t_{text.name}"] = joined(stems[text.name])
        owner = document.owner
        fields["words"] = [f"{owner}{SEPARATOR}{word}" for word in known if len(word) > 2]  # noqa: PLR2004 never misspelt
        return Laid(stems, parts)

    def _completions(self, document: Document) -> Iterator[str]:
        for completion in document.completions:
            shown = " ".join(completion.text.replace(SEPARATOR, " ").split())[:80]
            pieces = fold(shown).split()
            for start in range(min(len(pieces), _COMPLETED_WORDS)):
                key = " ".join(pieces[start:])
                ends = (str(document.owner), completion.lang, key, completion.kind, shown)
                yield SEPARATOR.join(ends)

    def _memo(
        self, document: Document, title: Sequence[str], stems: Mapping[str, Sequence[str]]
    ) -> str:
        """Remember what a document is about, so that its like can be found without its text."""
        neutral = set(self.analyser.stems(document.neutral))
        counts: Counter[str] = Counter()
        for found in stems.values():
            counts.update(found[:500])
        frequent = [stem for stem, _ in counts.most_common(_MEMO_STEMS * 3) if stem.isalpha()]
        about = [stem for stem in frequent if len(stem) > 4 and stem not in neutral]  # noqa: PLR2004 short stems tell little
        about = about[:_MEMO_STEMS]
        kin = {
            name: [value for value in document.keywords.get(name, ()) if value][:20]
            for name in self.spec.kin
        }
        named = [stem for stem in title if stem not in neutral]
        said = {"title": named, "about": about, "kin": kin}
        return json.dumps(said, ensure_ascii=False)


class Writer:
    """The only writer of an index; use as a context manager.

    Opening raises WriterBusy or NeedsRebuild. What is not committed when it closes, or when the
    process dies, never happened.
    """

    def __init__(self, folder: Path | str, spec: Spec, *, threads: int = 1) -> None:
        self._folder = Path(folder)
        self._spec = spec
        self._threads = threads
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as opening:
            opening.enter_context(store.writer_lock(self._folder))
            found = store.state(self._folder, self._spec)
            if found.needs_rebuild:
                raise store.NeedsRebuild(found.reason)
            self._open(self._folder / found.generation, store.open_index, found.columns)
            self.last_change = found.last_change
            self._stack = opening.pop_all()
        return self

    def _open(self, generation: Path, opener: Any, columns: int) -> None:
        self._index: tantivy.Index = opener(generation)
        self._index.register_tokenizer("terms", terms_analyzer())
        lexicon = Lexicon.load(generation / "lexicon.json")
        self._layout = Layout(self._spec, self._index.schema, lexicon)
        self._ledger = Ledger(generation, self._spec, columns)
        self._writer = self._index.writer(_HEAP * self._threads, self._threads)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._writer.rollback()
            self._writer.wait_merging_threads()
        finally:
            self._stack.close()

    def put(self, documents: Iterable[Document]) -> int:
        """Add documents, replacing those of the same id; return how many."""
        count, rest = 0, iter(documents)
        while batch := {one.id: one for one in islice(rest, _BATCH)}:
            laid = [(one, *self._layout.lay(one)) for one in batch.values()]
            self.delete(list(batch))
            for one, document, said in laid:
                self._writer.add_document(document)
                self._ledger.add(one, said)
            count += len(batch)
        return count

    def delete(self, ids: Sequence[int]) -> None:
        """Take documents out; ids that are not there are no error."""
        self._ledger.delete(ids)
        # By query: the engine's deletion by term takes numbers for signed and finds none.
        schema = self._index.schema
        for start in range(0, len(ids), _BATCH):
            query = tantivy.Query.term_set_query(schema, "id", list(ids[start : start + _BATCH]))
            self._writer.delete_documents_by_query(query)

    def commit(self, *, change: int) -> None:
        """Publish and persist everything so far, together with the change number it reflects."""
        said = {"change": change, "columns": self._ledger.commit()}
        self.delete([0])
        memo = {"id": 0, "owner": META_OWNER, "memo": json.dumps(said)}
        self._writer.add_document(tantivy.Document.from_dict(memo, self._index.schema))
        self._writer.commit()
        self._ledger.tidy()
        self.last_change = change


class _Builder(Writer):
    """A writer on a generation nobody reads yet."""

    def __init__(self, folder: Path, spec: Spec, lexicon: Lexicon, threads: int) -> None:
        super().__init__(folder, spec, threads=threads)
        self.last_change = 0
        self.generation = store.new_generation(folder, spec, lexicon)

        def create(generation: Path) -> tantivy.Index:
            return tantivy.Index(spec.schema(), str(generation))

        self._open(self.generation, create, 0)

    def __enter__(self) -> Self:
        return self

    def put(self, documents: Iterable[Document]) -> int:
        """Add documents; each id at most once while building."""
        count = 0
        for one in documents:
            document, said = self._layout.lay(one)
            self._writer.add_document(document)
            self._ledger.add(one, said)
            count += 1
        return count


@contextmanager
def rebuild(
    folder: Path | str, spec: Spec, lexicon: Lexicon, *, threads: int = 2
) -> Iterator[Writer]:
    """Build a new generation; readers follow it when the block ends well, else nothing changed.

    The block must commit; WriterBusy when another process writes to the folder.
    """
    folder = Path(folder)
    with store.writer_lock(folder):
        builder = _Builder(folder, spec, lexicon, threads)
        try:
            with builder:
                yield builder
        except BaseException:
            shutil.rmtree(builder.generation, ignore_errors=True)
            raise
        store.swap(folder, builder.generation)
