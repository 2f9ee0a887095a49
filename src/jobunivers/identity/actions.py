# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""People come in, log in and log out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import auth
from django.db import transaction
from django.http import HttpRequest

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.events.actions import Happened
from jobunivers.foundation.http import client_address
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.identity.devices import device_of, network_of
from jobunivers.identity.models import Assurance, Person, Persona, Role, Session

SESSION_MUNICIPALITY = "municipality"
SESSION_ASSURANCE = "assurance"
SESSION_SEEN = "seen_at"
SESSION_STARTED = "started_at"
SESSION_HANDLE, SESSION_DEVICE, SESSION_NETWORK = "handle", "device", "network"
# When she last proved who she is: at her login, or when something delicate asked her again.
SESSION_PROVED = "proved_at"
# The provider she came from, what it calls her session there, and what ends that one.
SESSION_ISSUER, SESSION_SID, SESSION_TOKEN = "issuer", "sid", "provider_token"
# Whoever logs in once more than this is logged out where it is longest ago.
MOST_SESSIONS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody the kommune gets to know."""

    name: str
    role: Role
    at: datetime
    born_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """Somebody proved who she is, somewhere else or in a replayed past."""

    person_id: int
    role: str
    at: datetime
    assurance: Assurance = Assurance.SUBSTANTIAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Via:
    """The provider a login came from.

    Attributes:
        sid: what it calls its own session; token: what ends that one, encrypted.
    """

    issuer: str
    sid: str
    token: str


@transaction.atomic
def add_person(*, name: str, role: Role, at: datetime) -> Person:
    """Add a person to the kommune being worked for."""
    person = Person(name=name, role=role, created_at=at)
    person.set_unusable_password()
    person.save()
    events.record("identity.person_added", at=at, data={"person_id": person.pk, "role": role})
    return person


@transaction.atomic
def add_people(*, newcomers: Sequence[Newcomer]) -> list[Person]:
    """Add many people to the kommune being worked for, in their order."""
    people = []
    for one in newcomers:
        person = Person(name=one.name, role=one.role, born_on=one.born_on, created_at=one.at)
        person.set_unusable_password()
        person.fill_key()
        people.append(person)
    made = Person.objects.bulk_create(people, batch_size=2_000)
    events.record_many(
        [
            Happened(
                kind="identity.person_added",
                at=one.created_at,
                data={"person_id": one.pk, "role": one.role},
            )
            for one in made
        ]
    )
    return made


@transaction.atomic
def add_persona(
    *,
    name: str,
    role: Role,
    story_da: str,
    story_en: str,
    at: datetime,
    assurance: Assurance = Assurance.SUBSTANTIAL,
    order: int = 0,
) -> Person:
    """Add a demo person with a story, who logs in by being chosen."""
    person = add_person(name=name, role=role, at=at)
    Persona.objects.create(
        person=person, story_da=story_da, story_en=story_en, assurance=assurance, order=order
    )
    return person


def give_story(
    *,
    person_id: int,
    story_da: str,
    story_en: str,
    assurance: Assurance = Assurance.SUBSTANTIAL,
    order: int = 0,
) -> None:
    """Let an invented person who is there already be chosen at a demo's login."""
    Persona.objects.create(
        person_id=person_id,
        story_da=story_da,
        story_en=story_en,
        assurance=assurance,
        order=order,
    )


@transaction.atomic
def welcome_municipality(*, name: str, at: datetime) -> None:
    """Give a newly opened kommune, in a demo, somebody who can log in and set it up.

    Outside a demo its people come from its own login.
    """
    if settings.PERSONAS and not Persona.objects.exists():
        add_persona(
            name=f"Administrator i {name}",
            role=Role.ADMINISTRATOR,
            story_da="Sætter kommunen op: navn, farver, logo og tekster.",
            story_en="Sets the municipality up: name, colours, logo and texts.",
            assurance=Assurance.HIGH,
            at=at,
        )


def log_in(
    request: HttpRequest,
    *,
    person: Person,
    assurance: Assurance,
    at: datetime,
    via: Via | None = None,
) -> None:
    """Open a session for a person who has proved who she is.

    Every way of logging in ends here; from here on nobody knows which it was.
    """
    before = request.session.session_key
    auth.login(request, person, backend="jobunivers.identity.backends.TenantBackend")
    if request.session.session_key == before:
        # Who proves anew who she is gets a new key too: Django keeps the same person's.
        request.session.cycle_key()
    request.session[SESSION_MUNICIPALITY] = current_municipality_id()
    request.session[SESSION_ASSURANCE] = assurance.value
    request.session[SESSION_SEEN] = at.timestamp()
    request.session[SESSION_STARTED] = at.timestamp()
    request.session[SESSION_PROVED] = at.timestamp()
    request.session[SESSION_ISSUER] = via.issuer if via else ""
    request.session[SESSION_SID] = via.sid if via else ""
    request.session[SESSION_TOKEN] = via.token if via else ""
    request.session[SESSION_HANDLE] = str(uuid4())
    request.session[SESSION_DEVICE] = device_of(request.headers.get("User-Agent", ""))
    request.session[SESSION_NETWORK] = network_of(client_address(request))
    _end_oldest(person_id=person.pk, keep=MOST_SESSIONS - 1)
    events.record(
        "identity.logged_in",
        at=at,
        citizen_id=person.pk if person.role == Role.CITIZEN else None,
        actor_id=person.pk,
        data={"assurance": assurance.value},
    )


def _end_oldest(*, person_id: int, keep: int) -> None:
    newest = Session.objects.filter(person_id=person_id).order_by("-expire_date", "-session_key")
    Session.objects.filter(pk__in=list(newest.values_list("pk", flat=True)[keep:])).delete()


def note_logins(*, logins: Sequence[Login]) -> int:
    """Remember logins without opening a session; return how many."""
    return events.record_many(
        [
            Happened(
                kind="identity.logged_in",
                at=one.at,
                citizen_id=one.person_id if one.role == Role.CITIZEN else None,
                actor_id=one.person_id,
                data={"assurance": one.assurance.value},
            )
            for one in logins
        ]
    )


def log_out(request: HttpRequest) -> None:
    """End the session."""
    auth.logout(request)


@transaction.atomic
def end_session(*, person_id: int, handle: UUID, at: datetime) -> bool:
    """End one of a person's logins, from the next request on; False: it is not there."""
    ended, _ = Session.objects.filter(person_id=person_id, handle=handle).delete()
    return _told_of(ended, person_id=person_id, actor_id=person_id, at=at) > 0


@transaction.atomic
def end_other_sessions(*, person_id: int, kept: str, at: datetime) -> int:
    """End all of a person's logins but the one with this key; return how many."""
    ended, _ = Session.objects.filter(person_id=person_id).exclude(session_key=kept).delete()
    return _told_of(ended, person_id=person_id, actor_id=person_id, at=at)


@transaction.atomic
def end_sessions_of(*, person_id: int, actor_id: int, at: datetime) -> int:
    """End all logins of somebody of the kommune being worked for; return how many.

    Raises:
        Person.DoesNotExist: the kommune has nobody of that number.
    """
    person = Person.objects.get(pk=person_id)
    ended, _ = Session.objects.filter(person_id=person.pk).delete()
    return _told_of(ended, person_id=person.pk, actor_id=actor_id, at=at)


def _told_of(ended: int, *, person_id: int, actor_id: int, at: datetime) -> int:
    if ended:
        data = {"person_id": person_id, "sessions": ended}
        events.record("identity.sessions_ended", at=at, actor_id=actor_id, data=data)
    return ended


@transaction.atomic
def let_go(*, person_id: int, at: datetime) -> bool:
    """Let somebody of the kommune in no more; what she has open ends with this. False: she was out.

    The row stays: what she wrote is still hers.
    """
    if not Person.objects.filter(pk=person_id, is_active=True).update(is_active=False):
        return False
    Persona.objects.filter(person_id=person_id).delete()
    Session.objects.filter(person_id=person_id).delete()
    events.record("identity.person_let_go", at=at, data={"person_id": person_id})
    return True
