# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A source over HTTP as pages of advertisements, from where we stopped last time."""

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

import orjson

from jobunivers.integrations.jobads.building import Members, bad
from jobunivers.integrations.jobads.reading import read, sniff
from jobunivers.integrations.jobads.records import BadRecord, Outcome, VacancyRecord
from jobunivers.integrations.jobads.web import (
    AddressRefused,
    Answer,
    Cursor,
    FeedSource,
    FeedUnavailable,
    NotThere,
    Web,
)

__all__ = ["AddressRefused", "FeedSource", "FeedUnavailable", "Health", "Page", "check", "fetch"]

BATCH = 500  # records a page at most, so that a large file comes in several
_PAGING_LIMIT = 16 * 1024 * 1024  # a feed page is smaller; a larger body is a file
_MOST_PAGES = 100_000
_CHECK_SECONDS = 10.0
_HEAD = 64 * 1024
_FAILED_ENTRIES = 3  # one after the other: then it is not the entry but the source
_NEXT_KEYS = ("next_url", "nextUrl", "next", "next_page_url")


@dataclass(frozen=True, slots=True)
class Page:
    """Some records, and the cursor to store once they are stored."""

    records: tuple[Outcome, ...]
    cursor: str
    url: str
    unchanged: bool = False  # the source says that nothing is new


@dataclass(frozen=True, slots=True)
class Health:
    """What a status page shows about a source."""

    ok: bool
    detail: str  # English sentence
    milliseconds: float
    format: str = ""


def fetch(
    source: FeedSource, cursor: str = "", *, sleep: Callable[[float], None] = time.sleep
) -> Iterator[Page]:
    """Yield the pages of a source that are new since `cursor`; "" means from the beginning.

    Storing a page's records and its cursor together makes the import safe to stop anywhere: what
    comes twice is the same record again. A page that is gone starts the source from its beginning.

    Raises:
        FeedUnavailable: the source does not answer; ask again later with the last cursor.
    """
    web = Web(source, sleep=sleep)
    try:
        yield from _pages(source, Cursor.of(cursor, source), web)
    finally:
        web.close()


def _pages(source: FeedSource, at: Cursor, web: Web) -> Iterator[Page]:
    seen: set[str] = set()
    for _ in range(_MOST_PAGES):
        if at.url in seen:
            detail = "The feed names a page as next that has been read in this round."
            yield Page((bad(1, "feed_loop", "", detail=detail),), at.text(), at.url)
            return
        seen.add(at.url)
        try:
            answer = web.get(at.url, etag=at.etag, modified=at.modified)
        except NotThere:
            if at.url == source.url:
                raise
            at = Cursor(source.url)  # the feed was renumbered: everything once more
            continue
        with answer.body:
            here = Cursor(at.url, answer.etag, answer.modified)
            if answer.unchanged:
                yield Page((), at.text(), at.url, unchanged=True)
                return
            following = _next_url(answer)
            yield from _batches(source, answer, at, Cursor(following) if following else here, web)
        if not following:
            return
        at = Cursor(following)


def _batches(
    source: FeedSource, answer: Answer, before: Cursor, after: Cursor, web: Web
) -> Iterator[Page]:
    """Yield an answer's records in batches; only the last one moves the cursor."""
    options = replace(source.options, page_url=source.options.page_url or answer.url)
    outcomes = _whole(read(answer.body, source.format, options), answer.url, source, web)
    batch = tuple(itertools.islice(outcomes, BATCH))
    while True:
        following = tuple(itertools.islice(outcomes, BATCH))
        yield Page(batch, (before if following else after).text(), answer.url)
        if not following:
            return
        batch = following


def _whole(
    outcomes: Iterator[Outcome], page_url: str, source: FeedSource, web: Web
) -> Iterator[Outcome]:
    """Yield the records, fetching the advertisement where the page has only a line about it."""
    for outcome in outcomes:
        if not (isinstance(outcome, VacancyRecord) and "summary_only" in outcome.warnings):
            yield outcome
            continue
        try:
            yield _entry(outcome, page_url, source, web)
            web.failed_entries = 0
        except FeedUnavailable as error:
            web.failed_entries += 1
            if web.failed_entries >= _FAILED_ENTRIES:
                raise
            yield bad(1, "entry_unavailable", outcome.original, detail=str(error),
                      source_id=outcome.source_id)  # fmt: skip


def _entry(summary: VacancyRecord, page_url: str, source: FeedSource, web: Web) -> Outcome:
    address = _object(orjson.loads(summary.original)).get("url")
    if not isinstance(address, str):
        return summary
    try:
        answer = web.get(urljoin(page_url, address))
    except NotThere:
        return replace(summary, closed=True, warnings=("entry_gone",))
    except AddressRefused as refused:
        return bad(1, "address_refused", summary.original, detail=str(refused),
                   source_id=summary.source_id)  # fmt: skip
    with answer.body:
        found = list(itertools.islice(read(answer.body, source.format, source.options), 2))
    if len(found) == 1 and isinstance(found[0], VacancyRecord):
        return found[0]
    if len(found) == 1 and isinstance(found[0], BadRecord):
        return replace(found[0], source_id=summary.source_id)
    return summary


def _object(value: object) -> Members:
    return value if isinstance(value, dict) else {}


def _next_url(answer: Answer) -> str:
    """Return the address of the page after this one, "" if it is the last or there are no pages."""
    start = answer.body.read(1)
    size = answer.body.seek(0, 2)
    answer.body.seek(0)
    if start != b"{" or size > _PAGING_LIMIT:
        return ""
    try:
        page = _object(orjson.loads(answer.body.read()))
    except ValueError:
        return ""  # half a page: the reader says so
    finally:
        answer.body.seek(0)
    if not any(isinstance(page.get(key), list) for key in ("items", "content", "ads")):
        return ""
    for key in _NEXT_KEYS:
        if isinstance(page.get(key), str) and page[key]:
            return urljoin(answer.url, str(page[key]))
    number, total = page.get("number"), page.get("totalPages")
    if isinstance(number, int) and isinstance(total, int) and number + 1 < total:
        return _with_page(answer.url, number + 1)
    return ""


def _with_page(url: str, number: int) -> str:
    parts = urlsplit(url)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != "page"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("page", str(number))])))


def check(source: FeedSource) -> Health:
    """Return whether a source answers with something that can be read, for the status page."""
    started = time.monotonic()
    hurried = replace(
        source,
        max_seconds=min(source.max_seconds, _CHECK_SECONDS),
        timeout=min(source.timeout, _CHECK_SECONDS),
    )
    web = Web(hurried, only_bytes=_HEAD)
    try:
        answer = web.get(source.url, attempts=1)
        with answer.body:
            head = answer.body.read(_HEAD)
    except FeedUnavailable as error:
        return Health(ok=False, detail=str(error), milliseconds=_since(started))
    finally:
        web.close()
    found = sniff(head)
    if not found:
        detail = "It answers, but not with advertisements in a format that is known."
        return Health(ok=False, detail=detail, milliseconds=_since(started))
    return Health(ok=True, detail="It answers.", milliseconds=_since(started), format=found)


def _since(started: float) -> float:
    return (time.monotonic() - started) * 1_000
