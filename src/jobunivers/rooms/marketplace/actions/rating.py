# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Stars and experiences, from those who have used an offer and from nobody else."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.marketplace.models import Offer, OfferUse, Rating, RatingState
from jobunivers.rooms.marketplace.queries.ratings import LEAST_USE

LONGEST_WORDS = 2000


class NotUsed(Exception):  # noqa: N818 - it reads as what is wrong
    """She has not used it, or only just begun."""


class ChangedRating(Exception):  # noqa: N818
    """The rating was changed in another window; `rating` is what stands now."""

    def __init__(self, rating: Rating) -> None:
        super().__init__()
        self.rating = rating


@transaction.atomic
def rate(*, citizen_id: int, offer: Offer, stars: int, words: str, at: datetime) -> Rating:
    """Keep what she says of an offer, one for each person; said again it takes the other's place.

    Stars count at once. New words wait until an editor has read them; the same words stand as
    they were.

    Raises:
        NotUsed: she has not used it for as long as an experience takes.
        ValueError: stars that are not one to five.
    """
    if not 1 <= stars <= 5:  # noqa: PLR2004 - stars are one to five
        raise ValueError(stars)
    used = OfferUse.objects.filter(citizen_id=citizen_id, offer=offer).first()
    if used is None or used.started_at > at - LEAST_USE:
        raise NotUsed
    said = words.strip()[:LONGEST_WORDS]
    was = Rating.objects.select_for_update().filter(citizen_id=citizen_id, offer=offer).first()
    if was is not None and (was.stars, was.words) == (stars, said):
        return was
    told = {"stars": stars, "words": said, "offer_version": used.version, "at": at}
    if was is None or was.words != said:
        told |= {"state": RatingState.WAITING, "hidden_why": "", "decided_at": None}
        told |= {"decided_by_id": None}
    row, _new = Rating.objects.update_or_create(
        citizen_id=citizen_id,
        offer=offer,
        defaults={**told, "version": was.version + 1 if was else 1},
    )
    events.record(
        "marketplace.offer_rated",
        at=at,
        citizen_id=citizen_id,
        actor_id=citizen_id,
        data={"offer_id": offer.pk, "stars": stars},
    )
    return row


@transaction.atomic
def show_words(*, rating: Rating, version: int, actor_id: int, at: datetime) -> None:
    """Let others read her words.

    Raises:
        ChangedRating: she has written others meanwhile, or another editor has decided.
    """
    _decide(rating, version, RatingState.SHOWN, "", actor_id=actor_id, at=at)


@transaction.atomic
def hide_words(*, rating: Rating, version: int, why: str, actor_id: int, at: datetime) -> None:
    """Keep her words from others, and say why to her; her stars count as before.

    Raises:
        ChangedRating: she has written others meanwhile, or another editor has decided.
        ValueError: no reason is given.
    """
    if not why.strip():
        raise ValueError(why)
    _decide(rating, version, RatingState.HIDDEN, why.strip()[:200], actor_id=actor_id, at=at)


def _decide(
    rating: Rating, version: int, state: RatingState, why: str, *, actor_id: int, at: datetime
) -> None:
    changed = Rating.objects.filter(pk=rating.pk, version=version).update(
        state=state,
        hidden_why=why,
        decided_by_id=actor_id,
        decided_at=at,
        version=F("version") + 1,
    )
    if not changed:
        raise ChangedRating(Rating.objects.get(pk=rating.pk))
    shown = state == RatingState.SHOWN
    events.record(
        "marketplace.experience_shown" if shown else "marketplace.experience_hidden",
        at=at,
        citizen_id=rating.citizen_id,
        actor_id=actor_id,
        data={"offer_id": rating.offer_id},
    )
