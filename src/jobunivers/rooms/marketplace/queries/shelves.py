# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on a kommune's shelves for a citizen of a course, and why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jobunivers.rooms.marketplace.models import Offer
from jobunivers.rooms.marketplace.queries.shelf_rows import Known, known
from jobunivers.science.shelving import Asked, Reason, Shelf, Tier, Verdict, shelve

CourseOf = Callable[[int], str | None]
CourseNames = Callable[[str], Mapping[str, str]]
_course_of: list[CourseOf] = []
_course_names: list[CourseNames] = []


def provide_course(finder: CourseOf, *, names: CourseNames | None = None) -> None:
    """Say who knows a citizen's course, and how courses are called in a language, by their codes.

    Said once, in the `apps.py` of the room that knows.
    """
    _course_of[:] = [finder]
    if names is not None:
        _course_names[:] = [names]


def course_names(language: str) -> Mapping[str, str]:
    """Return how courses are called, by their codes; empty where no room knows of courses."""
    return _course_names[0](language) if _course_names else {}


def course_of(citizen_id: int) -> str | None:
    """Return the code of the course a citizen is in; None when she is in none."""
    return _course_of[0](citizen_id) if _course_of else None


@dataclass(frozen=True, slots=True)
class Card:
    """An offer on a shelf: `why` is one sentence that says whose word put it there."""

    offer: Offer
    featured: bool
    why: str


@dataclass(frozen=True, slots=True)
class ShelfShown:
    """A shelf with something on it, in the reader's language."""

    key: str
    title: str
    about: str
    cards: tuple[Card, ...]
    many: int = 0  # how many stand on it; `cards` may be the first of them


def standing_ids(course: str | None, *, at: datetime) -> frozenset[int]:
    """Return the offers that citizens of a course may see and start now."""
    found, shelves = _standing(course, at)
    shown = {one.item for shelf in shelves for one in shelf.shown}
    return found.on_offer & shown


def shelves_for(
    course: str | None,
    *,
    at: datetime,
    language: str = "da",
    most: int | None = None,
    only: str = "",
) -> list[ShelfShown]:
    """Return the shelves that have something on them for a citizen of a course, in order.

    Cards: featured ones first, then by order, then by title; the first `most` of each shelf. The
    others' rows are not read. `only` keeps to the shelf of that key, where there is one.
    """
    found, shelves = _standing(course, at)
    kept = [shelf for shelf in shelves if shelf.key == only] or shelves
    there = {
        shelf.key: [one for one in shelf.shown if one.item in found.on_offer] for shelf in kept
    }
    wanted = {key: _first(said, most) for key, said in there.items() if said}
    offers = _offers({one.item for said in wanted.values() for one in said})
    shown = []
    for key, said in wanted.items():
        text = found.words[key]
        read = [one for one in said if one.item in offers]
        read.sort(key=lambda one: _place(one, offers[one.item], language))
        with translation.override(language):
            cards = tuple(Card(offers[one.item], one.featured, _why(one)) for one in read[:most])
        if cards:
            title, about = text.title(language), text.about(language)
            shown.append(ShelfShown(key, title, about, cards, len(there[key])))
    return shown


def _first(said: list[Verdict], most: int | None) -> list[Verdict]:
    """Return those that may be among the first: who stands equal with the last one is with them."""
    if most is None or len(said) <= most:
        return said
    last = sorted((not one.featured, one.order) for one in said)[most - 1]
    return [one for one in said if (not one.featured, one.order) <= last]


def why_here(offer_id: int, course: str | None, *, at: datetime, language: str = "da") -> list[str]:
    """Return a sentence for each shelf an offer stands on for a citizen of a course; [] if none."""
    found, shelves = _standing(course, at)
    if offer_id not in found.on_offer:
        return []
    with translation.override(language):
        return [
            _("Den står på hylden “%(shelf)s”. %(why)s")
            % {"shelf": found.words[shelf.key].title(language), "why": _why(one)}
            for shelf in shelves
            for one in shelf.shown
            if one.item == offer_id
        ]


def title_of(offer: Offer, language: str) -> str:
    """Return what people see an offer called; its key before it has a version."""
    if offer.current is None:
        return offer.key
    english = offer.current.title_en if language == "en" else ""
    return english or offer.current.title_da


def _standing(course: str | None, at: datetime) -> tuple[Known, Sequence[Shelf]]:
    day = timezone.localdate(at)
    found = known(day=day)
    asked = Asked(course=course, day=day, level=found.level)
    return found, shelve(found.shelves, found.entries, asked)


# What no card shows: long texts, and lists that cost more to read than all the rest.
_NOT_ON_CARDS = (
    *(f"current__{name}" for name in ("body", "about_da", "about_en", "statements", "price_da")),
    *(f"current__{name}" for name in ("skills", "occupations", "categories", "data", "note")),
    *(f"vendor__{name}" for name in ("about_da", "about_en", "website", "support_email")),
)


def _offers(ids: set[int] | frozenset[int]) -> dict[int, Offer]:
    """Return offers as cards show them; the long texts are left where they are."""
    rows = Offer.objects.filter(pk__in=ids).select_related("current", "vendor").order_by("pk")
    return {row.pk: row for row in rows.defer(*_NOT_ON_CARDS)}


def _place(one: Verdict, offer: Offer, language: str) -> tuple[bool, int, str, int]:
    return not one.featured, one.order, title_of(offer, language).casefold(), one.item


def _why(one: Verdict) -> str:
    if one.for_course:
        return _("Den er valgt til dit forløb.")
    if one.tier == Tier.KOMMUNE:
        if one.reason == Reason.FEATURED:
            return _("Din kommune fremhæver den.")
        return _("Din kommune har valgt den.")
    if one.tier == Tier.CLUSTER:
        return _("Din kommune og dens nabokommuner har valgt den sammen.")
    return _("Den er på hylderne i hele landet.")
