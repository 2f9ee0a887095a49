# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading prepared recommendations; nothing is computed when a page is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.utils.functional import Promise

from jobunivers.foundation.notices import queries as notices
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.tailored.models import Recommendation, RecommendationRun
from jobunivers.rooms.tailored.queries import words
from jobunivers.rooms.tailored.queries.telling import main_reasons
from jobunivers.rooms.tailored.queries.words import ReasonWords, StepWords
from jobunivers.rooms.vacancies import queries as vacancies

if TYPE_CHECKING:
    from jobunivers.rooms.vacancies.models import Application, SavedSearch, Vacancy

PER_PAGE = 20
ON_MY_PAGE = 6
# A change of the profile is answered within seconds. When it was not after this long, the page
# stops asking and offers a button that needs no worker.
WAIT = timedelta(minutes=2)
_SHORT_LIST = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One recommended advertisement as a list shows it."""

    vacancy: "Vacancy"
    points: int  # whole points of 100, as the reasons add up
    main: str
    reasons: list[ReasonWords]
    km: float | None
    starred: bool


@dataclass(frozen=True, slots=True)
class Freshness:
    """Whether what is shown answers the profile as it is now.

    `waiting`: a new answer is on its way. `stale`: it is not, and the person may ask for one.
    """

    computed_at: datetime | None
    waiting: bool
    stale: bool


@dataclass(frozen=True, slots=True)
class RecommendedPage:
    """All that the list shows."""

    rows: list[Row]
    sheet: Page[Any]  # which of the pages this is
    freshness: Freshness
    kept_away: list[tuple[int, Promise]]
    step: StepWords | None
    basis: str  # what was read: "profile", "words" or "nothing"


@dataclass(frozen=True, slots=True)
class WhyPage:
    """Why one advertisement was recommended, from which data, by what."""

    row: Row
    run: RecommendationRun
    wishes: list[str]
    occupations: list[str]
    skills: list[str]
    open: bool


@dataclass(frozen=True, slots=True)
class MyPage:
    """The tiles of a citizen's own page."""

    recommended: list[Row]
    freshness: Freshness
    step: StepWords | None
    starred: "list[Vacancy]"
    applications: "list[Application]"
    searches: "list[SavedSearch]"
    notices: list[tuple[Notice, str]]


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
    run = current_run(citizen_id=citizen_id)
    standing = journey.standing_of(citizen_id=citizen_id)
    marks = vacancies.marks_of(citizen_id=citizen_id)
    shown = _shown(run, marks, at=at)
    sheet = Paginator(shown, PER_PAGE).get_page(page)
    excluded = run.excluded if run else {}
    return RecommendedPage(
        rows=_rows([*sheet], run, marks, language),
        sheet=sheet,
        freshness=_freshness(run, standing, logged_in_at, at=at),
        kept_away=[
            (count, words.KEPT_AWAY[code])
            for code, count in excluded.items()
            if code in words.KEPT_AWAY
        ],
        step=_next_step(standing),
        basis=str(run.inputs.get("basis", "")) if run else "",
    )


def freshness_of(
    *, citizen_id: int, at: datetime, logged_in_at: datetime | None = None
) -> Freshness:
    """Return whether the citizen's current run answers her profile as it is now."""
    standing = journey.standing_of(citizen_id=citizen_id)
    return _freshness(current_run(citizen_id=citizen_id), standing, logged_in_at, at=at)


def is_fresh(*, citizen_id: int, since: datetime) -> bool:
    """Say whether the current run was made since then and answers the profile as it is."""
    run = current_run(citizen_id=citizen_id)
    if run is None or run.computed_at < since:
        return False
    profile = journey.profile_of(citizen_id=citizen_id)
    return profile is None or run.profile_version >= profile.version


def why_page(*, recommendation: Recommendation, language: str, at: datetime) -> WhyPage | None:
    """Return why an advertisement was recommended; None when it is no longer there at all."""
    run, marks = recommendation.run, vacancies.marks_of(citizen_id=recommendation.citizen_id)
    vacancy = vacancies.rows_by_id([recommendation.vacancy_id]).get(recommendation.vacancy_id)
    if vacancy is None:
        return None
    (row,) = _rows([(recommendation, vacancy)], run, marks, language)
    inputs = run.inputs
    wishes = [_address(one) for one in inputs.get("wishes", ())]
    occupations = [_address(one) for one in inputs.get("occupations", ())]
    labels = taxonomy.labels([*wishes, *occupations, *inputs.get("skills", ())], language)
    return WhyPage(
        row=row,
        run=run,
        wishes=_named(wishes, labels),
        occupations=_named(occupations, labels),
        skills=_named(inputs.get("skills", ()), labels),
        open=_is_open(vacancy, at),
    )


def my_page(
    *, citizen_id: int, language: str, at: datetime, logged_in_at: datetime | None = None
) -> MyPage:
    """Return the citizen's own page in its first form."""
    run = current_run(citizen_id=citizen_id)
    standing = journey.standing_of(citizen_id=citizen_id)
    marks = vacancies.marks_of(citizen_id=citizen_id)
    kept = list(marks.starred[:_SHORT_LIST])
    recommendations = _recommendations(run)
    found = vacancies.rows_by_id([*(one.vacancy_id for one in recommendations), *kept])
    shown = _still_shown(recommendations, found, marks, at=at)[:ON_MY_PAGE]
    unread = [one for one in notices.latest(person_id=citizen_id) if one.read_at is None]
    return MyPage(
        recommended=_rows(shown, run, marks, language),
        freshness=_freshness(run, standing, logged_in_at, at=at),
        step=_next_step(standing),
        starred=[found[pk] for pk in kept if pk in found],
        applications=vacancies.latest_applications(citizen_id=citizen_id, limit=_SHORT_LIST),
        searches=vacancies.saved_searches(citizen_id=citizen_id)[:_SHORT_LIST],
        notices=[(one, notices.text_of(one)) for one in unread[:_SHORT_LIST]],
    )


def current_run(*, citizen_id: int) -> RecommendationRun | None:
    """Return what is shown to the citizen now, if anything was computed yet."""
    return RecommendationRun.objects.filter(citizen_id=citizen_id, current=True).first()


def computed_since(moment: datetime) -> frozenset[int]:
    """Return the kommune's citizens whose current run was made then or later."""
    runs = RecommendationRun.objects.filter(current=True, computed_at__gte=moment).order_by()
    return frozenset(runs.values_list("citizen_id", flat=True))


def _recommendations(run: RecommendationRun | None) -> list[Recommendation]:
    if run is None:
        return []
    return list(Recommendation.objects.filter(run=run).order_by("rank", "pk"))


def _shown(
    run: RecommendationRun | None, marks: vacancies.Marks, *, at: datetime
) -> "list[tuple[Recommendation, Vacancy]]":
    recommendations = _recommendations(run)
    found = vacancies.rows_by_id([one.vacancy_id for one in recommendations])
    return _still_shown(recommendations, found, marks, at=at)


def _still_shown(
    recommendations: list[Recommendation],
    found: "dict[int, Vacancy]",
    marks: vacancies.Marks,
    *,
    at: datetime,
) -> "list[tuple[Recommendation, Vacancy]]":
    """Leave out what ended, disappeared, was hidden or applied for after the run was made."""
    away = marks.hidden | marks.applied
    pairs = [
        (one, found[one.vacancy_id])
        for one in recommendations
        if one.vacancy_id in found and one.vacancy_id not in away
    ]
    return [(one, vacancy) for one, vacancy in pairs if _is_open(vacancy, at)]


def _is_open(vacancy: "Vacancy", at: datetime) -> bool:
    return vacancy.closed_at is None and vacancy.expires_at > at


def _rows(
    pairs: "list[tuple[Recommendation, Vacancy]]",
    run: RecommendationRun | None,
    marks: vacancies.Marks,
    language: str,
) -> list[Row]:
    place = str(run.inputs.get("place", "profile")) if run else "profile"
    everything = [reason for one, _ in pairs for reason in one.reasons]
    labels = taxonomy.labels(sorted(words.uris_of(everything)), language)
    kinds = taxonomy.skill_kinds(sorted(words.lacked_by(everything)))
    unsaid = words.goes_without_saying(kinds, labels, language)
    starred = frozenset(marks.starred)
    said = [words.in_words(one.reasons, labels, place=place, unsaid=unsaid) for one, _ in pairs]
    return [
        Row(
            vacancy=vacancy,
            points=round(100 * one.score),
            main=main,
            reasons=reasons,
            km=_km(one) if place == "profile" else None,
            starred=vacancy.pk in starred,
        )
        for (one, vacancy), reasons, main in zip(pairs, said, main_reasons(said), strict=True)
    ]


def _km(recommendation: Recommendation) -> float | None:
    for reason in recommendation.reasons:
        if reason["code"] == "distance.near":
            return float(reason["facts"]["km"])
    return None


def _freshness(
    run: RecommendationRun | None,
    standing: journey.Standing | None,
    logged_in_at: datetime | None,
    *,
    at: datetime,
) -> Freshness:
    behind = run is None or (standing is not None and run.profile_version < standing.version)
    causes = (standing.changed_at if standing else None, logged_in_at)
    waiting = behind and any(cause is not None and at - cause < WAIT for cause in causes)
    return Freshness(
        computed_at=run.computed_at if run else None,
        waiting=waiting,
        stale=behind and not waiting,
    )


def _next_step(standing: journey.Standing | None) -> StepWords | None:
    return words.STEPS.get("begin" if standing is None else standing.next_step)


def _address(one: dict[str, Any]) -> str:
    return str(one["uri"]) or f"{words.ISCO_ADDRESS}{one['isco']}"


def _named(uris: Iterable[str], labels: dict[str, str]) -> list[str]:
    return [labels[uri] for uri in dict.fromkeys(uris) if uri in labels]
