# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search index follows the rows: a projection that can always be built again."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.search import Lexicon
from jobunivers.foundation.search.following import Followed, bring_up_to_date
from jobunivers.foundation.search.vacancies import VACANCIES, VacancyDocument
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.taxonomy.meaning import PROBABLY
from jobunivers.foundation.taxonomy.models import Skill
from jobunivers.rooms.vacancies.actions.changing import settled_change
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.queries import changes

_EPOCH = date(1970, 1, 1)
_LANGUAGES = ("da", "en")
# A sample is enough to learn which words the advertisements are made of.
_LEXICON_TEXTS = 2000
_INDEXED_BODY = 20_000
# Group and area are wide drawers: a wrong one costs less than none.
LIKELY = 0.3
_LAST_DAY = 50_000  # in 2106; later is as good as never
_HOURS_A_WEEK = 168
_RELATED = ("employer", "source")
_FIELDS = (
    "pk", "municipality_id", "title", "text", "language", "occupation_uri", "isco", "skills",
    "area", "kommune_code", "latitude", "longitude", "hours_min", "hours_max", "employment_types",
    "remote_share", "deadline", "published_at", "expires_at", "closed_at", "duplicate_of_id",
    "change", "occupation_confidence", "isco_given", "employer__name", "employer_id",
    "source__code",
)  # fmt: skip


def bring_index_up_to_date(*, at: datetime, folder: str = "vacancies") -> int:
    """Let the index follow every change since it was last written; return how many rows it read.

    An index that is missing, broken, outdated or another database's is built anew. Another
    process that is writing does the work instead, and this returns 0.
    """
    return bring_up_to_date(
        Path(settings.SEARCH_FOLDER) / folder,
        Followed(
            spec=VACANCIES,
            mark=changes.database_mark,
            owners=changes.owners,
            changed=partial(changes.changed, fields=_FIELDS, related=_RELATED),
            open_rows=partial(changes.changed, fields=_FIELDS, related=_RELATED, only_open=True),
            is_shown=lambda row: changes.is_shown(row, at=at),
            documents=lambda rows: (one.document() for one in documents(rows)),
            lexicon=_lexicon,
        ),
        newest=settled_change(),
    )


def _lexicon() -> Lexicon:
    labels = [entry.text for entry in taxonomy.title_entries()]
    labels += [entry.text for entry in taxonomy.skill_entries()]
    sample = Vacancy.objects.filter(changes.rows_of(None), closed_at=None).order_by("-pk")
    texts = [text[:4000] for text in sample.values_list("text", flat=True)[:_LEXICON_TEXTS]]
    synonyms = {word: tuple(means) for word, means in taxonomy.synonyms().items()}
    return Lexicon.build(labels, texts, synonyms=synonyms or None)


def documents(rows: Sequence[Vacancy]) -> Iterator[VacancyDocument]:
    """Yield what search knows of each advertisement."""
    occupations = {row.occupation_uri for row in rows if row.occupation_uri}
    skills = {skill["uri"] for row in rows for skill in row.skills}
    labels = {lang: taxonomy.labels([*occupations, *skills], lang) for lang in _LANGUAGES}
    numbers = dict(Skill.objects.filter(uri__in=skills).order_by().values_list("uri", "pk"))
    kommuner = {area.code: area for area in places.kommuner()}
    for row in rows:
        uris = [skill["uri"] for skill in row.skills]
        kommune = kommuner.get(row.kommune_code)
        # A guess that is more likely wrong must not be found as if it were said.
        surely = row.isco_given or row.occupation_confidence >= PROBABLY
        likely = surely or not row.occupation_uri or row.occupation_confidence >= LIKELY
        yield VacancyDocument(
            id=row.pk,
            owner=row.municipality_id or 0,
            title=row.title,
            employer=row.employer.name if row.employer else "",
            employer_id=row.employer_id,
            body=row.text[:_INDEXED_BODY],
            language=row.language,
            occupation=row.occupation_uri if surely else "",
            occupation_labels={
                lang: found[row.occupation_uri]
                for lang, found in labels.items()
                if surely and row.occupation_uri in found
            },
            isco=row.isco if likely else "",
            skills=[numbers[uri] for uri in uris if uri in numbers],
            skill_labels={
                lang: [found[uri] for uri in uris if uri in found] for lang, found in labels.items()
            },
            area=row.area if likely else "",
            kommune=row.kommune_code,
            kommune_name=kommune.name if kommune else "",
            region=kommune.region_code if kommune else "",
            lat=row.latitude,
            lon=row.longitude,
            hours_min=_whole(row.hours_min),
            hours_max=_whole(row.hours_max),
            working_time=_working_time(row),
            remote=row.remote_share,
            deadline=_day(row.deadline) if row.deadline else None,
            published=_day(timezone.localdate(row.published_at)),
            # The day an advertisement ends it is still shown, when it ends at midnight it is not.
            expires=_day(timezone.localdate(row.expires_at)),
            source=row.source.code,
        )


def day_number(day: date) -> int:
    """Return days since 1970-01-01."""
    return (day - _EPOCH).days


def _day(day: date) -> int:
    # A year like 0221 or 9999 is a slip of the pen; the engine takes no negative days.
    return min(max(day_number(day), 0), _LAST_DAY)


def _whole(hours: float | None) -> int | None:
    return None if hours is None else min(max(round(hours), 0), _HOURS_A_WEEK)


def _working_time(row: Vacancy) -> str:
    kinds = set(row.employment_types)
    if "FULL_TIME" in kinds:
        return "full"
    return "part" if "PART_TIME" in kinds else ""
