# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The library as its writers see it."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Q

from jobunivers.rooms.library.models import Proposal
from jobunivers.rooms.library.queries.bodies import Problem, Step, steps_of
from jobunivers.rooms.library.queries.readiness import missing, waits
from jobunivers.rooms.marketplace.queries import (
    Kind,
    Offer,
    OfferVersion,
    Source,
    versions_of,
)

_PER_PAGE = 50
KINDS = (
    Kind.ARTICLE, Kind.VIDEO, Kind.LESSON, Kind.COURSE, Kind.EVENT, Kind.MENTOR, Kind.NETWORK,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: the newest version, whether it waits, and whether it is to be read."""

    offer: Offer
    newest: OfferVersion
    waits: bool
    overdue: bool


def contents(
    *, source: Source, words: str, number: str, today: date
) -> tuple[Page[Offer], list[Line]]:
    """Return a page of the library's content, what was changed last first."""
    rows = Offer.objects.filter(source=source, kind__in=KINDS)
    if words:
        named = OfferVersion.objects.filter(
            Q(title_da__icontains=words) | Q(title_en__icontains=words)
        )
        rows = rows.filter(pk__in=named.values("offer_id"))
    page = Paginator(rows.order_by("-changed_at", "-pk"), _PER_PAGE).get_page(number)
    newest: dict[int, OfferVersion] = {}
    for one in OfferVersion.objects.filter(offer__in=[row.pk for row in page]).order_by("number"):
        newest[one.offer_id] = one
    return page, [
        Line(row, newest[row.pk], waits(newest[row.pk]), _overdue(row, today)) for row in page
    ]


def _overdue(offer: Offer, today: date) -> bool:
    return offer.review_on is not None and offer.review_on <= today


@dataclass(frozen=True, slots=True)
class Content:
    """One piece of content as its writers see it.

    Attributes:
        problems: what is still to be done before it can be handed in.
        proposal: the last one of it, as shared content or from the kommune.
    """

    offer: Offer
    newest: OfferVersion
    versions: list[OfferVersion]
    steps: tuple[Step, ...]
    problems: list[Problem]
    waits: bool
    proposal: Proposal | None

    @property
    def is_draft(self) -> bool:
        """Say whether the newest version is written and not handed in."""
        return self.newest.submitted_at is None


def content(offer: Offer, *, language: str) -> Content:
    """Return all that the page of one piece of content shows."""
    versions = versions_of(offer)
    newest = versions[0]
    proposed = Proposal.objects.filter(Q(offer=offer) | Q(origin_id=offer.pk)).order_by("-pk")
    return Content(
        offer=offer,
        newest=newest,
        versions=versions,
        steps=steps_of(newest.body, language),
        problems=missing(offer, newest),
        waits=waits(newest),
        proposal=proposed.first(),
    )


def version(offer: Offer, number: int) -> OfferVersion | None:
    """Return one version of an offer."""
    return next((one for one in versions_of(offer) if one.number == number), None)
