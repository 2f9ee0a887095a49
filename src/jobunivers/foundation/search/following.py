# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""An index follows the rows of a room: a projection that can always be built again."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from jobunivers.foundation.search.lexicon import Lexicon
from jobunivers.foundation.search.spec import Document, Spec
from jobunivers.foundation.search.store import NeedsRebuild, WriterBusy, state
from jobunivers.foundation.search.writing import Writer, rebuild

# Beside the index, outside its generations: whose rows it holds.
_OWNER = "database"
_log = logging.getLogger(__name__)


class Changing(Protocol):
    """A row that has a number of its own and the number of its last change."""

    @property
    def pk(self) -> int:
        """Return its number."""

    @property
    def change(self) -> int:
        """Return the number of its last change."""


Row = TypeVar("Row", bound=Changing)


class Changed(Protocol[Row]):
    """A way to an owner's rows."""

    def __call__(self, owner: int | None, *, since: int, newest: int) -> Iterator[list[Row]]:
        """Yield those changed since, up to `newest`, in order of change, some at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed(Generic[Row]):
    """How a room's rows become an index.

    Attributes:
        spec: what the index holds of each.
        mark: what tells this database, in its present life, from any other or a restored one.
        owners: whose rows there may be. Own rows are read kommune by kommune: the locks stay on.
        changed: an owner's rows that have changed.
        open_rows: the same for an index built anew; rows that nobody finds may be left out.
        is_shown: whether a row can be found.
        documents: what search knows of each row.
        lexicon: the words an index built anew knows.
    """

    spec: Spec
    mark: Callable[[], str]
    owners: Callable[[], Sequence[int | None]]
    changed: Changed[Row]
    open_rows: Changed[Row]
    is_shown: Callable[[Row], bool]
    documents: Callable[[Sequence[Row]], Iterator[Document]]
    lexicon: Callable[[], Lexicon]


def bring_up_to_date(path: Path, followed: Followed[Row], *, newest: int) -> int:
    """Let an index follow every change up to `newest`; return how many rows it read.

    An index that is missing, broken, outdated or another database's is built anew. Another
    process that is writing does the work instead, and this returns 0.
    """
    found = state(path, followed.spec)
    try:
        behind = found.needs_rebuild or found.last_change > newest
        if behind or _belongs_to(path) != followed.mark():
            return _rebuild(path, followed, newest)
        try:
            with Writer(path, followed.spec) as writer:
                return _follow(writer, followed, newest)
        except (NeedsRebuild, ValueError, OSError) as broken:
            # The engine finds some damage only when it works on it.
            _log.warning("the index of %s is built anew: %s", path.name, type(broken).__name__)
            return _rebuild(path, followed, newest)
    except WriterBusy:
        return 0


def _belongs_to(path: Path) -> str:
    try:
        return (path / _OWNER).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _follow(writer: Writer, followed: Followed[Row], newest: int) -> int:
    since = last = writer.last_change
    read = 0
    if newest <= since:
        return 0
    for owner in followed.owners():
        for rows in followed.changed(owner, since=since, newest=newest):
            shown = [row for row in rows if followed.is_shown(row)]
            writer.delete([row.pk for row in rows if not followed.is_shown(row)])
            writer.put(followed.documents(shown))
            last = max(last, *(row.change for row in rows))
            read += len(rows)
    if read:
        writer.commit(change=last)
    return read


def _rebuild(path: Path, followed: Followed[Row], newest: int) -> int:
    read = last = 0
    with rebuild(path, followed.spec, followed.lexicon()) as writer:
        for owner in followed.owners():
            for rows in followed.open_rows(owner, since=0, newest=newest):
                writer.put(followed.documents([row for row in rows if followed.is_shown(row)]))
                last = max(last, *(row.change for row in rows))
                read += len(rows)
        writer.commit(change=last)
    (path / _OWNER).write_text(followed.mark(), encoding="utf-8")
    return read
