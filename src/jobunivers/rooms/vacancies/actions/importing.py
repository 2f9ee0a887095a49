# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking advertisements in: idempotent, in small confirmed batches, with a summary that adds up."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from jobunivers.integrations.jobads.feed import Page
from jobunivers.integrations.jobads.records import BadRecord
from jobunivers.rooms.vacancies.actions.batches import Batch, Confirmed, Item, confirm, to_write
from jobunivers.rooms.vacancies.actions.changing import lock_writers, next_changes, writing
from jobunivers.rooms.vacancies.actions.closing import close_unseen, show_hidden
from jobunivers.rooms.vacancies.actions.sourcing import ensure_source
from jobunivers.rooms.vacancies.actions.storing import content_hash, expiry
from jobunivers.rooms.vacancies.actions.summary import Summary
from jobunivers.rooms.vacancies.actions.understanding import Understander, Understanding
from jobunivers.rooms.vacancies.models import ImportRun, Source

__all__ = [
    "Summary",
    "content_hash",
    "ensure_source",
    "expiry",
    "import_pages",
    "import_records",
    "lock_writers",
    "next_changes",
    "writing",
]

BATCH = 500
# What says that a source was not read to its end, so that nothing may be concluded from absence.
_BROKEN_OFF = {"truncated", "gz_damaged", "archive", "empty", "unknown_format", "no_title_column",
               "unclosed_quote", "feed_loop", "entry_unavailable"}  # fmt: skip

Progress = Callable[[Summary], None]


@dataclass(slots=True)
class _Reading:
    """What a reading of a whole source shows besides its records."""

    whole: bool = True
    vacancies: int = 0

    def note(self, item: Item) -> None:
        if isinstance(item, BadRecord):
            self.whole = self.whole and item.reason not in _BROKEN_OFF
        else:
            self.vacancies += 1


def import_records(
    *,
    source: Source,
    records: Iterable[Item],
    at: datetime,
    complete: bool = False,
    progress: Progress | None = None,
    processes: int = 1,
) -> Summary:
    """Take records in, batch by batch, each confirmed by itself; a rerun changes nothing.

    Args:
        source: where they come from.
        records: vacancies and what could not be read, in the source's order.
        at: now; also the run's mark, by which a record met twice in a run is known.
        complete: the records are all that the source has, so what is not among them has ended.
            Nothing ends when the source broke off or held no advertisement at all.
        progress: called with the counts so far after each batch.
        processes: how many may read texts at once when there are many.
    """
    reading = _Reading()

    def batches() -> Iterator[Batch]:
        iterator = iter(records)
        position = 1
        while items := list(islice(iterator, BATCH)):
            for item in items:
                reading.note(item)
            yield Batch(items, position)
            position += len(items)

    return _run(source, batches(), reading, at, complete=complete, progress=progress,
                processes=processes)  # fmt: skip


def import_pages(
    *,
    source: Source,
    pages: Iterable[Page],
    at: datetime,
    complete: bool = False,
    progress: Progress | None = None,
    processes: int = 1,
) -> Summary:
    """Take a feed's pages in; each page's cursor is stored together with its records.

    A feed that breaks off (FeedUnavailable) is read on from there next time. The arguments are
    those of `import_records`.
    """
    reading = _Reading()

    def batches() -> Iterator[Batch]:
        position = 1
        for page in pages:
            if page.unchanged:
                reading.whole = False  # nothing new is not nothing at all
            for item in page.records:
                reading.note(item)
            yield Batch(list(page.records), position, page.cursor)
            position += len(page.records)

    return _run(source, batches(), reading, at, complete=complete, progress=progress,
                processes=processes)  # fmt: skip


def _run(
    source: Source,
    batches: Iterator[Batch],
    reading: _Reading,
    at: datetime,
    *,
    complete: bool,
    progress: Progress | None,
    processes: int,
) -> Summary:
    with writing(source.municipality_id):
        run = ImportRun.objects.create(
            source=source, municipality_id=source.municipality_id, started_at=at
        )
    total, ended = Summary(), False
    mind = Understander(processes)
    try:
        for batch, meaning in _ahead(source, batches, mind, at=at):
            done: Confirmed = confirm(
                source=source, run=run, batch=batch, meaning=meaning, mind=mind, at=at
            )
            total.add(done.counts)
            ended = ended or done.ended
            if progress:
                progress(total)
        if complete and reading.whole and reading.vacancies:
            total.ended = close_unseen(source=source, at=at)
        if (ended or total.ended) and source.municipality_id is None:
            show_hidden(at=at)
    except BaseException as error:
        _finish(run, total, at=at, failure=f"{type(error).__name__}: {error}"[:300])
        raise
    finally:
        mind.close()
    _finish(run, total, at=at)
    return total


def _ahead(
    source: Source, batches: Iterator[Batch], mind: Understander, *, at: datetime
) -> Iterator[tuple[Batch, Understanding]]:
    """Yield batches in order, while the one after is being understood elsewhere already."""
    waiting: deque[tuple[Batch, Understanding]] = deque()
    for batch in batches:
        with writing(source.municipality_id):
            batch.asked = to_write(source, batch, at=at)
        waiting.append((batch, mind.understand(batch.asked)))
        if len(waiting) > mind.ahead:
            yield waiting.popleft()
    yield from waiting


def _finish(run: ImportRun, total: Summary, *, at: datetime, failure: str = "") -> None:
    with writing(run.municipality_id):
        ImportRun.objects.filter(pk=run.pk).update(finished_at=at, failure=failure, **total.counts)
