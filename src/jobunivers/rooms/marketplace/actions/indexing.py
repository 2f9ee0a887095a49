# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search index follows the offers: a projection that can always be built again."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone, translation

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.search import Lexicon
from jobunivers.foundation.search.following import Followed, bring_up_to_date
from jobunivers.foundation.search.offers import OFFERS, OfferDocument
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.marketplace.actions.offers import CHANGE_LOCK
from jobunivers.rooms.marketplace.models import Offer, OfferVersion
from jobunivers.rooms.marketplace.queries import changes, words
from jobunivers.rooms.marketplace.queries.index import FOLDER

_EPOCH = date(1970, 1, 1)
_LANGUAGES = ("da", "en")
_LAST_DAY = 50_000  # in 2106; later is as good as never


def bring_index_up_to_date(*, at: datetime, folder: str = FOLDER) -> int:
    """Let the index follow every change since it was last written; return how many rows it read.

    An index that is missing, broken, outdated or another database's is built anew. Another
    process that is writing does the work instead, and this returns 0.
    """
    return bring_up_to_date(
        Path(settings.SEARCH_FOLDER) / folder,
        Followed(
            spec=OFFERS,
            mark=changes.database_mark,
            owners=changes.owners,
            changed=changes.changed,
            open_rows=changes.changed,
            is_shown=lambda row: changes.is_shown(row, at=at),
            documents=lambda rows: (one.document() for one in documents(rows)),
            lexicon=_lexicon,
        ),
        newest=_settled_change(),
    )


@transaction.atomic
def _settled_change() -> int:
    """Return a change number up to which everything is visible, waiting for who is writing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHANGE_LOCK])
    return changes.last_change()


def _lexicon() -> Lexicon:
    labels = [entry.text for entry in taxonomy.title_entries()]
    labels += [entry.text for entry in taxonomy.skill_entries()]
    synonyms = {word: tuple(means) for word, means in taxonomy.synonyms().items()}
    return Lexicon.build(labels, [], synonyms=synonyms or None)


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
