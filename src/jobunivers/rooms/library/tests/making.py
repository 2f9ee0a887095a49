# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Content of our own for tests."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from jobunivers.foundation.files.kinds import VIDEO
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.library import actions
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.actions import OfferEntry
from jobunivers.rooms.marketplace.queries import Format, Kind, Offer, Source, Way

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
REVIEW = date(2027, 6, 1)
TEXT: dict[str, Any] = {
    "title_da": "Begynd med det vigtigste",
    "title_en": "Begin with what matters",
    "text_da": "Skriv **først**, hvad du kan.",
    "text_en": "Write **first** what you can do.",
}
QUESTION: dict[str, Any] = {
    "question_da": "Hvad står øverst i et CV?",
    "question_en": "What stands at the top of a CV?",
    "choices": [
        {"da": "Din hobby", "en": "Your hobby", "right": False, "say_da": "Den kan stå til sidst."},
        {"da": "Det, du kan", "en": "What you can do", "right": True, "say_da": "Ja, lige præcis."},
    ],
}
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nHej\n"
_number = count(1)


def entry(**more: Any) -> OfferEntry:
    """Return what a version says; `more` says otherwise."""
    told: dict[str, Any] = {
        "title_da": "Skriv et CV, der bliver læst",
        "title_en": "Write a CV that is read",
        "summary_da": "En kort lektion om dit CV.",
        "format": Format.VIRTUAL,
        "way": Way.OWN,
        "minutes": 10,
        "licence": "CC BY 4.0",
        "written_by": "Aarhus Kommune",
        "body": {"steps": [TEXT, QUESTION]},
    }
    return OfferEntry(**(told | more))


def begin(
    writer: Person, *, source: Source = Source.LOCAL, kind: Kind = Kind.LESSON, **more: Any
) -> Offer:
    """Return a draft of the writer's; within `working_for`."""
    return actions.begin(
        key=f"indhold-{next(_number)}",
        kind=kind,
        source=source,
        entry=entry(**more),
        review_on=REVIEW,
        actor_id=writer.pk,
        at=NOW,
    )


def publish(kommune: Municipality, writer: Person, reader: Person, **more: Any) -> Offer:
    """Return a kommune's own content that one person wrote and another approved."""
    with working_for(kommune.pk):
        offer = begin(writer, **more)
        made = actions.hand_in(offer=offer, actor_id=writer.pk, at=NOW)
        actions.publish(offer=offer, number=made.number, actor_id=reader.pk, at=NOW)
        put_on_shelf(offer)
    return offer


def put_on_shelf(offer: Offer) -> None:
    """Let a kommune's citizens find an offer; within `working_for`."""
    market.ensure_shelves(at=NOW)
    market.place(shelf_key="laering", offer_id=offer.pk, at=NOW)


def address_objects(
    kommune: Municipality, writer: Person, reader: Person
) -> dict[str, dict[str, Any]]:
    """Return one of each thing that an address of the room may name; within `working_for`."""
    offer = begin(writer)
    film = SimpleUploadedFile("film.mp4", b"\0\0\0\x18ftypmp42" + b"x" * 20)
    file = actions.attach(offer=offer, upload=film, kind=VIDEO, by_id=writer.pk, at=NOW)
    steps = [TEXT, {"video": file.pk, "captions_da": CAPTIONS, "title_da": "Se"}]
    actions.write_steps(offer=offer, seen=offer.version, steps=steps, actor_id=writer.pk, at=NOW)
    actions.hand_in(offer=offer, actor_id=writer.pk, at=NOW)
    actions.publish(offer=offer, number=1, actor_id=reader.pk, at=NOW)
    put_on_shelf(offer)
    row = actions.propose(content=offer, kommune=kommune, actor_id=writer.pk, at=NOW)
    one = {"pk": offer.pk, "number": 1}
    return {
        "library_lesson": one,
        "library_captions": {"pk": offer.pk, "number": 2, "language": "da"},
        "library_file": {"pk": file.pk},
        "library_content": one | {"before": 1, "after": 1, "kind": "text"},
        "library_draft": {"pk": offer.pk, "version": 1, "number": 2, "language": "da"},
        "library_proposal": {"pk": row.pk},
    }
