# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of the week for tests, made through its doors."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.week import actions
from jobunivers.rooms.week.models import CalendarFeed, Words
from jobunivers.rooms.week.queries.addresses import token_of
from jobunivers.rooms.week.queries.words import GROUPS


def make_feed(person: Person, **more: Any) -> CalendarFeed:
    """Return a calendar address that tells everything in Danish."""
    values = {"words": Words.FULL, "groups": list(GROUPS), "language": "da", **more}
    with working_for(person.municipality_id):
        return actions.open_feed(citizen_id=person.pk, at=timezone.now(), **values)


def address_of(feed: CalendarFeed) -> str:
    """Return the address of a calendar within its kommune."""
    assert feed.municipality_id is not None
    return f"/kalender/{token_of(bytes(feed.nonce), feed.municipality_id)}.ics"


def address_objects(person: Person) -> dict[str, dict[str, Any]]:
    """Return what the addresses of the week are about: a person's."""
    today = timezone.localdate()
    with working_for(person.municipality_id):
        absence = journey.report_absence(
            citizen_id=person.pk,
            kind=journey.AbsenceKind.HOLIDAY,
            starts_on=today,
            ends_on=today + timedelta(days=2),
            told_by=journey.Teller.CITIZEN,
            at=timezone.now(),
        )
    token = address_of(make_feed(person)).removeprefix("/kalender/").removesuffix(".ics")
    return {
        "week": {"name": "2026-W48"},
        "month": {"year": 2026, "number": 11},
        "entry": {"uid": f"journey:{absence.pk}"},
        "calendar": {"token": token},
    }
