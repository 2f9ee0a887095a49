# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Putting documents into an index: one writer, batches, commits that survive a power cut."""

import json
import shutil
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import tantivy

from jobunivers.foundation.search import geo, store
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

    def lay(self, document: Document) -> tantivy.Document:
        """Return the engine's document; ValueError when an id, owner or number is impossible."""
        fields = self._frame(document)
        stems = self._texts(document, fields)
        for name in self.spec.keywords:
            values = [value for value in document.keywords.get(name, ()) if value]
            # A column without gaps is counted twice as quickly: nothing is said as "".
            fields[f"k_{name}"] = list(dict.fromkeys(values)) or [""]
        for facet in self.spec.facets:
            if facet.several:
                fields[f"c_{facet.name}"] = SEPARATOR.join(sorted(fields[f"k_{facet.field}"]))
        fields["complete"] = list(self._completions(document))
        title = stems[self.spec.texts[0].name]
        everything = [stem for found in stems.values() for stem in found]
        fields["twin"] = zlib.crc32(joined([*title, *sorted(set(everything[:120]))]).encode())
        fields["memo"] = self._memo(document, title, stems)
        return tantivy.Document.from_dict(fields, self.schema)

    def _frame(self, document: Document) -> dict[str, Any]:
        if not 0 < document.id <= MAX_ID or not 0 <= document.owner < META_OWNER:
            raise ValueError(f"document {document.id} of owner {document.owner} cannot be indexed")
        point = geo.pack(document.lat, document.lon)
        fields: dict[str, Any] = {"id": document.id, "owner": document.owner, "point": point}
        for level, cell in enumerate(geo.cells(point)):
            fields[f"cell{level}"] = cell
        for axis, along in enumerate(geo.axes(point)):
            fields[f"axis{axis}"] = along
        numbers = {name: document.numbers.get(name, FAR) for name in self.spec.numbers}
        for name, number in numbers.items():
            if not 0 <= number <= FAR:
                raise ValueError(f"document {document.id}: {name} is {number}")
            fields[f"n_{name}"] = number
        for sort in self.spec.sorts:
            number = numbers[sort.field]
            if sort.descending:  # a document that does not say comes last here too
                fields[f"s_{sort.name}"] = (number % FAR) << 32 | (MAX_ID - document.id)
            else:
                fields[f"s_{sort.name}"] = number << 32 | document.id
        return fields

    def _texts(self, document: Document, fields: dict[str, Any]) -> dict[str, list[str]]:
        stems: dict[str, list[str]] = {}
        known: set[str] = set()
        names: set[str] = set()
        for text in self.spec.texts:
            raw = document.texts.get(text.name, "")
            stems[text.name] = self.analyser.stems(raw)
            fields[f"t_{text.name}"] = joined(stems[text.name])
            if text.parts:
                parts = self.analyser.parts(raw)
                fields[f"p_{text.name}"] = joined(parts)
                names.update(parts, stems[text.name])
            if text.short:
                known.update(word for word in words(clean(raw)) if word.isalpha())
        fields["names"] = joined(names)
        fields["all"] = joined(names.union(*stems.values()))
        owner = document.owner
        fields["words"] = [f"{owner}{SEPARATOR}{word}" for word in known if len(word) > 2]  # noqa: PLR2004 never misspelt
        return stems

    def _completions(self, document: Document) -> Iterator[str]:
        for completion in document.completions:
            shown = " ".join(completion.text.replace(SEPARATOR, " ").split())[:80]
            pieces = fold(shown).split()
            for start in range(min(len(pieces), _COMPLETED_WORDS)):
                key = " ".join(pieces[start:])
                ends = (str(document.owner), completion.lang, key, completion.kind, shown)
                yield SEPARATOR.join(ends)

    def _memo(self, document: Document, title: list[str], stems: dict[str, list[str]]) -> str:
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
            self._open(self._folder / found.generation, store.open_index)
            self.last_change = found.last_change
            self._stack = opening.pop_all()
        return self

    def _open(self, generation: Path, opener: Any) -> None:
        self._index: tantivy.Index = opener(generation)
        self._index.register_tokenizer("terms", terms_analyzer())
        lexicon = Lexicon.load(generation / "lexicon.json")
        self._layout = Layout(self._spec, self._index.schema, lexicon)
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
            laid = [self._layout.lay(one) for one in batch.values()]
            self.delete(list(batch))
            for one in laid:
                self._writer.add_document(one)
            count += len(batch)
        return count

    def delete(self, ids: Sequence[int]) -> None:
        """Take documents out; ids that are not there are no error."""
        # By query: the engine's deletion by term takes numbers for signed and finds none.
        schema = self._index.schema
        for start in range(0, len(ids), _BATCH):
            query = tantivy.Query.term_set_query(schema, "id", list(ids[start : start + _BATCH]))
            self._writer.delete_documents_by_query(query)

    def commit(self, *, change: int) -> None:
        """Publish and persist everything so far, together with the change number it reflects."""
        self.delete([0])
        memo = {"id": 0, "owner": META_OWNER, "point": 0, "memo": json.dumps({"change": change})}
        self._writer.add_document(tantivy.Document.from_dict(memo, self._index.schema))
        self._writer.commit()
        self.last_change = change


class _Builder(Writer):
    """A writer on a generation nobody reads yet."""

    def __init__(self, folder: Path, spec: Spec, lexicon: Lexicon, threads: int) -> None:
        super().__init__(folder, spec, threads=threads)
        self.last_change = 0
        self.generation = store.new_generation(folder, spec, lexicon)

        def create(generation: Path) -> tantivy.Index:
            return tantivy.Index(spec.schema(), str(generation))

        self._open(self.generation, create)

    def __enter__(self) -> Self:
        return self

    def put(self, documents: Iterable[Document]) -> int:
        """Add documents; each id at most once while building."""
        count = 0
        for document in documents:
            self._writer.add_document(self._layout.lay(document))
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
