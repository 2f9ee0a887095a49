# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search index follows the offers: a projection that can always be built again."""

import logging
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone, translation

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.search import Lexicon, NeedsRebuild, Writer, WriterBusy, rebuild, state
from jobunivers.foundation.search.offers import OFFERS, OfferDocument
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.marketplace.actions.offers import CHANGE_LOCK
from jobunivers.rooms.marketplace.models import Offer, OfferVersion
from jobunivers.rooms.marketplace.queries import changes, words
from jobunivers.rooms.marketplace.queries.index import FOLDER

_EPOCH = date(1970, 1, 1)
_LANGUAGES = ("da", "en")
# Beside the index, outside its generations: whose rows it holds.
_OWNER = "database"
_LAST_DAY = 50_000  # in 2106; later is as good as never
_log = logging.getLogger(__name__)


def bring_index_up_to_date(*, at: datetime, folder: str = FOLDER) -> int:
    """Let the index follow every change since it was last written; return how many rows it read.

    An index that is missing, broken, outdated or another database's is built anew. Another
    process that is writing does the work instead, and this returns 0.
    """
    path = Path(settings.SEARCH_FOLDER) / folder
    newest = _settled_change()
    found = state(path, OFFERS)
    try:
        behind = found.needs_rebuild or found.last_change > newest
        if behind or _belongs_to(path) != changes.database_mark():
            return _rebuild(path, newest, at=at)
        try:
            with Writer(path, OFFERS) as writer:
                return _follow(writer, since=writer.last_change, newest=newest, at=at)
        except (NeedsRebuild, ValueError, OSError) as broken:
            # The engine finds some damage only when it works on it.
            _log.warning("the index of offers is built anew: %s", type(broken).__name__)
            return _rebuild(path, newest, at=at)
    except WriterBusy:
        return 0


@transaction.atomic
def _settled_change() -> int:
    """Return a change number up to which everything is visible, waiting for who is writing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHANGE_LOCK])
    return changes.last_change()


def _belongs_to(path: Path) -> str:
    try:
        return (path / _OWNER).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _follow(writer: Writer, *, since: int, newest: int, at: datetime) -> int:
    """Write what has changed. Own rows are read kommune by kommune: the locks stay on."""
    if newest <= since:
        return 0
    read, last = 0, since
    for owner in changes.owners():
        for rows in changes.changed(owner, since=since, newest=newest):
            alive = [row for row in rows if changes.is_shown(row, at=at)]
            writer.delete([row.pk for row in rows if not changes.is_shown(row, at=at)])
            writer.put(document.document() for document in documents(alive))
            last = max(last, *(row.change for row in rows))
            read += len(rows)
    if read:
        writer.commit(change=last)
    return read


def _rebuild(path: Path, newest: int, *, at: datetime) -> int:
    labels = [entry.text for entry in taxonomy.title_entries()]
    labels += [entry.text for entry in taxonomy.skill_entries()]
    synonyms = {word: tuple(means) for word, means in taxonomy.synonyms().items()}
    lexicon = Lexicon.build(labels, [], synonyms=synonyms or None)
    read = last = 0
    with rebuild(path, OFFERS, lexicon) as writer:
        for owner in changes.owners():
            for rows in changes.changed(owner, since=0, newest=newest):
                alive = [row for row in rows if changes.is_shown(row, at=at)]
                writer.put(document.document() for document in documents(alive))
                last = max(last, *(row.change for row in rows))
                read += len(rows)
        writer.commit(change=last)
    (path / _OWNER).write_text(changes.database_mark(), encoding="utf-8")
    return read


def documents(rows: Sequence[Offer]) -> Iterator[OfferDocument]:
    """Yield what search knows of each offer; those without a version are passed over."""
    told = [(row, row.current) for row in rows if row.current is not None]
    uris = {uri for _row, said in told for uri in (*said.skills, *said.occupations)}
    labels = {lang: taxonomy.labels(list(uris), lang) for lang in _LANGUAGES}
    kommuner = {area.code: area.name for area in places.kommuner()}
    for row, said in told:
        yield _document(row, said, labels=labels, kommuner=kommuner)


def _document(
    row: Offer,
    said: OfferVersion,
    *,
    labels: dict[str, dict[str, str]],
    kommuner: dict[str, str],
) -> OfferDocument:
    its = [*said.skills, *said.occupations]
    with translation.override("da"):
        categories = words.value_words("category", said.categories)
    return OfferDocument(
        id=row.pk,
        owner=row.municipality_id or 0,
        titles={
            lang: text for lang, text in (("da", said.title_da), ("en", said.title_en)) if text
        },
        body=f"{said.summary_da} {said.summary_en} {said.about_da} {said.about_en}",
        vendor=row.vendor.name if row.vendor else said.written_by,
        vendor_id=row.vendor_id,
        kind=row.kind,
        source=row.source,
        format=said.format,
        languages=said.languages,
        level=said.level,
        categories=categories,
        kommuner=said.kommuner,
        kommune_names=[kommuner[code] for code in said.kommuner if code in kommuner],
        minutes=said.minutes,
        skills=said.skills,
        occupations=said.occupations,
        labels={
            lang: [found[uri] for uri in its if uri in found] for lang, found in labels.items()
        },
        published=_day(row.published_at or row.created_at),
        starts=_day(said.starts_at) if said.starts_at else None,
        # The day it ends it is still found; the shelves know the hour.
        expires=_day(said.ends_at) if said.ends_at else None,
    )


def _day(at: datetime) -> int:
    return min(max((timezone.localdate(at) - _EPOCH).days, 0), _LAST_DAY)
