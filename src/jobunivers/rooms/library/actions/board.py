# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shared library's board: put forward, named, votes; what a kommune offers to all."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.files.actions import share
from jobunivers.foundation.tenancy import writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.library.actions.writing import OwnText, entry_of, is_writer, note_writer
from jobunivers.rooms.library.models import (
    BoardMember,
    BoardRules,
    ContentFile,
    Proposal,
    ProposalState,
    Vote,
)
from jobunivers.rooms.library.queries.board import member_of, quorum
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.queries import (
    Kind,
    Offer,
    OfferState,
    Source,
    offer,
    versions_of,
)

_LONGEST = 80
_LEAST = 2


class NotOnTheBoard(Exception):  # noqa: N818 - it reads as what is wrong
    """The person is not named for today."""


class Decided(Exception):  # noqa: N818
    """The proposal does not wait any more."""


class AlreadyProposed(Exception):  # noqa: N818
    """The same content waits for the board already."""


def put_forward(
    *, kommune: Municipality, person_id: int, name: str, actor_id: int, at: datetime
) -> BoardMember:
    """Put a person of a kommune forward for the board; twice is once."""
    row, new = BoardMember.objects.get_or_create(
        kommune=kommune,
        person_id=person_id,
        defaults={"name": name, "put_forward_at": at, "put_forward_by_id": actor_id},
    )
    if new:
        _told("library.board_changed", row.pk, actor_id, at)
    return row


def name_member(
    *, member: BoardMember, first: date, until: date | None, actor_id: int, at: datetime
) -> None:
    """Name a person from a day on; `until` is the first day she is not on the board.

    Raises:
        ValueError: it would end before it begins.
    """
    if until is not None and until < first:
        raise ValueError((first, until))
    BoardMember.objects.filter(pk=member.pk).update(
        from_on=first, until_on=until, named_at=at, named_by_id=actor_id
    )
    _told("library.board_changed", member.pk, actor_id, at)


@transaction.atomic
def set_quorum(*, number: int, actor_id: int, at: datetime) -> None:
    """Say how many must say yes, two or more; raises ValueError for fewer."""
    if number < _LEAST:
        raise ValueError(number)
    values = {"quorum": number, "changed_at": at, "changed_by_id": actor_id}
    if not BoardRules.objects.update(**values):
        BoardRules.objects.create(**values)
    _told("library.board_changed", 0, actor_id, at)


@transaction.atomic
def propose(*, content: Offer, kommune: Municipality, actor_id: int, at: datetime) -> Proposal:
    """Offer a kommune's published content to the shared library; the board decides.

    The kommune is named as its author, and the board reads a copy: what the kommune writes
    afterwards is a new proposal.

    Raises:
        NotReady: it is not published.
        AlreadyProposed: it waits for the board.
    """
    shared, number = _copied(content, kommune, actor_id, at)
    return _proposal(shared, number, kommune, content.pk, actor_id=actor_id, at=at)


@transaction.atomic
def offer_as_it_is(
    *, content: Offer, kommune: Municipality, actor_id: int, at: datetime
) -> Proposal:
    """Offer special content to other kommuner as it is, without the board.

    It was approved by a second person of the kommune, and stands on no shelf until another
    kommune puts it there. Raises NotReady and AlreadyProposed.
    """
    shared, number = _copied(content, kommune, actor_id, at)
    row = _proposal(shared, number, kommune, content.pk, actor_id=actor_id, at=at)
    with writing_shared():
        market.approve(offer=shared, number=number, actor_id=actor_id, at=at)
    Proposal.objects.filter(pk=row.pk).update(
        as_it_is=True, state=ProposalState.ACCEPTED, decided_at=at
    )
    _told("library.proposal_decided", row.pk, actor_id, at)
    row.refresh_from_db()
    return row


@transaction.atomic
def propose_shared(
    *, content: Offer, kommune: Municipality, actor_id: int, at: datetime
) -> Proposal:
    """Let the board decide on shared content that was written as such and is handed in."""
    number = versions_of(content)[0].number
    return _proposal(content, number, kommune, None, actor_id=actor_id, at=at)


@transaction.atomic
def vote(
    *, proposal: Proposal, person_id: int, yes: bool | None, words: str, today: date, at: datetime
) -> ProposalState:
    """Keep what a member says, and decide when it is decided; return the proposal's state.

    Enough yes publish it; one no sends it back with its words. A comment alone decides nothing.

    Raises:
        NotOnTheBoard: her time has not begun or is over.
        OwnText: she has proposed or written it.
        Decided: it waits no more.
        ValueError: a no without a reason.
    """
    member = member_of(person_id, today=today)
    if member is None:
        raise NotOnTheBoard
    held = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if held.state != ProposalState.WAITING:
        raise Decided
    if yes is not None and _is_own(held, person_id):
        raise OwnText
    if yes is False and not words.strip():
        raise ValueError(words)
    Vote.objects.update_or_create(
        proposal=held, member=member, defaults={"yes": yes, "words": words, "said_at": at}
    )
    if yes is False:
        return _decide(held, ProposalState.SENT_BACK, words, person_id, at)
    if _yes(held, today) >= quorum():
        return _decide(held, ProposalState.ACCEPTED, "", person_id, at)
    return ProposalState.WAITING


@transaction.atomic
def take_proposal_back(*, proposal: Proposal, actor_id: int, at: datetime) -> None:
    """Let the kommune that proposed take it back; raises Decided."""
    held = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if held.state != ProposalState.WAITING:
        raise Decided
    _decide(held, ProposalState.WITHDRAWN, "", actor_id, at)


def _is_own(proposal: Proposal, person_id: int) -> bool:
    if proposal.proposed_by_id == person_id:
        return True
    return is_writer(proposal.offer, proposal.number, person_id)


def _yes(proposal: Proposal, today: date) -> int:
    """Return how many say yes that are on the board today."""
    votes = Vote.objects.filter(proposal=proposal, yes=True).select_related("member")
    return sum(member_of(one.member.person_id, today=today) is not None for one in votes)


def _decide(
    proposal: Proposal, state: ProposalState, why: str, actor_id: int, at: datetime
) -> ProposalState:
    shared, number = proposal.offer, proposal.number
    with writing_shared():
        if state == ProposalState.ACCEPTED:
            market.approve(offer=shared, number=number, actor_id=actor_id, at=at)
        else:
            market.send_back(offer=shared, number=number, why=why, actor_id=actor_id, at=at)
    Proposal.objects.filter(pk=proposal.pk).update(state=state, why=why, decided_at=at)
    _told("library.proposal_decided", proposal.pk, actor_id, at)
    return state


def _proposal(
    shared: Offer,
    number: int,
    kommune: Municipality,
    origin_id: int | None,
    *,
    actor_id: int,
    at: datetime,
) -> Proposal:
    try:
        with transaction.atomic():
            row = Proposal.objects.create(
                offer=shared,
                number=number,
                kommune=kommune,
                origin_id=origin_id,
                proposed_at=at,
                proposed_by_id=actor_id,
            )
    except IntegrityError:
        raise AlreadyProposed from None
    _told("library.content_proposed", row.pk, actor_id, at)
    return row


def _copied(
    content: Offer, kommune: Municipality, actor_id: int, at: datetime
) -> tuple[Offer, int]:
    """Return the shared copy of what a kommune has published, handed in; it is made or renewed."""
    if content.state != OfferState.APPROVED or content.current is None:
        raise market.NotReady
    before = Proposal.objects.filter(kommune=kommune, origin_id=content.pk).order_by("-pk").first()
    if before is not None and before.state == ProposalState.WAITING:
        raise AlreadyProposed
    with writing_shared():
        shared = _shared_of(before, content, kommune, actor_id, at)
        body = _with_shared_files(content.current.body, shared, actor_id, at)
        entry = replace(entry_of(content.current), body=body, written_by=author_of(kommune))
        made = market.save_version(
            offer=shared, version=shared.version, entry=entry, actor_id=actor_id, at=at
        )
        note_writer(made, actor_id)
        market.review_by(offer=shared, on=content.review_on)
        return shared, market.submit(offer=shared, actor_id=actor_id, at=at).number


def author_of(kommune: Municipality) -> str:
    """Return what a kommune is called as an author; some names say already what it is."""
    name = kommune.name
    return name if "kommune" in name.lower() else f"{name} Kommune"


def _shared_of(
    before: Proposal | None, content: Offer, kommune: Municipality, actor_id: int, at: datetime
) -> Offer:
    known = offer(before.offer_id) if before is not None else None
    if known is not None:
        return known
    assert content.current is not None  # `_copied` has looked
    return market.new_offer(
        key=f"{slugify(kommune.slug)}-{content.key}"[:_LONGEST],
        kind=Kind(content.kind),
        source=Source.SHARED,
        entry=replace(entry_of(content.current), body={}),
        actor_id=actor_id,
        at=at,
    )


def _with_shared_files(
    body: dict[str, Any], shared: Offer, actor_id: int, at: datetime
) -> dict[str, Any]:
    """Return a body whose files are kept for all."""
    steps = [dict(one) for one in body.get("steps", ())]
    for step in steps:
        for name in ("image", "video"):
            own = ContentFile.objects.filter(file_id=step.get(name) or 0).first()
            if own is not None:
                copy = share(file=own.file, by_id=actor_id, at=at)
                ContentFile.objects.create(offer=shared, file=copy, municipality_id=None)
                step[name] = copy.pk
    return {**body, "steps": steps} if steps else dict(body)


def _told(kind: str, number: int, actor_id: int, at: datetime) -> None:
    events.record(kind, at=at, actor_id=actor_id, data={"id": number})
