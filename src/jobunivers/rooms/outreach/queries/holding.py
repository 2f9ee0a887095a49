# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom something is not sent to, and why: asked for the preview, and again when it goes."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.outreach.models import NoMore, Push, PushRecipient, Stand, What
from jobunivers.rooms.vacancies.queries.acts import who_acted

HAD_WITHIN = timedelta(days=90)
ABSENT, AT_WORK, NO_MORE, HAD, APPLIED, HIDDEN = (
    "absent", "at_work", "no_more", "had", "applied", "hidden",
)  # fmt: skip
LEFT, GONE, CROWDED, STOPPED = "left", "gone", "crowded", "stopped"


def held_back(push: Push, ids: Sequence[int], *, at: datetime) -> dict[int, str]:
    """Return the reason of each of these citizens who does not get it now; the first that holds.

    What she has said herself weighs as much as what the kommune knows: who wants no more of a kind,
    has applied for the job or does not want to see it, is left alone.
    """
    found: dict[int, str] = {}
    asked = [
        (ABSENT, set(journey.absent_on(timezone.localdate(at), ids))),
        (AT_WORK, set() if push.what == What.MESSAGE else journey.at_work_again(ids)),
        (NO_MORE, _no_more(push, ids)),
        *_of_the_job(push),
        (HAD, _had(push, ids, at=at)),
    ]
    mine = set(ids)
    for reason, people in asked:
        for one in people & mine:
            found.setdefault(one, reason)
    return found


def _no_more(push: Push, ids: Sequence[int]) -> set[int]:
    said = NoMore.objects.filter(what=push.what, citizen_id__in=ids).order_by()
    return set(said.values_list("citizen_id", flat=True))


def _of_the_job(push: Push) -> list[tuple[str, set[int]]]:
    if push.what != What.JOB or not push.thing.isdecimal():
        return []
    acts = who_acted(vacancy_id=int(push.thing))
    return [(APPLIED, set(acts["applied"])), (HIDDEN, set(acts["hidden"]))]


def _had(push: Push, ids: Sequence[int], *, at: datetime) -> set[int]:
    """Return who has got the same thing from staff lately; words alone are never the same."""
    same = same_thing(push)
    if same is None:
        return set()
    rows = PushRecipient.objects.filter(
        push__in=same, state=Stand.SENT, at__gte=at - HAD_WITHIN, citizen_id__in=ids
    ).order_by()
    return set(rows.values_list("citizen_id", flat=True))


def same_thing(push: Push) -> list[int] | None:
    """Return the other pushes of the same thing; None when it can be the same as nothing."""
    if push.what == What.MESSAGE or not (push.thing or push.path):
        return None
    other = Push.objects.filter(what=push.what).exclude(pk=push.pk).order_by("pk")
    alike = other.filter(thing=push.thing) if push.thing else other.filter(path=push.path)
    return list(alike.values_list("pk", flat=True))


def sent_already(push: Push) -> int:
    """Return how many have got the same thing from staff, ever."""
    same = same_thing(push)
    if not same:
        return 0
    return PushRecipient.objects.filter(push__in=same, state=Stand.SENT).count()
