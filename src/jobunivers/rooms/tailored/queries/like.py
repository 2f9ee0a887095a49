# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""More like this: what resembles an advertisement among what she can reach, found this moment."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from jobunivers.rooms.tailored.models import MoreLikeThis
from jobunivers.rooms.tailored.queries import worlds
from jobunivers.rooms.tailored.queries.asking import ask
from jobunivers.rooms.tailored.queries.reading import max_km_of, rows_from
from jobunivers.rooms.tailored.queries.rows import Row, rows_of, still_shown
from jobunivers.rooms.tailored.queries.telling import main_reasons
from jobunivers.rooms.tailored.queries.words import ReasonWords
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.matching import People, Profile, Wish, World

if TYPE_CHECKING:
    from jobunivers.rooms.vacancies.models import Vacancy

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class LikePage:
    """An advertisement, what is most like it, and whether it counts for her own list."""

    vacancy: "Vacancy"
    rows: list[Row]
    counts: bool


def like_page(*, citizen_id: int, vacancy_id: int, language: str, at: datetime) -> LikePage | None:
    """Return what is most like an advertisement; None when she may not see such a one.

    An advertisement that is too new to be packed, or has ended, has nothing beside it.
    """
    vacancy = vacancies.rows_by_id([vacancy_id]).get(vacancy_id)
    if vacancy is None:
        return None
    loaded = worlds.current()
    rows: list[Row] = []
    if loaded is not None and loaded.world.openings.rows([vacancy_id]):
        (asked,) = ask(citizen_ids=[citizen_id], loaded=loaded, at=at)
        wanted = _like(asked.profile, vacancy_id, loaded.world)
        people = People.pack([wanted], [citizen_id], loaded.world.vocabulary)
        day = vacancies.day_number(timezone.localdate(at))
        found = loaded.world.records(people, day=day, top=_SHOWN)
        kept = rows_from(
            loaded.world.record_of(people, found.rows, day=day)[0],
            max_km_of(people, 0),
        )
        there = vacancies.rows_by_id([one.vacancy_id for one in kept])
        marks = vacancies.marks_of(citizen_id=citizen_id)
        pairs = still_shown(kept, there, marks, at=at)
        rows = _beside(rows_of(pairs, marks, place=asked.head.place, language=language, at=at))
    liked = MoreLikeThis.objects.filter(citizen_id=citizen_id, vacancy_id=vacancy_id)
    return LikePage(vacancy, rows, counts=liked.exists())


def _beside(rows: list[Row]) -> list[Row]:
    """Return the rows in words about the two advertisements, not about her wishes."""
    said = [[_of_both(reason) for reason in row.reasons] for row in rows]
    return [
        replace(row, reasons=reasons, main=main)
        for row, reasons, main in zip(rows, said, main_reasons(said), strict=True)
    ]


def _of_both(reason: ReasonWords) -> ReasonWords:
    if reason.code.startswith("wish."):
        label, detail = _("Samme slags arbejde"), reason.detail
    elif reason.code == "text":
        label, detail = _("Opslaget handler om det samme"), ""
    else:
        return reason
    return replace(reason, label=label, detail=detail, continued=label[:1].lower() + label[1:])


def _like(profile: Profile, vacancy_id: int, world: World) -> Profile:
    """Return the profile as if this advertisement were all she wishes for."""
    openings, vocabulary = world.openings, world.vocabulary
    (row,) = openings.rows([vacancy_id])
    kind = int(openings.kind[row])
    key = vocabulary.kind_keys[kind]
    wish = Wish(key) if kind < vocabulary.occupations else Wish("", key)
    return replace(
        profile,
        wanted_occupations=() if kind == vocabulary.unknown else (wish,),
        meaning=openings.meaning[row].tobytes(),
        applied=profile.applied | {vacancy_id},
        boldness=1.0,
    )
