# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the entrance has for a citizen's own page: her way in, and the meeting ahead."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import tiles
from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.tiles import Asking, Context
from jobunivers.foundation.together import Question
from jobunivers.identity.models import Person
from jobunivers.rooms.entrance.models import Form, IntroMeeting, Step, StepTaken, Walk
from jobunivers.rooms.entrance.queries.diary import meeting_rules
from jobunivers.rooms.journey import queries as journey

_WALK, _STEPS = "entrance.walk", "entrance.steps"
_MEETING, _RULES, _STANDING = "entrance.meeting", "entrance.rules", "journey.standing"
_TALKS = "entrance.talks"

Talks = Callable[..., Question]
_talks: list[Talks] = []


def provide_talks(question: Talks) -> None:
    """Let a room above say, with `citizen_id`, whether she has talked with somebody or will."""
    _talks[:] = [question]


def register_tiles() -> None:
    """Offer them."""
    tiles.register(
        tiles.Tile(
            code="entrance.way",
            name=_("Din vej ind"),
            about=_("De første skridt på siden, så længe du ikke er færdig med dem."),
            template="entrance/tiles/way.html",
            asks=_ask_way,
            load=_way,
            simple=True,
        )
    )
    tiles.register(
        tiles.Tile(
            code="entrance.meeting",
            name=_("Dit første møde"),
            about=_("Hvornår du skal mødes med jobrådgiveren, og hvor."),
            template="entrance/tiles/meeting.html",
            asks=_ask_meeting,
            load=_meeting,
            simple=True,
        )
    )


def _ask_way(asking: Asking) -> None:
    asking.wants(_WALK, _walk(citizen_id=asking.citizen_id))
    asking.wants(_STEPS, _steps(citizen_id=asking.citizen_id))
    asking.wants(_STANDING, partial(journey.standing_question, citizen_id=asking.citizen_id))


@prepared
def _walk(*, citizen_id: int) -> QuerySet[Walk]:
    return Walk.objects.filter(citizen_id=citizen_id).order_by("pk")


@prepared
def _steps(*, citizen_id: int) -> QuerySet[StepTaken, str]:
    steps = StepTaken.objects.filter(citizen_id=citizen_id).order_by("pk")
    return steps.values_list("step", flat=True)


def _way(asking: Asking) -> Context | None:
    """Return how far she is; nothing once she is through, or when she was here before it was."""
    walk: Walk | None = next(iter(asking.rows(_WALK)), None)
    if walk is None:
        standing = journey.standing_from(asking.rows(_STANDING))
        newcomer = standing is None or standing.next_step == "wishes"
        return {"begun": False, "done": 0, "of": len(Step)} if newcomer else None
    if walk.finished_at is not None:
        return None
    done = len(asking.rows(_STEPS))
    return {"begun": done > 0, "done": done, "of": len(Step)}


def _ask_meeting(asking: Asking) -> None:
    asking.wants(_MEETING, _ahead(citizen_id=asking.citizen_id, at=asking.at))
    asking.wants(_RULES, meeting_rules())
    for question in _talks:
        asking.wants(_TALKS, question(citizen_id=asking.citizen_id))


@prepared
def _ahead(*, citizen_id: int, at: datetime) -> QuerySet[IntroMeeting]:
    adviser = Person.objects.filter(pk=OuterRef("seat__slot__adviser_id")).order_by("pk")
    """Return her meeting ahead, or else one that was held."""
    rows = IntroMeeting.objects.filter(citizen_id=citizen_id, cancelled_at=None, missed_at=None)
    ahead = rows.filter(Q(held_at__isnull=False) | Q(seat__slot__ends_at__gt=at))
    named = ahead.select_related("seat__slot").annotate(
        adviser=Subquery(adviser.values("name")[:1])
    )
    first = F("held_at").asc(nulls_first=True)
    return named.order_by(first, "seat__slot__starts_at", "pk")[:1]


def _meeting(asking: Asking) -> Context | None:
    """Return her first meeting; nothing once she has talked with somebody, or is going to."""
    meeting = next(iter(asking.rows(_MEETING)), None)
    rules = next(iter(asking.rows(_RULES)), None)
    if meeting is None:
        return None if _talks and asking.rows(_TALKS) else {"slot": None}
    if meeting.held_at is not None:
        return None
    slot = meeting.seat.slot
    return {
        "slot": slot,
        "by_phone": slot.form == Form.PHONE,
        "phone": meeting.phone,
        "place": slot.place or (rules.place if rules else ""),
        "adviser": meeting.adviser or "",
    }
