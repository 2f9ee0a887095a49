# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who decides on shared content, what waits for them, and what they said."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.library.models import (
    BoardMember,
    BoardRules,
    Proposal,
    ProposalState,
    Vote,
)
from jobunivers.rooms.marketplace.queries import OfferVersion

_LEAST = 2


@dataclass(frozen=True, slots=True)
class Seat:
    """A person put forward or named; `sits` says whether she decides today."""

    member: BoardMember
    sits: bool


def quorum() -> int:
    """Return how many must say yes."""
    row = BoardRules.objects.order_by("pk").first()
    return row.quorum if row is not None else _LEAST


def member_of(person_id: int, *, today: date) -> BoardMember | None:
    """Return the membership of a person that holds today."""
    rows = BoardMember.objects.filter(_holding(today), person_id=person_id)
    return rows.order_by("pk").first()


def seats(*, today: date) -> list[Seat]:
    """Return everybody put forward or named, by kommune and name."""
    rows = BoardMember.objects.select_related("kommune").order_by("kommune__name", "name", "pk")
    return [Seat(one, _holds(one, today)) for one in rows]


def proposals(*, kommune: Municipality | None = None) -> QuerySet[Proposal]:
    """Return what was proposed, what waits first; of one kommune when one is given."""
    rows = _called().select_related("offer", "kommune")
    if kommune is not None:
        rows = rows.filter(kommune=kommune)
    return rows.order_by(F("decided_at").desc(nulls_first=True), "-proposed_at", "-pk")


def _called() -> QuerySet[Proposal]:
    """Return proposals with `title`: what the version is called, in the reader's language."""
    said = OfferVersion.objects.filter(offer=OuterRef("offer_id"), number=OuterRef("number"))
    title: Combinable = F("title_da")
    if get_language() == "en":
        title = Coalesce(NullIf("title_en", Value("")), "title_da")
    return Proposal.objects.annotate(title=Subquery(said.annotate(t=title).values("t")[:1]))


def waiting() -> QuerySet[Proposal]:
    """Return what waits for the board, the oldest first."""
    rows = _called().filter(state=ProposalState.WAITING)
    return rows.select_related("offer", "kommune").order_by("proposed_at", "pk")


def votes(proposal: Proposal) -> list[Vote]:
    """Return what members have said of a proposal, in the order they said it."""
    rows = Vote.objects.filter(proposal=proposal).select_related("member__kommune")
    return list(rows.order_by("said_at", "pk"))


def _holding(today: date) -> Q:
    return Q(from_on__lte=today) & (Q(until_on=None) | Q(until_on__gt=today))


def _holds(member: BoardMember, today: date) -> bool:
    begun = member.from_on is not None and member.from_on <= today
    return begun and (member.until_on is None or member.until_on > today)
