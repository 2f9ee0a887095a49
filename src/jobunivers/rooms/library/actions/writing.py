# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Own content from draft to publication: written, handed in, read by another person, published.

Local content is approved by a second person of the kommune; shared content by the board
(`board.py`). A version that waits is not written in: it is taken back first.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from jobunivers.foundation.files import actions as files
from jobunivers.foundation.files.kinds import Kind as FileKind
from jobunivers.foundation.files.models import StoredFile
from jobunivers.foundation.tenancy import writing_shared
from jobunivers.rooms.library.models import ContentFile, Writer
from jobunivers.rooms.library.queries.bodies import Problem
from jobunivers.rooms.library.queries.readiness import missing, waits
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.actions import ChangedMeanwhile, NotReady, OfferEntry
from jobunivers.rooms.marketplace.queries import (
    Kind,
    Offer,
    OfferVersion,
    Source,
    versions_of,
)

__all__ = ["ChangedMeanwhile", "NotReady"]


class OwnText(Exception):  # noqa: N818 - it reads as what is wrong
    """Who has written in a version does not approve it."""


class Waits(Exception):  # noqa: N818
    """The newest version waits for somebody to read it; it is taken back before it is changed."""


@dataclass(frozen=True)
class Unfinished(Exception):  # noqa: N818
    """What keeps a version from being handed in."""

    problems: tuple[Problem, ...]


def lock_of(offer: Offer) -> AbstractContextManager[None]:
    """Return what an offer is written within: shared content has a lock of its own."""
    return writing_shared() if offer.source == Source.SHARED else nullcontext()


def entry_of(version: OfferVersion) -> OfferEntry:
    """Return what a version says, to be said anew."""
    return OfferEntry(**{one.name: getattr(version, one.name) for one in fields(OfferEntry)})


@transaction.atomic
def begin(
    *,
    key: str,
    kind: Kind,
    source: Source,
    entry: OfferEntry,
    review_on: date | None,
    actor_id: int,
    at: datetime,
) -> Offer:
    """Begin new content as a draft."""
    with writing_shared() if source == Source.SHARED else nullcontext():
        offer = market.new_offer(
            key=key,
            kind=kind,
            source=source,
            entry=entry,
            review_on=review_on,
            actor_id=actor_id,
            at=at,
        )
        note_writer(versions_of(offer)[0], actor_id)
    return offer


@transaction.atomic
def write(
    *, offer: Offer, seen: int, changes: Mapping[str, Any], actor_id: int, at: datetime
) -> OfferVersion:
    """Change some of what the newest version says; a draft is begun after an approved one.

    Raises:
        ChangedMeanwhile: somebody else has written since `seen` (`Offer.version`).
        Waits: the newest version is being read by somebody.
    """
    newest = versions_of(offer)[0]
    if waits(newest):
        raise Waits
    with lock_of(offer):
        made = market.save_version(
            offer=offer,
            version=seen,
            entry=replace(entry_of(newest), **changes),
            actor_id=actor_id,
            at=at,
        )
        note_writer(made, actor_id)
    return made


def write_steps(
    *, offer: Offer, seen: int, steps: list[dict[str, Any]], actor_id: int, at: datetime
) -> OfferVersion:
    """Write the steps anew; raises as `write` does."""
    changes = {"body": {"steps": steps}}
    return write(offer=offer, seen=seen, changes=changes, actor_id=actor_id, at=at)


def review(*, offer: Offer, on: date | None) -> None:
    """Say when the content is to be read again."""
    with lock_of(offer):
        market.review_by(offer=offer, on=on)


def hand_in(*, offer: Offer, actor_id: int, at: datetime) -> OfferVersion:
    """Let somebody else read the draft.

    Raises:
        Unfinished: the body cannot be shown as it is, or a licence or a review date is missing.
        NotReady: there is no draft.
    """
    problems = missing(offer, versions_of(offer)[0])
    if problems:
        raise Unfinished(tuple(problems))
    with lock_of(offer):
        return market.submit(offer=offer, actor_id=actor_id, at=at)


def take_back(*, offer: Offer, actor_id: int, at: datetime) -> OfferVersion:
    """Take a version back that waits, to write on; raises NotReady when none does."""
    with lock_of(offer):
        number = versions_of(offer)[0].number
        return market.send_back(offer=offer, number=number, why="", actor_id=actor_id, at=at)


@transaction.atomic
def publish(*, offer: Offer, number: int, actor_id: int, at: datetime) -> Offer:
    """Approve a version of the kommune's own content.

    Raises:
        OwnText: the person has written in it.
        NotReady: it does not wait (any more).
    """
    if is_writer(offer, number, actor_id):
        raise OwnText
    return market.approve(offer=offer, number=number, actor_id=actor_id, at=at)


def return_it(*, offer: Offer, number: int, why: str, actor_id: int, at: datetime) -> OfferVersion:
    """Give a version back to who wrote it, with the reason; raises NotReady."""
    return market.send_back(offer=offer, number=number, why=why, actor_id=actor_id, at=at)


def withdraw(*, offer: Offer, why: str, actor_id: int, at: datetime) -> Offer:
    """Take published content away from everybody who has it."""
    with lock_of(offer):
        return market.withdraw(offer=offer, why=why, actor_id=actor_id, at=at)


@transaction.atomic
def attach(
    *, offer: Offer, upload: "UploadedFile[bytes]", kind: FileKind, by_id: int | None, at: datetime
) -> StoredFile:
    """Keep a picture or a video of an offer; raises files.Refused with words for the writer."""
    with lock_of(offer):
        return keep_file(offer=offer, upload=upload, kind=kind, by_id=by_id, at=at)


def keep_file(
    *, offer: Offer, upload: "UploadedFile[bytes]", kind: FileKind, by_id: int | None, at: datetime
) -> StoredFile:
    """Do what `attach` does, for who holds the offer's lock already."""
    keep = files.keep_shared if offer.source == Source.SHARED else files.keep
    file = keep(upload=upload, kind=kind, by_id=by_id, at=at)
    ContentFile.objects.create(offer=offer, file=file, municipality_id=offer.municipality_id)
    return file


def is_writer(offer: Offer, number: int, person_id: int) -> bool:
    """Say whether somebody has written in a version."""
    rows = Writer.objects.filter(version__offer=offer, version__number=number)
    return rows.filter(person_id=person_id).exists()


def note_writer(version: OfferVersion, person_id: int) -> None:
    """Keep who has written in a version; within the offer's lock."""
    Writer.objects.get_or_create(
        version=version, person_id=person_id, defaults={"municipality": version.municipality}
    )
