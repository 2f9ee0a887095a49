# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is kept so that an answer can be made again, and when it is let go."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np
from django.db.models import Exists, OuterRef, Q, QuerySet

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.rooms.tailored.models import ListShown, OpeningVersion, RecommendationRun
from jobunivers.science.matching import Openings, Vocabulary

# So long can anybody ask why she was shown something, and get the true answer.
KEPT = timedelta(days=90)
# A page that is being made this moment may still say that it showed a run.
_UNSEEN = timedelta(days=1)
_AT_A_TIME = 1_000


def keep_versions(
    openings: Openings,
    vocabulary: Vocabulary,
    *,
    owner: int | None,
    gone: Sequence[int],
    at: datetime,
) -> None:
    """Keep each opening as it looks now; what it replaces is kept for 90 days more."""
    digests = signed(openings)
    now = dict(zip(openings.id.tolist(), digests, strict=True))
    with writing_shared() if owner is None else working_for(owner):
        rows = OpeningVersion.objects.filter(vacancy_id__in=[*now, *gone])
        same = {
            pk: vacancy_id
            for pk, vacancy_id, digest in rows.values_list("pk", "vacancy_id", "digest")
            if now.get(vacancy_id) == digest
        }
        there = set(same.values())
        rows.filter(replaced_at=None).exclude(pk__in=list(same)).update(replaced_at=at)
        rows.filter(pk__in=list(same)).exclude(replaced_at=None).update(replaced_at=None)
        OpeningVersion.objects.bulk_create(
            (
                OpeningVersion(
                    municipality_id=owner,
                    vacancy_id=vacancy_id,
                    digest=digest,
                    features=openings.features(row, vocabulary),
                    made_at=at,
                )
                for row, (vacancy_id, digest) in enumerate(now.items())
                if vacancy_id not in there
            ),
            batch_size=_AT_A_TIME,
        )


def end_versions(openings: Openings, *, at: datetime) -> None:
    """Note that what is kept of an opening that is no longer open was replaced.

    For a world that was made anew: what ended while there was none was told to nobody.
    """
    there = openings.id.tolist()
    with writing_shared():
        _ended(OpeningVersion.objects.filter(municipality=None), there, at)
    for municipality in tenancy.opened():
        with working_for(municipality.pk):
            _ended(OpeningVersion.objects.filter(municipality=municipality), there, at)


def _ended(rows: QuerySet[OpeningVersion], there: list[int], at: datetime) -> None:
    known = set(rows.filter(replaced_at=None).values_list("vacancy_id", flat=True))
    gone = sorted(known.difference(there))
    rows.filter(replaced_at=None, vacancy_id__in=gone).update(replaced_at=at)


def signed(openings: Openings) -> list[int]:
    """Return the openings' digests as the database keeps them: signed 64-bit numbers."""
    numbers: list[int] = openings.digest.astype(np.uint64).view(np.int64).tolist()
    return numbers


def forget_old(*, at: datetime) -> dict[str, int]:
    """Let go of runs and versions that nobody may ask about any more; return how many."""
    forgotten = {"runs": 0, "openings": 0}
    limit = at - KEPT
    with writing_shared():
        shared = OpeningVersion.objects.filter(municipality=None, replaced_at__lt=limit)
        forgotten["openings"] += shared.delete()[0]
    for municipality in tenancy.opened():
        with working_for(municipality.pk):
            own = OpeningVersion.objects.filter(municipality=municipality, replaced_at__lt=limit)
            forgotten["openings"] += own.delete()[0]
            forgotten["runs"] += superseded(at=at).delete()[0]
    return forgotten


def superseded(*, at: datetime) -> QuerySet[RecommendationRun]:
    """Return runs that were replaced: those never shown after a day, the others after 90."""
    shown = Exists(ListShown.objects.filter(run_id=OuterRef("pk")))
    replaced = RecommendationRun.objects.filter(current=False, computed_at__lt=at - _UNSEEN)
    return replaced.filter(~shown | Q(computed_at__lt=at - KEPT))
