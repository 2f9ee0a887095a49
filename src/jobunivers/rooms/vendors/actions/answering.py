# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answering the checklist of a solution, and accepting the answers."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.files import actions as files
from jobunivers.foundation.files import kinds
from jobunivers.foundation.files.models import StoredFile
from jobunivers.foundation.tenancy import writing_shared
from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.rooms.vendors.actions.checking import check
from jobunivers.rooms.vendors.models import Gate, GateFile
from jobunivers.rooms.vendors.queries.answers import Answers

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class ChangedAnswers(Exception):  # noqa: N818 - it reads as what happened
    """Somebody else has written answers since; `gate` is what stands now."""

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self.gate = gate


class SamePerson(Exception):  # noqa: N818
    """Whoever wrote the answers may not accept them."""


@transaction.atomic
def save_answers(
    *, offer: Offer, answers: Answers, seen: int, at: datetime, actor_id: int | None
) -> Gate:
    """Write a solution's answers; they count once somebody else has accepted them.

    Raises:
        ChangedAnswers: they are not those the writer has seen (`seen`; 0: there were none).
    """
    told = answers.as_json()
    gate, new = Gate.objects.get_or_create(
        offer=offer, defaults={"said": told, "said_at": at, "said_by_id": actor_id}
    )
    if not new:
        if gate.version != seen:
            raise ChangedAnswers(gate)
        if gate.said == told:
            return gate
        rows = Gate.objects.filter(pk=gate.pk, version=seen)
        if not rows.update(said=told, said_at=at, said_by_id=actor_id, version=F("version") + 1):
            gate.refresh_from_db()
            raise ChangedAnswers(gate)
        gate.refresh_from_db()
    data = {"offer_id": offer.pk, "version": gate.version}
    events.record("vendors.answers_written", at=at, actor_id=actor_id, data=data)
    return gate


@transaction.atomic
def accept_answers(*, offer: Offer, version: int, at: datetime, actor_id: int | None) -> Gate:
    """Let the written answers count, and hold the solution back or let it go accordingly.

    Doing it twice changes nothing.

    Raises:
        ChangedAnswers: they have been written anew since they were read.
        SamePerson: whoever accepts wrote them.
    """
    gate = Gate.objects.select_for_update().get(offer=offer)
    if gate.version != version:
        raise ChangedAnswers(gate)
    if gate.accepted_version != version:
        if actor_id is not None and gate.said_by_id == actor_id:
            raise SamePerson
        gate.accepted, gate.accepted_version = gate.said, version
        gate.accepted_at, gate.accepted_by_id = at, actor_id
        gate.save()
        data = {"offer_id": offer.pk, "version": version}
        events.record("vendors.answers_accepted", at=at, actor_id=actor_id, data=data)
    check(offer_id=offer.pk, at=at)
    return gate


@transaction.atomic
def fill_gate(*, offer: Offer, answers: Answers, at: datetime) -> Gate:
    """Write answers that count at once; the loader's door. The same answers change nothing."""
    known = Gate.objects.filter(offer=offer).first()
    gate = save_answers(
        offer=offer, answers=answers, seen=known.version if known else 0, at=at, actor_id=None
    )
    return accept_answers(offer=offer, version=gate.version, at=at, actor_id=None)


def attach(
    *, offer: Offer, upload: "UploadedFile[bytes]", by_id: int | None, at: datetime
) -> StoredFile:
    """Keep a document of a solution for all kommuner; raises files.Refused."""
    with writing_shared():
        kept = files.keep_shared(upload=upload, kind=kinds.PDF, by_id=by_id, at=at)
    GateFile.objects.create(offer=offer, file=kept)
    return kept
