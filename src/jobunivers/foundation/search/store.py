# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The folder an index lives in: generations, the pointer to the current one, the writer's lock.

FOLDER/current          the name of the generation readers follow, replaced atomically
FOLDER/writer.lock      held (flock) by the only writer; let go by the system if it dies
FOLDER/g000001/         one generation: spec.json, lexicon.json and the engine's own files
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import tantivy

from jobunivers.foundation.search.ledger import read_columns
from jobunivers.foundation.search.lexicon import Lexicon
from jobunivers.foundation.search.spec import META_OWNER, Spec

_KEPT = 2  # generations: a reader may be opening the one before


class WriterBusy(Exception):  # noqa: N818 the name is the state
    """Another process is writing to this index."""


class NeedsRebuild(Exception):  # noqa: N818 the name is the state
    """There is no usable index for this specification; the reason is the message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a folder holds."""

    needs_rebuild: bool
    reason: str = ""  # "missing", "unreadable" or "specification changed"
    documents: int = 0
    segments: int = 0
    last_change: int = 0
    columns: int = 0  # the number of the columns' commit
    generation: str = ""
    bytes_on_disk: int = 0


@contextmanager
def writer_lock(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; WriterBusy when someone else does."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "writer.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            holder = lock.read().strip() or "unknown"
            raise WriterBusy(
                f"process {holder} is already writing to the search index in {folder}"
            ) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def current(folder: Path) -> Path | None:
    """Return the generation that readers follow, or None."""
    try:
        name = (folder / "current").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    path = folder / name
    return path if name and path.parent == folder and path.is_dir() else None


def new_generation(folder: Path, spec: Spec, lexicon: Lexicon) -> Path:
    """Make the next generation's folder; the lock must be held."""
    names = [path.name for path in folder.glob("g[0-9]*") if path.name[1:].isdigit()]
    path = folder / f"g{max((int(name[1:]) for name in names), default=0) + 1:06d}"
    path.mkdir()
    lexicon.save(path / "lexicon.json")
    said = {"name": spec.name, "digest": spec.digest, "lexicon": lexicon.digest}
    (path / "spec.json").write_text(json.dumps(said), encoding="utf-8")
    return path


def swap(folder: Path, generation: Path) -> None:
    """Let readers follow a new generation, all at once, and remove those nobody needs."""
    draft = folder / "current.new"
    with draft.open("w", encoding="ascii") as file:
        file.write(generation.name)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / "current")
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    kept = sorted(path for path in folder.glob("g[0-9]*") if path.name <= generation.name)[-_KEPT:]
    for path in folder.glob("g[0-9]*"):
        if path not in kept:
            shutil.rmtree(path, ignore_errors=True)


def matches(generation: Path, spec: Spec) -> bool:
    """Tell whether a generation was written by this very specification."""
    try:
        said = json.loads((generation / "spec.json").read_text(encoding="utf-8"))
        return isinstance(said, dict) and said.get("digest") == spec.digest
    except (OSError, ValueError):
        return False


def open_index(generation: Path) -> tantivy.Index:
    """Open a generation; any Exception when it is broken (the engine's panics included)."""
    try:
        index = tantivy.Index.open(str(generation))
        index.config_reader("manual", 0)
        index.reload()
    except BaseException as broken:
        # The engine answers some damage with a panic, which is no Exception in Python.
        if isinstance(broken, (KeyboardInterrupt, SystemExit)):
            raise
        raise NeedsRebuild("unreadable") from broken
    return index


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a commit says of itself: the change it reflects, and the number of its columns."""

    change: int = 0
    columns: int = 0


def remembered(index: tantivy.Index) -> Remembered:
    """Return what was remembered with the last commit; ValueError or KeyError if garbled."""
    searcher = index.searcher()
    query = tantivy.Query.term_query(index.schema, "owner", META_OWNER, "basic")
    hits = searcher.search(query, 1).hits
    if not hits:
        return Remembered()
    memo = json.loads(str(searcher.doc(hits[0][1]).get_first("memo")))
    return Remembered(change=int(memo["change"]), columns=int(memo["columns"]))


def state(folder: Path | str, spec: Spec) -> State:
    """Say what a folder holds, and whether it must be rebuilt before it can be used."""
    folder = Path(folder)
    generation = current(folder)
    if generation is None:
        return State(needs_rebuild=True, reason="missing")
    if not matches(generation, spec):
        return State(needs_rebuild=True, reason="specification changed", generation=generation.name)
    try:
        Lexicon.load(generation / "lexicon.json")
        index = open_index(generation)
        searcher = index.searcher()
        known = remembered(index)
        if known.columns:
            read_columns(generation, spec, known.columns)
    except (NeedsRebuild, OSError, ValueError, KeyError):
        return State(needs_rebuild=True, reason="unreadable", generation=generation.name)
    size = sum(path.stat().st_size for path in generation.iterdir() if path.is_file())
    return State(
        needs_rebuild=False,
        documents=max(searcher.num_docs - 1, 0),
        segments=searcher.num_segments,
        last_change=known.change,
        columns=known.columns,
        generation=generation.name,
        bytes_on_disk=size,
    )
