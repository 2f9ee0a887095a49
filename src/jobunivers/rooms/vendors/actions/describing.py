# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A firm describes a solution, hands it in, and takes it back."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.text import slugify

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import writing_shared
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.marketplace.actions import OfferEntry
from jobunivers.rooms.marketplace.queries import (
    Format,
    Kind,
    Offer,
    OfferVersion,
    Source,
    Vendor,
    Way,
    versions_of,
)
from jobunivers.rooms.vendors.actions.holding import locked
from jobunivers.rooms.vendors.models import Said, SolutionDecision

MOST_SOLUTIONS = 200


class Incomplete(Exception):  # noqa: N818
    """Nobody could read or open it as it stands."""


class Waits(Exception):  # noqa: N818 - it reads as what is wrong
    """A version waits to be read; it is taken back before it is written in."""


class TooManySolutions(Exception):  # noqa: N818
    """The firm has as many solutions as it may have."""


@transaction.atomic
def begin_solution(
    *, vendor: Vendor, kind: Kind, title: str, summary: str, at: datetime, actor_id: int
) -> Offer:
    """Begin a solution as a draft that nobody else sees; raises TooManySolutions."""
    Vendor.objects.select_for_update().get(pk=vendor.pk)
    if Offer.objects.filter(vendor=vendor).count() >= MOST_SOLUTIONS:
        raise TooManySolutions
    entry = OfferEntry(
        title_da=title,
        summary_da=summary,
        format=Format.VIRTUAL,
        way=Way.CONTACT,
        written_by=vendor.name,
    )
    with writing_shared():
        return marketplace.new_offer(
            key=f"{slugify(title)[:60]}-{get_random_string(8).lower()}".strip("-"),
            kind=kind,
            source=Source.MARKET,
            vendor_id=vendor.pk,
            entry=entry,
            at=at,
            actor_id=actor_id,
        )


def newest_of(offer: Offer) -> OfferVersion:
    """Return the newest version: the draft, the one that waits, or the one people see."""
    return versions_of(offer)[0]


def lacks(version: OfferVersion) -> list[str]:
    """Return what nobody could read or open it without: "about", "way"."""
    opens = version.contact if version.way == Way.CONTACT else version.url
    found = {"about": version.about_da.strip(), "way": opens}
    return [code for code, there in found.items() if not there]


def waits(version: OfferVersion) -> bool:
    """Say whether a version waits to be read."""
    return version.submitted_at is not None and version.approved_at is None


@transaction.atomic
def save_solution(
    *, offer: Offer, changes: Mapping[str, Any], seen: int, at: datetime, actor_id: int
) -> OfferVersion:
    """Write the draft anew, or begin one after what people see.

    Args:
        offer: whose description it is.
        changes: fields of a version; what is not named stays as it was.
        seen: the count the writer has read (`Offer.version`).
        at: now.
        actor_id: who writes.

    Raises:
        Waits: the newest version waits to be read.
        marketplace's ChangedMeanwhile: a colleague has written since.
    """
    held = locked(offer)
    newest = newest_of(held)
    if waits(newest):
        raise Waits
    told = {one.name: getattr(newest, one.name) for one in fields(OfferEntry)}
    if newest.approved_at is not None:
        # What was new in the one people see is not new in the next.
        told["note"] = ""
    told |= dict(changes)
    told["format"], told["way"] = Format(told["format"]), Way(told["way"])
    with writing_shared():
        return marketplace.save_version(
            offer=held, version=seen, entry=OfferEntry(**told), at=at, actor_id=actor_id
        )


@transaction.atomic
def submit_solution(*, offer: Offer, seen: int, at: datetime, actor_id: int) -> OfferVersion:
    """Hand the draft in as it was read.

    Raises:
        Incomplete: it is not described.
        marketplace's ChangedMeanwhile, or NotReady where there is no draft.
    """
    held = locked(offer)
    if held.version != seen:
        raise marketplace.ChangedMeanwhile(held)
    if lacks(newest_of(held)):
        raise Incomplete
    with writing_shared():
        made = marketplace.submit(offer=held, at=at, actor_id=actor_id)
    data = {"offer_id": offer.pk, "version": made.number}
    events.record("vendors.solution_submitted", at=at, actor_id=actor_id, data=data)
    return made


@transaction.atomic
def take_submission_back(*, offer: Offer, at: datetime, actor_id: int) -> OfferVersion:
    """Make the version that waits a draft again; raises NotReady when none waits."""
    held = locked(offer)
    newest = newest_of(held)
    if not waits(newest):
        raise marketplace.NotReady
    with writing_shared():
        # What the firm wrote of what is new stays: the reason for a no stands elsewhere.
        made = marketplace.send_back(
            offer=held, number=newest.number, why=newest.note, at=at, actor_id=actor_id
        )
    note_decision(held, made.number, Said.TAKEN_BACK, by_id=actor_id, at=at)
    return made


def note_decision(
    offer: Offer, number: int, said: Said, *, by_id: int, at: datetime, why: str = ""
) -> None:
    """Keep what was decided of a version, and tell."""
    row = SolutionDecision.objects.create(
        offer=offer, number=number, said=said, why=why[:300], at=at, by_id=by_id
    )
    data = {"offer_id": offer.pk, "version": number, "said": str(said), "decision_id": row.pk}
    events.record("vendors.version_decided", at=at, actor_id=by_id, data=data)
