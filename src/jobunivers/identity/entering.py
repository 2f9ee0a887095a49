# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody comes from a provider: she is found or added, let in, and let out again with it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction
from django.http import HttpRequest

from jobunivers.foundation.crypto.sealing import CannotOpen, open_text, seal_text
from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.identity import actions
from jobunivers.identity.models import Assurance, OutsideLogin, Person, Role, Session, SpentProof
from jobunivers.integrations.oidc.client import Proof
from jobunivers.integrations.oidc.configured import CITIZENS, LEVELS, Provider
from jobunivers.integrations.oidc.ending import Ended
from jobunivers.integrations.oidc.proving import NotProven

_TOKEN = "identity.provider_token"  # noqa: S105 - what is encrypted, not how


class NotLetIn(Exception):  # noqa: N818 - it reads as what happened
    """She has proven who she is, and is not let in.

    "role" (her login gives her none here), "kind" (a login for others than she is), "out" (she is
    let in no more), "name" (her login does not say what she is called), "level" (`level` is
    needed), "another" (somebody else is logged in, and was to be asked again).
    """

    def __init__(self, code: str, *, level: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.level = level


@transaction.atomic
def enter(
    request: HttpRequest,
    *,
    provider: Provider,
    proof: Proof,
    at: datetime,
    expected_id: int | None = None,
) -> Person:
    """Let in who has proven who she is; return her.

    Args:
        request: her browser's.
        provider: where she proved it.
        proof: what it says.
        at: now.
        expected_id: who is logged in and was asked again; None at a first login.

    Raises:
        NotLetIn: she is not let in, and why.
        NotProven: "again": the proof has counted before.
    """
    spend(digest=proof.digest, ends_at=proof.ends_at, at=at)
    known = OutsideLogin.objects.filter(issuer=proof.issuer, subject=proof.subject).first()
    person = Person.objects.get(pk=known.person_id) if known else None
    if expected_id is not None and (person is None or person.pk != expected_id):
        raise NotLetIn("another")
    role = _role_of(provider, proof)
    _refuse(person, role, provider, proof)
    assert role is not None
    if person is None:
        person = _added(provider, proof, role, at=at)
    else:
        _follow(person, proof, role, at=at)
    token = seal_text(proof.id_token, about=_TOKEN, whose=str(current_municipality_id()))
    actions.log_in(
        request,
        person=person,
        assurance=Assurance(proof.level),
        at=at,
        via=actions.Via(issuer=proof.issuer, sid=proof.sid, token=token),
    )
    return person


def spend(*, digest: str, ends_at: datetime, at: datetime) -> None:
    """Let what a provider has signed count once; raise NotProven("again") the second time."""
    SpentProof.objects.filter(ends_at__lt=at).delete()
    try:
        with transaction.atomic():
            SpentProof.objects.create(digest=digest, ends_at=ends_at)
    except IntegrityError as error:
        raise NotProven("again") from error


def _role_of(provider: Provider, proof: Proof) -> Role | None:
    """Return what somebody is here: of several roles, the first that the file names."""
    if provider.people == CITIZENS:
        return Role.CITIZEN
    held = set(proof.roles)
    return next((Role(ours) for theirs, ours in provider.roles.items() if theirs in held), None)


def _refuse(person: Person | None, role: Role | None, provider: Provider, proof: Proof) -> None:
    if person is not None and not person.is_active:
        raise NotLetIn("out")
    citizen = provider.people == CITIZENS
    if person is not None and (person.role == Role.CITIZEN) != citizen:
        raise NotLetIn("kind")
    if role is None:
        raise NotLetIn("role")
    least = provider.least_level(role)
    if LEVELS.index(proof.level) < LEVELS.index(least):
        raise NotLetIn("level", level=least)
    if person is None and not proof.name:
        raise NotLetIn("name")


def _added(provider: Provider, proof: Proof, role: Role, *, at: datetime) -> Person:
    newcomer = actions.Newcomer(
        name=proof.name,
        role=role,
        at=at,
        born_on=proof.born_on if provider.people == CITIZENS else None,
    )
    [person] = actions.add_people(newcomers=[newcomer])
    link(person_id=person.pk, issuer=proof.issuer, subject=proof.subject, at=at)
    return person


def link(*, person_id: int, issuer: str, subject: str, at: datetime) -> None:
    """Let a subject of a provider be this person of the kommune from now on.

    Raises:
        IntegrityError: the subject is somebody else, or she has another login.
    """
    OutsideLogin.objects.create(person_id=person_id, issuer=issuer, subject=subject, made_at=at)


def _follow(person: Person, proof: Proof, role: Role, *, at: datetime) -> None:
    """Call her what her login calls her, and give her the role that it gives."""
    # What a register says of a protected citizen may be no name at all.
    if proof.name and proof.name != person.name and not person.protection:
        person.name = proof.name
        person.save(update_fields=["name", "sort_key"])
    if person.role != role:
        data = {"person_id": person.pk, "before": person.role, "role": role.value}
        person.role = role
        person.save(update_fields=["role"])
        # What she has open elsewhere was opened as another.
        Session.objects.filter(person_id=person.pk).delete()
        events.record("identity.role_changed", at=at, actor_id=person.pk, data=data)


def token_of(session: dict[str, str]) -> str:
    """Return what ends the provider's own session; "" when it cannot be told."""
    stored = session.get(actions.SESSION_TOKEN, "")
    try:
        return open_text(stored, about=_TOKEN, whose=str(current_municipality_id()))
    except CannotOpen:
        return ""


@transaction.atomic
def end_at_provider(*, issuer: str, ended: Ended, at: datetime) -> int:
    """End what a provider says is over, once; return how many logins here.

    Raises:
        NotProven: "again": the message has counted before.
    """
    spend(digest=ended.digest, ends_at=ended.ends_at, at=at)
    found = Session.objects.filter(issuer=issuer)
    if ended.sid:
        return _end(found.filter(sid=ended.sid), at=at)
    people = OutsideLogin.objects.filter(issuer=issuer, subject=ended.subject)
    return _end(found.filter(person_id__in=people.values_list("person_id", flat=True)), at=at)


@transaction.atomic
def end_by_browser(*, issuer: str, sid: str, at: datetime) -> int:
    """End the login of a provider's session whose number its page brings; return how many."""
    return _end(Session.objects.filter(issuer=issuer, sid=sid), at=at) if sid else 0


def _end(found: "Iterable[Session]", *, at: datetime) -> int:
    """End those of the kommune at work: the table of sessions belongs to none."""
    rows = list(found)
    own = set(
        Person.objects.filter(pk__in=[one.person_id for one in rows]).values_list("pk", flat=True)
    )
    ended = 0
    for person_id in sorted(own):
        keys = [one.pk for one in rows if one.person_id == person_id]
        many, _ = Session.objects.filter(pk__in=keys).delete()
        if many:
            data = {"person_id": person_id, "sessions": many}
            events.record("identity.sessions_ended", at=at, data=data)
        ended += many
    return ended
