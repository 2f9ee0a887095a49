# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom something is not sent to, and why: asked for the preview, and again when it goes."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from jobunivers.identity import queries as identity
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.marketplace import queries as marketplace
from jobunivers.rooms.marketplace.queries.conditions import users_of
from jobunivers.rooms.outreach.models import (
    NoMore,
    NoTrigger,
    Push,
    PushRecipient,
    Stand,
    What,
)
from jobunivers.rooms.outreach.queries.contents import offer_of
from jobunivers.rooms.segmentation.queries.conditions import courses_now
from jobunivers.rooms.vacancies.queries.acts import who_acted

HAD_WITHIN = timedelta(days=90)
ABSENT, AT_WORK, NO_MORE, HAD, APPLIED, HIDDEN = (
    "absent", "at_work", "no_more", "had", "applied", "hidden",
)  # fmt: skip
LEFT, GONE, CROWDED, STOPPED = "left", "gone", "crowded", "stopped"
BEGUN, OFF_SHELF = "begun", "off_shelf"  # of an offer
# Of what a rule sends: no person has looked at these people by name.
PROTECTED, NO_RULE, RESTED, ENOUGH = "protected", "no_rule", "rested", "enough"


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
        *_of_the_offer(push, ids, at=at),
        *_of_the_rule(push, ids),
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


def _of_the_offer(push: Push, ids: Sequence[int], *, at: datetime) -> list[tuple[str, set[int]]]:
    """Return who has begun the offer, and those on whose shelves it does not stand."""
    offer_id = offer_of(push)
    if offer_id is None:
        return []
    placed, course = courses_now(ids)
    mine = dict(zip(placed.tolist(), course.tolist(), strict=True))
    stands = {
        code: offer_id in marketplace.standing_ids(code or None, at=at)
        for code in {"", *mine.values()}
    }
    off = {one for one in ids if not stands[mine.get(one, "")]}
    return [(BEGUN, users_of(offer_id)), (OFF_SHELF, off)]


def _of_the_rule(push: Push, ids: Sequence[int]) -> list[tuple[str, set[int]]]:
    """Return whom nothing is sent to by rules: the protected, and who wants nothing by this one."""
    version = push.trigger_version
    if version is None:
        return []
    no = NoTrigger.objects.filter(trigger_id=version.trigger_id, citizen_id__in=ids).order_by()
    return [
        (PROTECTED, identity.protected_ids(ids)),
        (NO_RULE, set(no.values_list("citizen_id", flat=True))),
    ]


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
