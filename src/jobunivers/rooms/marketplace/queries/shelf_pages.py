# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The editors' pages: all shelves, one shelf, what can be added, and what a citizen would see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.marketplace.models import (
    Cluster,
    ClusterMember,
    Offer,
    OfferState,
    Shelf,
    ShelfEntry,
    Stance,
)
from jobunivers.rooms.marketplace.queries import shelf_words as words
from jobunivers.rooms.marketplace.queries.shelf_rows import (
    OWN,
    ShelfText,
    Whose,
    concerning,
    known,
    nearest_shelf,
    tier_of,
)
from jobunivers.rooms.marketplace.queries.shelves import course_names, title_of
from jobunivers.rooms.marketplace.queries.starter import categories_of
from jobunivers.science.shelving import EVERYWHERE, Asked, Tier, Verdict, shelve

MOST_FOUND = 30


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """A shelf in the editor's list; `up` and `down` say before which shelf it is set ("": none)."""

    key: str
    title: str
    about: str
    tier: Tier
    own: bool
    hidden: bool
    spoken_of: int
    up: str
    down: str | None


@dataclass(frozen=True, slots=True)
class Down:
    """An offer that the kommune has taken down, and why."""

    offer: Offer
    title: str
    row: ShelfEntry


@dataclass(frozen=True, slots=True)
class ShelvesPage:
    """All shelves, what is taken down, the cluster the kommune is in, and its level."""

    rows: Sequence[ShelfRow]
    down: Sequence[Down]
    cluster: Cluster | None
    level: int


@dataclass(frozen=True, slots=True)
class Line:
    """An offer on one shelf as an editor sees it.

    `row` is the nearest word on it; `own`: it is the editors' own; `above`: another would count if
    it were taken away. `up`, `down`: before which offer it is set (0: none; down None: last).
    """

    offer: Offer
    title: str
    row: ShelfEntry
    tier: Tier
    own: bool
    above: bool
    stance: str
    limits: Sequence[str]
    problem: str
    taken_down: bool
    up: int
    down: int | None


@dataclass(frozen=True, slots=True)
class ShelfPage:
    """One shelf with all that is said of it."""

    shelf: Shelf
    title: str
    about: str
    tier: Tier
    own: bool
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Seen:
    """An offer on a shelf for the citizen imagined: whether she sees it, and why."""

    offer: Offer
    title: str
    shown: bool
    featured: bool
    why: str


@dataclass(frozen=True, slots=True)
class SeenShelf:
    """A shelf as the citizen imagined sees it, and what she does not see."""

    title: str
    about: str
    shown: Sequence[Seen]
    hidden: Sequence[Seen]


def shelves_page(*, whose: Whose, day: date, language: str) -> ShelvesPage:
    """Return every shelf that these editors see, in order."""
    found = known(day=day, whose=whose)
    shelves = shelve(found.shelves, found.entries, Asked(course=None, day=day, level=found.level))
    keys = [one.key for one in shelves]
    rows = [
        ShelfRow(
            key=one.key,
            title=found.words[one.key].title(language),
            about=found.words[one.key].about(language),
            tier=one.tier,
            own=one.tier == whose.tier,
            hidden=one.hidden,
            spoken_of=len(one.verdicts),
            up=keys[place - 1] if place else "",
            down=_after(keys, place),
        )
        for place, one in enumerate(shelves)
    ]
    return ShelvesPage(rows, taken_down(language=language), own_cluster(), found.level)


def _after(keys: Sequence[str], place: int) -> str | None:
    """Return before which one something is set to come one place later; None: it is last."""
    if place + 1 >= len(keys):
        return None
    return keys[place + 2] if place + 2 < len(keys) else ""


def taken_down(*, language: str) -> list[Down]:
    """Return what the kommune has taken down everywhere, the latest first."""
    rows = ShelfEntry.objects.filter(
        shelf_key=EVERYWHERE, stance=Stance.HIDE, municipality_id=current_municipality_id()
    )
    rows = rows.select_related("offer__current").order_by("-decided_at", "-pk")
    return [Down(row.offer, title_of(row.offer, language), row) for row in rows]


def own_cluster() -> Cluster | None:
    """Return the cluster the kommune is in; None when it is in none."""
    rows = ClusterMember.objects.filter(kommune_id=current_municipality_id())
    member = rows.select_related("cluster").first()
    return member.cluster if member else None


def shelf_page(key: str, *, whose: Whose, language: str) -> ShelfPage | None:
    """Return one shelf with every offer that is spoken of on it; None when there is none."""
    shelf = nearest_shelf(key, whose)
    if shelf is None:
        return None
    tier = tier_of(shelf.municipality_id, shelf.cluster_id)
    text = ShelfText(shelf.title_da, shelf.title_en, shelf.about_da, shelf.about_en)
    return ShelfPage(
        shelf=shelf,
        title=text.title(language),
        about=text.about(language),
        tier=tier,
        own=tier == whose.tier,
        lines=_lines(key, whose, language),
    )


def _lines(key: str, whose: Whose, language: str) -> list[Line]:
    rows = ShelfEntry.objects.filter(concerning(whose), shelf_key__in=[key, EVERYWHERE])
    rows = rows.select_related("offer__current", "offer__vendor").order_by("pk")
    long = ("body", "about_da", "about_en", "statements")
    rows = rows.defer(*(f"offer__current__{name}" for name in long))
    said: dict[int, list[tuple[Tier, ShelfEntry]]] = {}
    down = set()
    for row in rows:
        tier = tier_of(row.municipality_id, row.cluster_id)
        if row.shelf_key != EVERYWHERE:
            said.setdefault(row.offer_id, []).append((tier, row))
        elif tier == whose.tier:
            down.add(row.offer_id)
    nearest = {pk: max(some, key=lambda one: one[0]) for pk, some in said.items()}
    groups: dict[bool, list[int]] = {True: [], False: []}
    for pk, (_tier, row) in nearest.items():
        groups[row.stance == Stance.FEATURE].append(pk)
    names = course_names(language)
    lines = []
    for featured in (True, False):
        order = sorted(groups[featured], key=lambda pk: (nearest[pk][1].order, pk))
        for place, pk in enumerate(order):
            tier, row = nearest[pk]
            lines.append(
                Line(
                    offer=row.offer,
                    title=title_of(row.offer, language),
                    row=row,
                    tier=tier,
                    own=tier == whose.tier,
                    above=len(said[pk]) > 1,
                    stance=str(words.STANCES[row.stance]),
                    limits=words.limits_of(row, names),
                    problem=words.problem_of(row.offer),
                    taken_down=pk in down,
                    up=order[place - 1] if place else 0,
                    down=_next(order, place),
                )
            )
    return lines


def _next(order: Sequence[int], place: int) -> int | None:
    if place + 1 >= len(order):
        return None
    return order[place + 2] if place + 2 < len(order) else 0


def own_entry(shelf_key: str, offer_id: int, whose: Whose) -> ShelfEntry | None:
    """Return the editors' own word on an offer on a shelf; None when they have said none."""
    rows = ShelfEntry.objects.filter(shelf_key=shelf_key, offer_id=offer_id, **whose.columns())
    return rows.first()


def entry_here(shelf_key: str, offer_id: int, whose: Whose) -> ShelfEntry | None:
    """Return the nearest word on an offer on a shelf, whoever says it."""
    rows = ShelfEntry.objects.filter(
        concerning(whose), shelf_key=shelf_key, offer_id=offer_id
    ).order_by("pk")
    return max(rows, key=lambda row: tier_of(row.municipality_id, row.cluster_id), default=None)


def to_be_added(
    shelf_key: str, typed: str, *, whose: Whose, language: str
) -> tuple[list[tuple[Offer, str]], bool]:
    """Return offers whose words are typed, with titles, and whether there are more.

    Without words: the newest of the categories that belong on the shelf. What is spoken of on the
    shelf already is left out.
    """
    rows = offerable(whose)
    there = ShelfEntry.objects.filter(concerning(whose), shelf_key=shelf_key)
    rows = rows.exclude(pk__in=there.order_by().values("offer_id"))
    wanted = typed.split()[:8]
    for word in wanted:
        rows = rows.filter(_has(word))
    if not wanted:
        categories = categories_of(shelf_key)
        rows = rows.filter(current__categories__overlap=list(categories)) if categories else rows
    long = ("body", "about_da", "about_en", "statements")
    rows = rows.defer(*(f"current__{name}" for name in long)).order_by("-published_at", "-pk")
    found = list(rows[: MOST_FOUND + 1])
    return [(one, title_of(one, language)) for one in found[:MOST_FOUND]], len(found) > MOST_FOUND


def offerable(whose: Whose) -> "QuerySet[Offer]":
    """Return the offers that may be set on these shelves."""
    rows = Offer.objects.filter(state=OfferState.APPROVED, blocked=[])
    if whose != OWN:
        # What others shall see must be everybody's.
        rows = rows.filter(municipality=None)
    return rows.select_related("current", "vendor")


def _has(word: str) -> Q:
    columns = ("title_da", "title_en", "summary_da", "summary_en")
    found = Q(vendor__name__icontains=word)
    for name in columns:
        found |= Q(**{f"current__{name}__icontains": word})
    return found


def may_be_placed(offer_id: int, whose: Whose) -> Offer | None:
    """Return an offer that may be set on these shelves; None for others."""
    return offerable(whose).filter(pk=offer_id).first()


def preview(
    *, whose: Whose, course: str | None, day: date, level: int | None, language: str
) -> list[SeenShelf]:
    """Return what a citizen of a course would see on a day, with why each stands or does not."""
    found = known(day=day, whose=whose)
    asked = Asked(course=course, day=day, level=level if level is not None else found.level)
    shelves = shelve(found.shelves, found.entries, asked)
    ids = {one.item for shelf in shelves for one in shelf.verdicts}
    rows = Offer.objects.filter(pk__in=ids).select_related("current", "vendor").order_by("pk")
    long = ("body", "about_da", "about_en", "statements")
    offers = {row.pk: row for row in rows.defer(*(f"current__{name}" for name in long))}
    seen = []
    for shelf in shelves:
        text = found.words[shelf.key]
        all_ = [_seen(one, offers[one.item], language) for one in shelf.verdicts]
        seen.append(
            SeenShelf(
                title=text.title(language),
                about=text.about(language),
                shown=[one for one in all_ if one.shown],
                hidden=[one for one in all_ if not one.shown],
            )
        )
    return seen


def _seen(one: Verdict, offer: Offer, language: str) -> Seen:
    problem = words.problem_of(offer)
    return Seen(
        offer=offer,
        title=title_of(offer, language),
        shown=one.shown and not problem,
        featured=one.featured,
        why=problem or words.reason_words(one.reason, one.tier),
    )
