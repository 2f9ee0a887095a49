# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people say of offers: sums of enough people, and words that an editor has read."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, QuerySet, Sum

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.marketplace.models import OfferTally, Rating, RatingState

# So few that one could guess who said what.
FEWEST_FOR_CITIZENS = 5
FEWEST_FOR_VENDORS = 10
# A press on the button alone is no experience.
LEAST_USE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Stars:
    """How many have rated, and their average from 1 to 5; none where they are too few."""

    count: int
    average: float | None = None


NO_STARS = Stars(0)


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many people of all kommuner use an offer, and what they say; for its vendor."""

    users: int
    starts: int
    completions: int
    stars: Stars


def ratings_of(offer_ids: Collection[int]) -> dict[int, Stars]:
    """Return the stars of offers: the kommune's own as they stand, the others' of last night.

    An average of fewer than five people is not told, nor how many of them there are.
    """
    if not offer_ids:
        return {}
    sums: dict[int, tuple[int, int]] = {}
    own = Rating.objects.filter(offer_id__in=offer_ids).order_by().values("offer_id")
    others = OfferTally.objects.filter(offer_id__in=offer_ids, ratings__gt=0)
    here = Municipality.objects.filter(pk=current_municipality_id()).values("code")
    elsewhere = others.exclude(municipality_code__in=here).order_by().values("offer_id")
    for rows in (
        own.annotate(many=Count("pk"), sum=Sum("stars")),
        elsewhere.annotate(many=Sum("ratings"), sum=Sum("stars")),
    ):
        for row in rows:
            many, total = sums.get(row["offer_id"], (0, 0))
            sums[row["offer_id"]] = (many + row["many"], total + row["sum"])
    return {pk: _told(*sums[pk], FEWEST_FOR_CITIZENS) for pk in sums}


def numbers_of(offer_ids: Collection[int]) -> dict[int, Numbers]:
    """Return what an offer's vendor may know: sums of last night, of at least ten people."""
    rows = OfferTally.objects.filter(offer_id__in=offer_ids).order_by().values("offer_id")
    summed = rows.annotate(
        people=Sum("users"), begun=Sum("starts"), done=Sum("completions"),
        many=Sum("ratings"), total=Sum("stars"),
    )  # fmt: skip
    return {
        row["offer_id"]: Numbers(
            users=row["people"],
            starts=row["begun"],
            # Few who are through, or few who are not, would tell of them.
            completions=_enough(row["done"], row["people"]),
            stars=_told(row["many"], row["total"], FEWEST_FOR_VENDORS),
        )
        for row in summed
        if row["people"] >= FEWEST_FOR_VENDORS
    }


def star_sums(*, until: datetime) -> dict[int, tuple[int, int]]:
    """Return offer → how many of the kommune had rated it before a moment, and their stars' sum."""
    rows = Rating.objects.filter(at__lt=until).order_by().values("offer_id")
    counted = rows.annotate(many=Count("pk"), sum=Sum("stars"))
    return {row["offer_id"]: (row["many"], row["sum"]) for row in counted}


def shown_words() -> list[tuple[int, int, str]]:
    """Return id, offer and words of what the kommune's editors let others read, by id."""
    rows = Rating.objects.filter(state=RatingState.SHOWN).exclude(words="").order_by("pk")
    return list(rows.values_list("pk", "offer_id", "words"))


def _told(many: int, total: int, fewest: int) -> Stars:
    return Stars(many, total / many) if many >= fewest else NO_STARS


def _enough(some: int, everyone: int) -> int:
    few = some < FEWEST_FOR_VENDORS or 0 < everyone - some < FEWEST_FOR_VENDORS
    return 0 if few else some


def experiences(*, offer_id: int, most: int = 20) -> list[Rating]:
    """Return what an editor lets others read, the newest first; nobody's name is in it."""
    rows = Rating.objects.filter(offer_id=offer_id, state=RatingState.SHOWN).exclude(words="")
    return list(rows.only("stars", "words", "at").order_by("-at", "-pk")[:most])


def rating_of(*, citizen_id: int, offer_id: int) -> Rating | None:
    """Return what a citizen says of an offer."""
    return Rating.objects.filter(citizen_id=citizen_id, offer_id=offer_id).first()


def words_to_read(*, state: str = RatingState.WAITING) -> QuerySet[Rating]:
    """Return experiences with words in a state, the oldest first, for the editor."""
    rows = Rating.objects.filter(state=state).exclude(words="")
    return rows.select_related("offer__current").order_by("at", "pk")


def rating(pk: int) -> Rating | None:
    """Return one experience of the kommune."""
    return Rating.objects.filter(pk=pk).select_related("offer__current").first()
