# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who she is: name, age, where she lives and can be reached, since when, and who helps her."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from jobunivers.foundation.notices.queries import mailboxes_of
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Person
from jobunivers.rooms.casework.queries.dossier.codes import WHO
from jobunivers.rooms.entrance.queries.dossier import newest_meeting
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.journey.queries.dossier import home_question
from jobunivers.rooms.segmentation.queries.dossier import assignment_of
from jobunivers.trust.dossier import Showing


def ask(showing: Showing) -> "list[QuerySet[Any, Any]]":
    """Ask each room for the one row that says it."""
    pk = showing.citizen_id
    return [
        Person.objects.filter(pk=pk).order_by("pk"),
        home_question(pk),
        journey.spells_of(pk)[:1],
        journey.absences_of(pk)[:5],
        assignment_of(pk),
        mailboxes_of(pk)[:1],
        newest_meeting(pk),
    ]


def load(showing: Showing) -> dict[str, Any]:
    """Return what is known; what nobody has told is left out or said to be missing."""
    answers = showing.answers[WHO]
    person, profile, spell, _, assigned, mailbox, meeting = (next(iter(a), None) for a in answers)
    today = timezone.localdate(showing.at)
    helper = assigned.staff_id if assigned else None
    away = next((one for one in answers[3] if _lasts(one, today)), None)
    return {
        "person": person,
        "age": age_on(person.born_on, today) if person and person.born_on else None,
        "profile": profile,
        "spell": spell,
        "weeks": (today - spell.began_on).days // 7 if spell and spell.ended_on is None else None,
        "away": away,
        "consultant": identity.names(ids=[helper]).get(helper, ("",))[0] if helper else "",
        "mailbox": mailbox.address if mailbox else "",
        # What she wrote for all who help her goes before what she gave for one meeting.
        "phone": (profile.phone if profile else "") or (meeting.phone if meeting else ""),
        "meeting": meeting,
        "now": showing.at,
    }


def _lasts(absence: Any, today: date) -> bool:
    return absence.starts_on <= today and (absence.ends_on is None or absence.ends_on > today)


def age_on(born_on: date, today: date) -> int:
    """Return how many whole years old she is; a birthday of 29 February comes on 1 March."""
    had = (today.month, today.day) >= (born_on.month, born_on.day)
    return today.year - born_on.year - (0 if had else 1)
