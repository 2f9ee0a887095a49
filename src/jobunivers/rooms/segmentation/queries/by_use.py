# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What came of courses and chances, for the register to count, and which course a citizen is in."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.journey.queries.spells import found_work
from jobunivers.rooms.segmentation.models import (
    Move,
    MoveKind,
    Objection,
    ObjectionOutcome,
    Override,
    Placement,
)
from jobunivers.rooms.segmentation.queries import chances
from jobunivers.rooms.segmentation.queries.courses import called, course_names
from jobunivers.trust import dividing
from jobunivers.trust.cards import segmentation

_BACK, _WITHIN = timedelta(days=180), timedelta(days=60)
_BY_RULES = (MoveKind.FIRST, MoveKind.RULE, MoveKind.STEP, MoveKind.BACK, MoveKind.WISH)
_HALF_A_YEAR, _A_YEAR = timedelta(weeks=26), timedelta(weeks=52)


def offer() -> None:
    """Offer courses as groups, and what came of them; said once, in `apps.py`."""
    dividing.offer_division(
        dividing.Division(code="course", groups=courses_of, called=_course, everywhere=True)
    )
    dividing.offer_outcome(
        dividing.Outcome(
            code=segmentation.CODE,
            name="kept",
            called=_("Forløb, som ingen lavede om"),
            meaning=_(
                "Så mange af reglernes skift i et halvt år blev stående: ingen medarbejder valgte"
                " et andet forløb inden 60 dage, og ingen borger fik ret i at være uenig."
            ),
            of=kept,
        )
    )
    dividing.offer_outcome(
        dividing.Outcome(
            code=chances.CODE,
            name="gap_26",
            called=_("For højt eller lavt, 26 uger"),
            meaning=_(
                "Det tal, siden viste, minus det, der skete. 0 er bedst, over 0 er for højt."
            ),
            of=gap,
            share=False,
        )
    )


def courses_of(citizen_ids: Sequence[int]) -> Mapping[int, str]:
    """Return the course each is in now."""
    rows = Placement.objects.filter(citizen_id__in=list(citizen_ids)).order_by()
    return dict(rows.values_list("citizen_id", "course"))


def _course(code: str, language: str) -> str:
    return called(course_names(language), code)


def kept(at: datetime) -> Iterator[tuple[int, float]]:
    """Yield each move that rules made lately, and whether it was left as it was."""
    moves = Move.objects.filter(at__gte=at - _BACK, at__lte=at, kind__in=_BY_RULES, actor_id=None)
    chosen: dict[int, list[datetime]] = defaultdict(list)
    for citizen, when in Override.objects.filter(at__gte=at - _BACK).values_list(
        "citizen_id", "at"
    ):
        chosen[citizen].append(when)
    wrong = Objection.objects.filter(outcome=ObjectionOutcome.AGREED, move_id__isnull=False)
    undone = set(wrong.order_by().values_list("move_id", flat=True))
    for pk, citizen, moved in moves.order_by("pk").values_list("pk", "citizen_id", "at"):
        other = any(moved <= when <= moved + _WITHIN for when in chosen.get(citizen, ()))
        yield citizen, float(not other and pk not in undone)


def gap(at: datetime) -> Iterator[tuple[int, float]]:
    """Yield each citizen's first chance of half a year to a year ago, minus whether it came."""
    moves = Move.objects.filter(at__gte=at - _A_YEAR, at__lte=at - _HALF_A_YEAR).order_by(
        "at", "pk"
    )
    told: dict[int, tuple[float, date]] = {}
    for citizen, when, inputs in moves.values_list("citizen_id", "at", "inputs"):
        chance = (inputs.get("facts") or {}).get("chance26")
        if chance is not None and citizen not in told:
            told[citizen] = (float(chance), timezone.localdate(when))
    ended = found_work(citizen_ids=list(told), since=timezone.localdate(at - _A_YEAR))
    for citizen, (chance, day) in told.items():
        came = any(day <= one <= day + _HALF_A_YEAR for one in ended.get(citizen, ()))
        yield citizen, chance - came
