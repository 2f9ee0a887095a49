# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What editors should look at: what stands on their shelves and has something the matter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Avg, Count, Max
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jobunivers.foundation.ui.wording import day_year, number
from jobunivers.rooms.marketplace.models import (
    LinkCheck,
    LinkState,
    Offer,
    OfferUse,
    Rating,
    Way,
)
from jobunivers.rooms.marketplace.queries.shelf_rows import Known, Whose, known
from jobunivers.rooms.marketplace.queries.shelf_words import LINKS, problem_of
from jobunivers.rooms.marketplace.queries.shelves import title_of
from jobunivers.science.shelving import EVERYWHERE, Asked, Tier, shelve

UNUSED = timedelta(days=90)
LEAST_RATINGS, LEAST_STARS = 5, 2.5
_OFTEN_ENOUGH = 2  # one night's failure may be the other side's night
MOST = 50

KINDS: Mapping[str, Promise] = {
    "nede": gettext_lazy("Står på en hylde, men vises ikke"),
    "adresse": gettext_lazy("Adressen virker ikke"),
    "gennemsyn": gettext_lazy("Skal ses igennem"),
    "karakter": gettext_lazy("Får lave karakterer"),
    "ubrugt": gettext_lazy("Ingen har brugt den i 90 dage"),
    "engelsk": gettext_lazy("Mangler engelsk"),
}


@dataclass(frozen=True, slots=True)
class Todo:
    """An offer, what is the matter, and on which shelf it stands ("": on none)."""

    offer: Offer
    title: str
    why: str
    shelf: str


@dataclass(frozen=True, slots=True)
class Pile:
    """All of a kind, the first `MOST` of them shown."""

    code: str
    name: str
    total: int
    todos: Sequence[Todo]


@dataclass(frozen=True, slots=True)
class WorkPage:
    """The piles that are not empty, and how many things there are in all."""

    piles: Sequence[Pile]
    total: int
    only: str
    kinds: Sequence[tuple[str, str, int]]


def work_page(*, whose: Whose, at: datetime, language: str, only: str = "") -> WorkPage:
    """Return what editors should look at on the shelves they see; `only`: one kind."""
    day = timezone.localdate(at)
    found = known(day=day, whose=whose)
    shelf_of = _shelf_of(found, at)
    rows = Offer.objects.filter(pk__in=shelf_of).select_related("current", "vendor").order_by("pk")
    offers = {row.pk: row for row in rows.defer("current__body", "current__about_da")}
    told: dict[str, dict[int, str]] = {
        "nede": {pk: why for pk, one in offers.items() if (why := problem_of(one))},
        "adresse": _links(offers),
        "gennemsyn": {
            pk: _("Skulle ses igennem senest %(day)s.") % {"day": day_year(one.review_on)}
            for pk, one in offers.items()
            if one.review_on is not None and one.review_on <= day
        },
        "karakter": _badly_rated(offers) if whose.tier == Tier.KOMMUNE else {},
        "ubrugt": _unused(offers, found, at) if whose.tier == Tier.KOMMUNE else {},
        "engelsk": {
            pk: _("Den, der læser engelsk, ser kun dansk.")
            for pk, one in offers.items()
            if one.current is not None and not (one.current.title_en and one.current.summary_en)
        },
    }
    kinds = [(code, str(KINDS[code]), len(some)) for code, some in told.items() if some]
    piles = [
        _pile(code, told[code], offers, shelf_of, language)
        for code, _name, _many in kinds
        if only not in told or code == only
    ]
    total = sum(many for _code, _name, many in kinds)
    return WorkPage(piles, total, only if only in told else "", kinds)


def _pile(
    code: str,
    told: Mapping[int, str],
    offers: Mapping[int, Offer],
    shelf_of: Mapping[int, str],
    language: str,
) -> Pile:
    todos = [
        Todo(offers[pk], title_of(offers[pk], language), why, shelf_of[pk])
        for pk, why in told.items()
    ]
    todos.sort(key=lambda one: (one.title.casefold(), one.offer.pk))
    return Pile(code, str(KINDS[code]), len(todos), todos[:MOST])


def _shelf_of(found: Known, at: datetime) -> dict[int, str]:
    """Return each offer that some citizen may see, on the first shelf it stands on.

    A word for some courses or from a later day counts: what it puts on a shelf shall be in order.
    """
    day = timezone.localdate(at)
    courses = {course for entry in found.entries for course in entry.courses}
    days = {day} | {entry.first for entry in found.entries if entry.first and entry.first > day}
    shelf_of: dict[int, str] = {}
    for course in (None, *sorted(courses)):
        for one in sorted(days):
            asked = Asked(course=course, day=one, level=found.level)
            for shelf in shelve(found.shelves, found.entries, asked):
                for verdict in shelf.shown:
                    if shelf.key != EVERYWHERE:
                        shelf_of.setdefault(verdict.item, shelf.key)
    return shelf_of


def _links(offers: Iterable[int]) -> dict[int, str]:
    rows = LinkCheck.objects.filter(offer_id__in=offers, failures__gte=_OFTEN_ENOUGH)
    rows = rows.exclude(state=LinkState.WORKS).filter(offer__current__way=Way.LINK)
    told = {}
    for row in rows.order_by("pk"):
        since = ""
        if row.failing_since is not None:
            since = _("Sådan har det været siden %(day)s.") % {"day": day_year(row.failing_since)}
        told[row.offer_id] = f"{LINKS[row.state]} {since}".strip()
    return told


def _badly_rated(offers: Iterable[int]) -> dict[int, str]:
    rows = Rating.objects.filter(offer_id__in=offers).order_by().values("offer_id")
    rows = rows.annotate(many=Count("pk"), mean=Avg("stars"))
    low = rows.filter(many__gte=LEAST_RATINGS, mean__lt=LEAST_STARS)
    return {row["offer_id"]: _stars(row["many"], row["mean"]) for row in low}


def _stars(many: int, mean: float) -> str:
    said = ngettext(
        "%(many)s person giver den %(mean)s af 5.",
        "%(many)s personer giver den i snit %(mean)s af 5.",
        many,
    )
    return said % {"many": many, "mean": number(round(mean, 1))}


def _unused(offers: Mapping[int, Offer], found: Known, at: datetime) -> dict[int, str]:
    """Return what nobody has begun in the last 90 days, and has been there as long."""
    rows = OfferUse.objects.filter(offer_id__in=offers).order_by().values("offer_id")
    last = {row["offer_id"]: row["last"] for row in rows.annotate(last=Max("last_at"))}
    since = at - UNUSED
    told = {}
    for pk, one in offers.items():
        there = one.published_at is not None and one.published_at < since
        if pk in found.on_offer and there and last.get(pk, since) <= since:
            told[pk] = (
                _("Sidst brugt %(day)s.") % {"day": day_year(last[pk])}
                if pk in last
                else _("Ingen har brugt den endnu.")
            )
    return told
