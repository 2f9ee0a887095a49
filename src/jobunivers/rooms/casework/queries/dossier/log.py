# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log of her way: what happened, newest first, told by every room that knows something."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from jobunivers.foundation import together
from jobunivers.identity import queries as identity
from jobunivers.rooms.casework.queries.dossier.asking import log_question
from jobunivers.trust import dossier
from jobunivers.trust.dossier import Happening, Log, Showing

ON_A_PAGE = 30
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_CURSOR = re.compile(r"([0-9]{1,17})-([0-9]{1,5})", re.ASCII)
Asked = tuple[Log, together.Question]


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line: of which kind it is, what happened, and who did it ("" for herself)."""

    log: Log
    happening: Happening
    who: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of the log. `next` is the address' cursor of the older ones, "" at the end."""

    lines: Sequence[LogLine]
    kinds: Sequence[tuple[str, str]]
    kind: str
    first: bool
    next: str
    looks: Sequence[str]


def logs_for(role: str, kind: str = "") -> list[Log]:
    """Return the logs that a role reads: one kind, or all when no such kind is known."""
    known = dossier.logs(role)
    return [log for log in known if log.code == kind] or known


def ask_logs(showing: Showing, logs: Iterable[Log], until: datetime, most: int) -> list[Asked]:
    """Return the question of each log for its newest lines up to a moment."""
    return [(log, log_question(log, showing, until, most)) for log in logs]


def merged(showing: Showing, asked: Iterable[Asked]) -> list[LogLine]:
    """Return the answers as lines, newest first; names are found for all together."""
    told = [(log, one) for log, rows in asked for one in log.tell(showing, list(rows))]
    told.sort(key=lambda line: line[1].at, reverse=True)  # stable: of one moment by log, in order
    return [LogLine(log, one, "") for log, one in told]


def with_names(lines: Sequence[LogLine]) -> list[LogLine]:
    """Return the lines with the names of those who acted, found in one question."""
    wanted = {line.happening.by_id for line in lines} - {None}
    names = identity.names(ids=[pk for pk in wanted if pk is not None]) if wanted else {}
    return [
        LogLine(
            line.log,
            line.happening,
            line.happening.by or names.get(line.happening.by_id or 0, ("", ""))[0],
        )
        for line in lines
    ]


def log_page(showing: Showing, *, kind: str, cursor: str) -> LogPage:
    """Return a page of the log.

    Args:
        showing: who is shown to whom.
        kind: the code of a log, to see its lines alone; another word is no choice.
        cursor: where the page begins, as `LogPage.next` said it; nonsense is the beginning.
    """
    logs = logs_for(showing.role, kind)
    until, skip = _read(cursor, showing.at)
    most = ON_A_PAGE + skip + 1
    asked = ask_logs(showing, logs, until, most)
    together.ask([question for _, question in asked])
    found = merged(showing, asked)
    page = found[skip : skip + ON_A_PAGE]
    more = len(found) > skip + ON_A_PAGE
    return LogPage(
        lines=with_names(page),
        kinds=_kinds(showing.role),
        kind=kind if len(logs) == 1 and logs[0].code == kind else "",
        first=until == showing.at,
        next=_cursor(found[: skip + ON_A_PAGE]) if more else "",
        looks=list(dict.fromkeys(look for log in logs for look in log.looks)),
    )


def _kinds(role: str) -> list[tuple[str, str]]:
    return sorted(((log.code, str(log.name)) for log in dossier.logs(role)), key=lambda k: k[1])


def _read(cursor: str, now: datetime) -> tuple[datetime, int]:
    """Return the moment a page begins at, and how many lines of that moment were shown before."""
    read = _CURSOR.fullmatch(cursor)
    if read is None:
        return now, 0
    try:
        until = _EPOCH + int(read[1]) * _MICROSECOND
    except OverflowError:
        return now, 0
    return (until, int(read[2])) if until < now else (now, 0)


def _cursor(shown: Sequence[LogLine]) -> str:
    last = shown[-1].happening.at
    same = sum(line.happening.at == last for line in shown)
    return f"{(last - _EPOCH) // _MICROSECOND}-{same}"
