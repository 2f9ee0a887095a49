# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One offer as its page shows it, and several beside each other."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.marketplace.models import (
    Offer,
    OfferState,
    OfferUse,
    OfferVersion,
    Rating,
)
from jobunivers.rooms.marketplace.queries import opening, own, ratings, searching, telling, words
from jobunivers.rooms.marketplace.queries.helping import Help, help_of
from jobunivers.rooms.marketplace.queries.offers import use_of
from jobunivers.rooms.marketplace.queries.prices import Prices, prices_for
from jobunivers.rooms.marketplace.queries.ratings import LEAST_USE, Stars

MOST_COMPARED = 4
_ALTERNATIVES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferPage:
    """All that an offer's page shows.

    Attributes:
        standing: it is on her shelves: it can be begun.
        gone: it is withdrawn, held back or over, for everybody.
        hands_over: what is handed over at the start, in words.
        site: the site the start leads to; empty when it stays on our pages.
        openable: somebody knows how it is opened.
        stopped: she has stopped, and not begun again since.
        prices: what its firm asks for it; for staff alone.
        help: where she gets help with a firm's solution.
        may_rate: she has used it for long enough to say something.
    """

    offer: Offer
    said: OfferVersion
    standing: bool
    gone: bool
    about: SafeString
    skills: list[str]
    occupations: list[str]
    kommuner: list[str]
    statements: list[tuple[str, str]]
    hands_over: Sequence[str]
    site: str
    openable: bool
    stars: Stars
    experiences: list[Rating]
    effect: str
    alternatives: list[Offer]
    help: Help | None = None
    prices: Prices | None = None
    use: OfferUse | None = None
    stopped: bool = False
    kept: bool = False
    given: bool = False
    rating: Rating | None = None
    may_rate: bool = False

    @property
    def percent(self) -> int:
        """Return how far she has come, in whole percent."""
        return round(100 * self.use.progress) if self.use else 0


def offer_page(
    *,
    offer: Offer,
    said: OfferVersion,
    standing: Collection[int],
    owner: int,
    language: str,
    at: datetime,
    citizen_id: int | None = None,
    staff_role: str = "",
) -> OfferPage:
    """Return an offer's page; with a citizen, how far she is; for staff, the price."""
    opener = opening.opening_of(offer)
    use = rating = None
    if citizen_id is not None:
        use = use_of(citizen_id=citizen_id, offer_id=offer.pk)
        rating = ratings.rating_of(citizen_id=citizen_id, offer_id=offer.pk)
    gone = is_gone(offer, at=at)
    stands = offer.pk in standing and not gone
    return OfferPage(
        offer=offer,
        said=said,
        standing=stands,
        gone=gone,
        about=telling.html_of(_in(said, "about", language)),
        skills=_labels(said.skills, language),
        occupations=_labels(said.occupations, language),
        kommuner=_kommuner(said.kommuner),
        statements=_statements(said.statements, language),
        hands_over=opener.hands_over(offer) if opener else (),
        site=opening.site_of(said.url) if opener and opener.outside else "",
        openable=opener is not None,
        stars=ratings.ratings_of([offer.pk]).get(offer.pk, ratings.NO_STARS),
        experiences=ratings.experiences(offer_id=offer.pk),
        effect=telling.effects_of([offer.pk], language).get(offer.pk, ""),
        alternatives=alternatives(offer, standing, owner=owner, at=at),
        help=help_of(offer),
        prices=prices_for(offer, staff_role) if staff_role else None,
        use=use,
        stopped=use is not None
        and citizen_id is not None
        and offer.pk in own.stopped_ids(citizen_id),
        kept=citizen_id is not None and bool(own.kept_ids(citizen_id, [offer.pk])),
        given=citizen_id is not None and own.was_given(citizen_id=citizen_id, offer_id=offer.pk),
        rating=rating,
        may_rate=use is not None and use.started_at <= at - LEAST_USE,
    )


def is_gone(offer: Offer, *, at: datetime) -> bool:
    """Say whether an offer is there for nobody any more: withdrawn, held back or over."""
    if offer.state != OfferState.APPROVED or offer.blocked or offer.current is None:
        return True
    return offer.current.ends_at is not None and offer.current.ends_at <= at


def compare(
    *, ids: Sequence[int], standing: Collection[int], language: str
) -> list[tuple[Offer, Stars, str, list[str]]]:
    """Return up to four offers of her shelves in the order asked: stars, effect, competences."""
    wanted = [pk for pk in dict.fromkeys(ids) if pk in standing][:MOST_COMPARED]
    rows = searching.rows_by_id(wanted)
    stars = ratings.ratings_of(wanted)
    effects = telling.effects_of(wanted, language)
    found = []
    for pk in wanted:
        row = rows.get(pk)
        if row is not None and row.current is not None:
            labels = _labels(row.current.skills, language)
            found.append((row, stars.get(pk, ratings.NO_STARS), effects.get(pk, ""), labels))
    return found


def alternatives(
    offer: Offer, standing: Collection[int], *, owner: int, at: datetime
) -> list[Offer]:
    """Return what she may use instead: about the same, else of the same kind."""
    ids = [pk for pk in searching.similar_ids(offer.pk, owner=owner, at=at) if pk in standing]
    if not ids:
        same = Offer.objects.filter(pk__in=standing, kind=offer.kind, state="approved")
        same = same.exclude(pk=offer.pk).order_by("-published_at", "pk")
        ids = list(same.values_list("pk", flat=True)[:_ALTERNATIVES])
    rows = searching.rows_by_id([pk for pk in ids if pk != offer.pk][:_ALTERNATIVES])
    return [rows[pk] for pk in ids if pk in rows]


def _labels(uris: Sequence[str], language: str) -> list[str]:
    found = taxonomy.labels(list(uris), language) if uris else {}
    return [found[uri] for uri in uris if uri in found]


def _kommuner(codes: Sequence[str]) -> list[str]:
    known = {area.code: area.name for area in places.kommuner()}
    return [known[code] for code in codes if code in known]


def _statements(said: Mapping[str, object], language: str) -> list[tuple[str, str]]:
    """Return what is said of accessibility and data, in the reader's language where it is."""
    found = []
    for code, label in words.STATEMENTS.items():
        own_words = said.get(f"{code}_{language}") or said.get(code) or said.get(f"{code}_da")
        if isinstance(own_words, str) and own_words.strip():
            found.append((str(label), own_words))
    return found


def _in(said: OfferVersion, name: str, language: str) -> str:
    """Return a text in the reader's language, in Danish where it has no other."""
    return getattr(said, f"{name}_{language}", "") or str(getattr(said, f"{name}_da"))
