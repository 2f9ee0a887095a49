# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen's own page shows of her course, and what it begins as in each course."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import tiles
from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.tiles import Arrangement, Asking, Context
from jobunivers.identity.models import Person
from jobunivers.rooms.segmentation.models import Assignment, Course, Placement
from jobunivers.rooms.segmentation.queries.policy_pages import closeness_now

_PLACEMENT = "segmentation.placement"
_SIMPLE = ("talks.next", "tailored.jobs", "week.week", "tailored.because")
_CLOSE = (
    "front.contact", "talks.next", "entrance.meeting", "entrance.way", "week.week", "tailored.jobs",
)  # fmt: skip

# What a page begins as, by how close the help is. Closer help begins with people and what is
# next, in few and big things; she changes it as she likes, and it stays as she has seen it.
_ON_HER_OWN = Arrangement(
    view="rich",
    main=(
        "talks.next", "notices.new", "tailored.jobs", "tailored.because", "plan.plan",
        "vacancies.applications", "vacancies.followed",
    ),
    side=(
        "entrance.way", "week.week", "vacancies.deadlines", "tailored.step", "vacancies.starred",
        "vacancies.searches", "segmentation.journey",
    ),
    simple=_SIMPLE,
)  # fmt: skip
_WITH_SPARRING = Arrangement(
    view="rich",
    main=(
        "talks.next", "notices.new", "tailored.jobs", "plan.plan", "tailored.because",
        "vacancies.applications",
    ),
    side=(
        "entrance.way", "entrance.meeting", "week.week", "tailored.step", "vacancies.deadlines",
        "vacancies.starred", "segmentation.journey", "front.contact",
    ),
    simple=_SIMPLE,
)  # fmt: skip
_COMBINED = Arrangement(
    view="rich",
    main=(
        "talks.next", "entrance.meeting", "notices.new", "plan.plan", "tailored.jobs",
        "tailored.because",
    ),
    side=(
        "entrance.way", "week.week", "front.contact", "segmentation.journey", "tailored.step",
        "vacancies.starred",
    ),
    simple=("talks.next", "entrance.meeting", "week.week", "tailored.jobs", "front.contact"),
)  # fmt: skip
_CLOSE_SUPPORT = Arrangement(
    view="simple",
    main=(
        "front.contact", "talks.next", "entrance.meeting", "notices.new", "plan.plan",
        "tailored.jobs",
    ),
    side=("entrance.way", "week.week", "segmentation.journey", "tailored.step"),
    simple=_CLOSE,
)  # fmt: skip
STARTS: Mapping[int, Arrangement] = {
    0: _ON_HER_OWN,
    1: _WITH_SPARRING,
    2: _COMBINED,
    3: _CLOSE_SUPPORT,
}


def register_tiles() -> None:
    """Offer the tile, and say what pages begin as."""
    tiles.provide_starts(start_for)
    tiles.register(
        tiles.Tile(
            code="segmentation.journey",
            name=_("Dit forløb"),
            about=_("Hvor meget hjælp du får tilbudt, og hvem du kan tale med."),
            template="segmentation/tiles/journey.html",
            asks=_ask,
            load=_journey,
        )
    )


def start_for(citizen_id: int, at: datetime) -> Arrangement:
    """Return what her page begins as: for the course she stands in, else as on her own."""
    rows = Placement.objects.filter(citizen_id=citizen_id).order_by("pk")
    course = rows.values_list("course", flat=True).first()
    closeness = closeness_now(at=at).get(course, 0) if course else 0
    return STARTS[min(closeness, max(STARTS))]


def _ask(asking: Asking) -> None:
    asking.wants(
        _PLACEMENT,
        _placement(citizen_id=asking.citizen_id, language=asking.language),
    )


@prepared
def _placement(*, citizen_id: int, language: str) -> QuerySet[Any, Any]:
    own_first = F("municipality_id").asc(nulls_last=True)
    named = Course.objects.filter(code=OuterRef("course")).order_by(own_first, "pk")
    name = "name_en" if language == "en" else "name_da"
    text = "description_en" if language == "en" else "description_da"
    helper = Assignment.objects.filter(citizen_id=OuterRef("citizen_id"), ended_at=None)
    person = Person.objects.filter(pk=OuterRef("helper_id"), is_active=True).order_by("pk")
    rows = Placement.objects.filter(citizen_id=citizen_id).annotate(
        course_name=Subquery(named.values(name)[:1]),
        course_text=Subquery(named.values(text)[:1]),
        helper_id=Subquery(helper.order_by("-began_at", "-pk").values("staff_id")[:1]),
    )
    rows = rows.annotate(helper=Subquery(person.values("name")[:1])).order_by("pk")
    return rows.values("course", "course_name", "course_text", "helper")


def _journey(asking: Asking) -> Context:
    placement = next(iter(asking.rows(_PLACEMENT)), None)
    if placement is None:
        return {"name": "", "text": "", "helper": ""}
    return {
        "name": placement["course_name"] or placement["course"],
        "text": placement["course_text"] or "",
        "helper": placement["helper"] or "",
    }
