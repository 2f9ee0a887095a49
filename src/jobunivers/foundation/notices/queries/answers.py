# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who answers pushes: what segmentation asks."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max, Q
from django.db.models.functions import Greatest

from jobunivers.foundation.notices.models import Notice

_AT_A_TIME = 20_000
_ANSWERED = Q(opened_at__isnull=False) | Q(acted_at__isnull=False) | Q(read_at__isnull=False)


def unanswered(
    citizen_ids: Iterable[int], since: datetime, *, also_inside: bool = False
) -> dict[int, int]:
    """Return how many pushes in a row each citizen has not answered, up to now.

    A push is a notice that asks her to do something and left the house as e-mail or to her phone
    (with `also_inside` those count too that only stood on her pages). An answer is that she
    opened it, read it on her pages, or did what it was for; it begins the row anew. Whoever has
    an answer last, or got nothing, has 0; nobody who was asked about is left out.
    """
    ids = list(citizen_ids)
    found = dict.fromkeys(ids, 0)
    pushes = Notice.objects.filter(wants_answer=True, created_at__gte=since).order_by()
    if not also_inside:
        pushes = pushes.filter(sent_at__isnull=False)
    for start in range(0, len(ids), _AT_A_TIME):
        some = pushes.filter(person_id__in=ids[start : start + _AT_A_TIME])
        ends = some.filter(_ANSWERED).values("person_id").annotate(end=Max("created_at"))
        ended = dict(ends.values_list("person_id", "end"))
        silent = some.exclude(_ANSWERED)
        for person_id, created_at in silent.values_list("person_id", "created_at"):
            end = ended.get(person_id)
            if end is None or created_at > end:
                found[person_id] += 1
    return found


def last_answer(citizen_ids: Iterable[int]) -> dict[int, datetime]:
    """Return when each citizen last answered a push; who never did is not in it."""
    ids = list(citizen_ids)
    found: dict[int, datetime] = {}
    for start in range(0, len(ids), _AT_A_TIME):
        rows = Notice.objects.filter(
            _ANSWERED, wants_answer=True, person_id__in=ids[start : start + _AT_A_TIME]
        ).order_by()
        # PostgreSQL's GREATEST passes over what is not there.
        latest_of = rows.values("person_id").annotate(
            at=Max(Greatest("opened_at", "acted_at", "read_at"))
        )
        found.update(latest_of.values_list("person_id", "at"))
    return found
