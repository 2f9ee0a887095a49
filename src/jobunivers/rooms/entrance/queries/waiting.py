# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who has asked for a person, or cannot go on alone by the screen, and waits for somebody."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import inbox
from jobunivers.identity import queries as identity
from jobunivers.rooms.entrance.models import (
    HelpSession,
    IntroMeeting,
    Level,
    OwnWish,
    SelfTest,
    Wished,
)

CODE = "entrance.help"
_KEPT = timedelta(days=28)
"""So long it waits; who is still not met then is found by the rules that look at everybody."""
_MOST = 25
_READ = 100  # some of them have been met by rooms above

Spoken = Callable[[Sequence[int]], Mapping[int, datetime]]
_finders: list[Spoken] = []


@dataclass(frozen=True, slots=True)
class Waiting:
    """A citizen who waits for a person, since when, and whether she said so herself."""

    citizen_id: int
    since: datetime
    asked: bool


def provide_spoken(finder: Spoken) -> None:
    """Let a room above say when citizens have their last talk, held or ahead."""
    _finders[:] = [finder]


def who_waits(*, at: datetime) -> list[Waiting]:
    """Return who waits for a person, who has waited longest first; at most 25.

    She said that she wants to be met in person, or her self-test says "together" and she has not
    said that she manages by herself. A first meeting, help at the counter or a talk since then,
    or one that is ahead, ends it.
    """
    asked = _unmet(OwnWish.objects.filter(wish=Wished.IN_PERSON), at)
    said = OwnWish.objects.filter(citizen_id=OuterRef("citizen_id"), replaced_at=None)
    tests = SelfTest.objects.filter(~Exists(said), level=Level.TOGETHER)
    found = [Waiting(pk, since, asked=True) for pk, since in asked]
    found += [Waiting(pk, since, asked=False) for pk, since in _unmet(tests, at)]
    found.sort(key=lambda one: (one.since, one.citizen_id))
    return _still_there(found)[:_MOST]


def _unmet(
    rows: "QuerySet[OwnWish] | QuerySet[SelfTest]", at: datetime
) -> list[tuple[int, datetime]]:
    """Return those of these current answers after which nobody has met her."""
    hers, since = OuterRef("citizen_id"), OuterRef("at")
    meetings = IntroMeeting.objects.filter(citizen_id=hers, cancelled_at=None, missed_at=None)
    met = meetings.filter(Q(held_at__gte=since) | Q(held_at=None, seat__slot__ends_at__gt=at))
    helped = HelpSession.objects.filter(citizen_id=hers, confirmed_at__gte=since)
    found = rows.filter(~Exists(met), ~Exists(helped), replaced_at=None, at__gt=at - _KEPT)
    return list(found.order_by("at", "pk").values_list("citizen_id", "at")[:_READ])


def _still_there(found: Sequence[Waiting]) -> list[Waiting]:
    """Leave out who has been talked with since, and who is gone."""
    ids = [one.citizen_id for one in found]
    if not ids:
        return []
    here = set(identity.citizens().filter(pk__in=ids).values_list("pk", flat=True))
    spoken: dict[int, datetime] = {}
    for finder in _finders:
        spoken.update(finder(ids))
    return [
        one
        for one in found
        if one.citizen_id in here
        and not (one.citizen_id in spoken and spoken[one.citizen_id] >= one.since)
    ]


def _items(asking: inbox.Asking) -> list[inbox.Item]:
    """Return them for the one list: whoever has time takes the first."""
    return [
        inbox.Item(
            title=gettext("Borgeren vil gerne have hjælp af et menneske")
            if one.asked
            else gettext("Borgeren har svært ved det digitale: tilbyd hjælp ved skranken"),
            url=reverse("casework:citizen", args=[one.citizen_id]),
            since=one.since,
            citizen_id=one.citizen_id,
            mine=False,
        )
        for one in who_waits(at=asking.at)
    ]


def offer() -> None:
    """Put them in staff's one list; said once, in `apps.py`."""
    inbox.offer(inbox.Source(CODE, _("Borgere, der vil have hjælp af et menneske"), _items))
