# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she follows, what of it an advertisement is, and what is new from it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.db.models import QuerySet

from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.search import NoIndex
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.vacancies.models import Employer, Followed, FollowKind, Vacancy
from jobunivers.rooms.vacancies.queries import alerts
from jobunivers.rooms.vacancies.queries.index import rows_by_id
from jobunivers.rooms.vacancies.queries.marks import marks_of
from jobunivers.rooms.vacancies.queries.parameters import Parameters

NEWS_FOR = timedelta(days=14)
NEWS_KEPT = 30
SURE = 0.5
"""From here on an occupation is more often right than wrong, and may be followed."""
_SHOWN_NAMES = 2
_MOST_SHOWN = 20
# What stands where an employer does not want to be named: not one workplace, but many.
_NOBODY = frozenset(("anonym", "anonymous", "fortrolig", "confidential", "ukendt", "unknown",
                     "privat", "diskret", "hemmelig", "n/a", "-"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """Something that may be followed: an employer by its row, all else by its value."""

    kind: FollowKind
    name_da: str
    name_en: str = ""
    value: str = ""
    employer_id: int | None = None

    @property
    def code(self) -> str:
        """Return what names it in a form: `employer:17`, `area:kontor`."""
        return f"{self.kind.value}:{self.employer_id or self.value}"

    def name(self, language: str) -> str:
        """Return what it is called."""
        return (self.name_en if language == "en" else "") or self.name_da


@dataclass(frozen=True, slots=True)
class Following:
    """All that a citizen follows, read once for a page."""

    rows: tuple[Followed, ...] = ()
    _by_target: Mapping[str, Followed] = field(default_factory=dict)
    _by_news: Mapping[int, tuple[Followed, ...]] = field(default_factory=dict)

    def row_of(self, target: Target) -> Followed | None:
        """Return her row of a thing; None when she does not follow it."""
        return self._by_target.get(target.code)

    def of(self, vacancy: Vacancy) -> list[Followed]:
        """Return what she follows that an advertisement of a list comes from or is about."""
        kinds = FollowKind
        codes = (
            f"{kinds.EMPLOYER.value}:{vacancy.employer_id}",
            f"{kinds.OCCUPATION.value}:{vacancy.occupation_uri}",
            f"{kinds.AREA.value}:{vacancy.area}",
        )
        found = [self._by_target[code] for code in codes if code in self._by_target]
        themes = (one for one in self._by_news.get(vacancy.pk, ()) if one.kind == FollowKind.THEME)
        return [*found, *themes]

    @property
    def news_ids(self) -> list[int]:
        """Return the ids of all that is new from what she follows."""
        return list(self._by_news)

    def marks(self, vacancies: Collection[Vacancy], language: str) -> dict[int, str]:
        """Return, for those advertisements that she follows, what of: at most two names."""
        found = {one.pk: self.of(one) for one in vacancies} if self.rows else {}
        return {
            pk: ", ".join(row.name(language) for row in rows[:_SHOWN_NAMES])
            for pk, rows in found.items()
            if rows
        }

    def names_of_news(self, language: str) -> dict[int, str]:
        """Return, for each advertisement that is new, what it is new from: at most two names."""
        return {
            pk: ", ".join(row.name(language) for row in rows[:_SHOWN_NAMES])
            for pk, rows in self._by_news.items()
        }


@prepared
def following_question(*, citizen_id: int) -> QuerySet[Followed]:
    """Return the question for what she follows, the newest first."""
    return Followed.objects.filter(citizen_id=citizen_id).order_by("-at", "-pk")


def following_of(*, citizen_id: int) -> Following:
    """Return what she follows, the newest first, in one question."""
    return following_from(following_question(citizen_id=citizen_id))


def following_from(found: Iterable[Followed]) -> Following:
    """Return what she follows, from the answer to `following_question`."""
    rows = tuple(found)
    by_news: dict[int, tuple[Followed, ...]] = {}
    for row in rows:
        for pk in row.news:
            by_news[pk] = (*by_news.get(pk, ()), row)
    return Following(rows, {code_of(row): row for row in rows}, by_news)


def code_of(row: Followed) -> str:
    """Return what names a row's thing, as a target does."""
    return f"{row.kind}:{row.employer_id or row.value}"


def search_of(row: Followed) -> str:
    """Return the query part of the search that shows all of a thing."""
    asked: Mapping[FollowKind, dict[str, object]] = {
        FollowKind.EMPLOYER: {"virksomhed": row.employer_id},
        FollowKind.AREA: {"omraade": row.value},
        FollowKind.OCCUPATION: {"q": row.name_da},
        FollowKind.THEME: {"q": row.name_da},
    }
    return urlencode(asked[FollowKind(row.kind)])


def employer_target(employer: Employer | None) -> Target | None:
    """Return an employer as something to follow; None for one that does not say who it is."""
    if employer is None or employer.name.strip(" .").casefold() in _NOBODY:
        return None
    return Target(FollowKind.EMPLOYER, employer.name, employer_id=employer.pk)


def targets_of(vacancy: Vacancy) -> list[Target]:
    """Return what can be followed from an advertisement's page."""
    found = [employer_target(vacancy.employer)]
    if vacancy.occupation_uri and vacancy.occupation_confidence >= SURE:
        found.append(_occupation(vacancy.occupation_uri))
    if vacancy.area:
        found.append(area_target(vacancy.area))
    return [one for one in found if one is not None]


def targets_of_search(parameters: Parameters) -> list[Target]:
    """Return what can be followed from a search: its words, its one employer, its one area."""
    found: list[Target | None] = []
    employers, areas = (parameters.filters.get(name, ()) for name in ("virksomhed", "omraade"))
    if len(employers) == 1 and employers[0].isdecimal():
        rows = Employer.objects.filter(pk=int(employers[0][:18])).order_by("pk")
        found.append(employer_target(rows.first()))
    if len(areas) == 1:
        found.append(area_target(areas[0]))
    if parameters.text:
        found.append(theme_target(parameters.text))
    return [one for one in found if one is not None]


def target_of(code: str) -> Target | None:
    """Return what a form names; None when there is no such thing."""
    kind, _, value = code.partition(":")
    if kind == FollowKind.EMPLOYER:
        if not value.isdecimal():
            return None
        rows = Employer.objects.filter(pk=int(value[:18])).order_by("pk")
        return employer_target(rows.first())
    if kind == FollowKind.AREA:
        return area_target(value)
    if kind == FollowKind.OCCUPATION:
        return _occupation(value)
    return theme_target(value) if kind == FollowKind.THEME else None


LONGEST_THEME, _SHORTEST_THEME = 60, 2


def theme_target(text: str) -> Target | None:
    """Return words of hers as something to follow; None when they say too little or too much."""
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    told = sum(c.isalnum() for c in words)
    if told < _SHORTEST_THEME or len(words) > LONGEST_THEME:
        return None
    return Target(FollowKind.THEME, words, value=words.casefold()[:200])


def area_target(slug: str) -> Target | None:
    """Return a field of work as something to follow."""
    area = next((one for one in taxonomy.areas() if one.slug == slug), None)
    return Target(FollowKind.AREA, area.name_da, area.name_en, slug) if area else None


def _occupation(uri: str) -> Target | None:
    danish = taxonomy.labels([uri], "da").get(uri, "")
    english = taxonomy.labels([uri], "en").get(uri, "") if danish else ""
    return Target(FollowKind.OCCUPATION, danish, english, uri) if danish else None


def news_of(target: Target, *, owner: int, at: datetime) -> list[int]:
    """Return the newest advertisements of a thing, of two weeks, newest first.

    Themes are asked of the index as Danish text; while there is none they have no news yet.
    """
    rows = Vacancy.objects.filter(
        created_at__gt=at - NEWS_FOR, closed_at=None, expires_at__gt=at, duplicate_of=None
    )
    if target.employer_id is not None:
        rows = rows.filter(employer_id=target.employer_id)
    elif target.kind == FollowKind.AREA:
        rows = rows.filter(area=target.value)
    elif target.kind == FollowKind.OCCUPATION:
        rows = rows.filter(occupation_uri=target.value, occupation_confidence__gte=SURE)
    else:
        news = alerts.arrived(since=at - NEWS_FOR, until=at)
        try:
            return alerts.found_by(theme_query(target.name_da), news, owner, at=at)[:NEWS_KEPT]
        except NoIndex:
            return []
    newest = rows.order_by("-created_at", "-pk").values_list("pk", flat=True)
    return list(newest[:NEWS_KEPT])


def theme_query(words: str) -> str:
    """Return the search that a theme stands for."""
    return urlencode({"q": words})


@dataclass(frozen=True, slots=True)
class NewRow:
    """An advertisement that is new, and what it is new from."""

    vacancy: Vacancy
    names: str


@dataclass(frozen=True, slots=True)
class FollowedRow:
    """One thing she follows: what it is called, its search, how much is new."""

    row: Followed
    name: str
    search: str
    new: int


@dataclass(frozen=True, slots=True)
class FollowingPage:
    """What she follows, by kind, and what is new from it, newest first."""

    groups: list[tuple[FollowKind, list[FollowedRow]]]
    news: list[NewRow]
    starred: frozenset[int]

    @property
    def is_empty(self) -> bool:
        """Say whether she follows nothing."""
        return not self.groups


def following_page(*, citizen_id: int, language: str, at: datetime) -> FollowingPage:
    """Return the page of what she follows."""
    following = following_of(citizen_id=citizen_id)
    marks = marks_of(citizen_id=citizen_id)
    found = rows_by_id(following.news_ids) if following.news_ids else {}
    away = marks.hidden | marks.applied
    news = new_rows(following, found, away, language=language, at=at)[:_MOST_SHOWN]
    fresh = {one.vacancy.pk for one in news}
    groups = []
    for kind in FollowKind:
        rows = [
            FollowedRow(row, row.name(language), search_of(row), len(fresh & set(row.news)))
            for row in following.rows
            if row.kind == kind
        ]
        if rows:
            groups.append((kind, sorted(rows, key=lambda one: one.name.casefold())))
    return FollowingPage(groups, news, frozenset(marks.starred))


def new_rows(
    following: Following,
    found: Mapping[int, Vacancy],
    away: Collection[int],
    *,
    language: str,
    at: datetime,
) -> list[NewRow]:
    """Return what is new from those she follows, newest first; what has ended is no news.

    `found` are rows by id, perhaps others too; `away` those she hid or applied for.
    """
    rows = [found[pk] for pk in following.news_ids if pk in found and pk not in away]
    rows = [
        one
        for one in rows
        if one.closed_at is None and one.expires_at > at and one.published_at > at - 2 * NEWS_FOR
    ]
    rows.sort(key=lambda one: (one.published_at, one.pk), reverse=True)
    by_id = following.names_of_news(language)
    return [NewRow(one, by_id[one.pk]) for one in rows]


def themes_of(*, citizen_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return the words by which many follow fields, occupations and themes; not the employers."""
    rows = Followed.objects.filter(citizen_id__in=list(citizen_ids)).exclude(
        kind=FollowKind.EMPLOYER
    )
    found: dict[int, tuple[str, ...]] = {}
    for citizen_id, name in rows.order_by("pk").values_list("citizen_id", "name_da"):
        found[citizen_id] = (*found.get(citizen_id, ()), name)
    return found
