# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of prepared recommendations; nothing is computed when they are shown."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.utils.functional import Promise

from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.tailored.models import MoreLikeThis, RecommendationRun
from jobunivers.rooms.tailored.queries import words
from jobunivers.rooms.tailored.queries.reading import kept_rows
from jobunivers.rooms.tailored.queries.rows import Row, rows_of, still_shown
from jobunivers.rooms.tailored.queries.runs import Freshness, current_run, freshness
from jobunivers.rooms.tailored.queries.slider import Slider, slider_of
from jobunivers.rooms.tailored.queries.words import StepWords
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.trust import queries as trust

if TYPE_CHECKING:
    from jobunivers.rooms.vacancies.models import Vacancy

MODEL = "matching"  # its code in the AI register
PER_PAGE = 10
ON_MY_PAGE = 6
LOOKED_AT = 24
_LIKED_SHOWN = 20


@dataclass(frozen=True, slots=True)
class RecommendedPage:
    """All that the list shows."""

    rows: list[Row]
    sheet: Page[Any]  # which of the pages this is
    freshness: Freshness
    kept_away: list[tuple[int, Promise]]
    step: StepWords | None
    basis: str  # what was read: "profile", "words" or "nothing"
    slider: Slider
    liked: "list[Vacancy]"
    run: RecommendationRun | None
    off: bool  # the kommune has switched the model off: what stands there is not shown
    followed: dict[int, str]  # advertisement → what she follows of it, in words


def recommended_page(
    *,
    citizen_id: int,
    language: str,
    at: datetime,
    page: int,
    logged_in_at: datetime | None = None,
) -> RecommendedPage:
    """Return the list as it stands now. What ended, was hidden or applied for since is left out.

    A login asks for a run where none is; say when it was and the page waits for the answer.
    """
    off = not trust.is_on(MODEL)
    run = None if off else current_run(citizen_id=citizen_id)
    standing = journey.standing_of(citizen_id=citizen_id)
    marks = vacancies.marks_of(citizen_id=citizen_id)
    liked = liked_ids(citizen_id=citizen_id)
    kept = kept_rows(run)
    found = vacancies.rows_by_id([*(one.vacancy_id for one in kept), *liked])
    sheet = Paginator(still_shown(kept, found, marks, at=at), PER_PAGE).get_page(page)
    following = vacancies.following_of(citizen_id=citizen_id)
    return RecommendedPage(
        rows=rows_of([*sheet], marks, place=place_of(run), language=language, at=at),
        sheet=sheet,
        freshness=freshness(run, standing, logged_in_at, at=at),
        kept_away=[
            (count, words.KEPT_AWAY[code])
            for code, count in (run.excluded if run else {}).items()
            if code in words.KEPT_AWAY
        ],
        step=next_step(standing),
        basis=run.basis if run else "",
        slider=slider_of(citizen_id=citizen_id),
        liked=[found[pk] for pk in liked if pk in found],
        run=run,
        off=off,
        followed=following.marks(list(found.values()), language),
    )


def first_rows(
    *, citizen_id: int, language: str, at: datetime
) -> tuple[bool, RecommendationRun | None, list[Row]]:
    """Return whether suggestions are off, and the best few of her current list, as it stands."""
    off = not trust.is_on(MODEL)
    run = None if off else current_run(citizen_id=citizen_id)
    if run is None:
        return off, None, []
    marks = vacancies.marks_of(citizen_id=citizen_id)
    kept = kept_rows(run)
    # The first few are mostly enough; the whole list is read where many of them have ended.
    first = kept[:LOOKED_AT]
    found = vacancies.rows_by_id([one.vacancy_id for one in first])
    shown = still_shown(first, found, marks, at=at)
    if len(shown) < ON_MY_PAGE and len(kept) > LOOKED_AT:
        found = vacancies.rows_by_id([one.vacancy_id for one in kept])
        shown = still_shown(kept, found, marks, at=at)
    shown = shown[:ON_MY_PAGE]
    return off, run, rows_of(shown, marks, place=place_of(run), language=language, at=at)


def liked_ids(*, citizen_id: int) -> list[int]:
    """Return the advertisements she has asked for more of, newest first."""
    rows = MoreLikeThis.objects.filter(citizen_id=citizen_id).order_by("-at", "-pk")
    return list(rows.values_list("vacancy_id", flat=True)[:_LIKED_SHOWN])


def place_of(run: RecommendationRun | None) -> str:
    """Return from where kilometres were measured."""
    return run.place if run else "profile"


def next_step(standing: journey.Standing | None) -> StepWords | None:
    """Return the next step of her profile in words; None when nothing is missing."""
    return words.STEPS.get("begin" if standing is None else standing.next_step)
