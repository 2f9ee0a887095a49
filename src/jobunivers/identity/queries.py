# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looking people up in the kommune being worked for."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from jobunivers.foundation.columns import Doubles, Ints, read_columns
from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.text import danish_sort_key
from jobunivers.identity.models import Person, Persona, Protection, Role

_ON_PAGES = 128  # people


def person(*, pk: int) -> Person | None:
    """Return the active person, if the kommune has her."""
    return Person.objects.filter(pk=pk, is_active=True).first()


def citizens(*, name_contains: str = "") -> QuerySet[Person]:
    """Return the kommune's citizens by name; each word given must be part of it.

    A protected citizen is found by her full name alone, and is in no list without one.
    Only id and name are read, which the index holds: 50,000 names take 20–40 ms to look through.
    """
    found = Person.objects.filter(role=Role.CITIZEN, is_active=True).only("name", "protection")
    key = _looked_up(name_contains)
    named = Q(protection="")
    for word in key.split():
        named &= Q(sort_key__contains=word)
    if key:
        named |= Q(sort_key__startswith=f"{key}\t")
    return found.filter(named).order_by("sort_key", "pk")


def staff(*, roles: Iterable[Role]) -> QuerySet[Person]:
    """Return the kommune's active people of these roles, by name."""
    found = Person.objects.filter(role__in=list(roles), is_active=True)
    return found.order_by("sort_key", "pk")


def citizen_columns(ids: Sequence[int] | None = None) -> tuple[Ints, Doubles, Doubles]:
    """Return the active citizens' ids, days of birth (NaN: not known) and of coming here.

    Days are counted from 1970. All of the kommune's, or these alone.
    """
    whole, numbers = read_columns(
        "SELECT id AS citizen, born_on - DATE '1970-01-01' AS born, "
        "created_at::date - DATE '1970-01-01' AS came FROM identity_person "
        "WHERE municipality_id = %s AND role = 'citizen' AND is_active "
        "AND (%s::bigint[] IS NULL OR id = ANY(%s::bigint[]))",
        [current_municipality_id(), *[None if ids is None else [int(i) for i in ids]] * 2],
        ints=("citizen",),
        doubles=("born", "came"),
    )
    return whole["citizen"], numbers["born"], numbers["came"]


def _looked_up(text: str) -> str:
    """Return the words of a name the way `Person.sort_key` has them."""
    return danish_sort_key(text).partition("\t")[0]


def staff_of(*, roles: Iterable[Role]) -> list[tuple[int, str]]:
    """Return number and role of each active person with one of the roles, oldest first."""
    rows = Person.objects.filter(role__in=list(roles), is_active=True).order_by("pk")
    return list(rows.values_list("pk", "role"))


def administrator_ids() -> list[int]:
    """Return the kommune's active administrators."""
    found = Person.objects.filter(role=Role.ADMINISTRATOR, is_active=True).order_by("pk")
    return list(found.values_list("pk", flat=True))


def officer_ids() -> list[int]:
    """Return the kommune's active officers of data protection and security."""
    found = Person.objects.filter(role=Role.OFFICER, is_active=True).order_by("pk")
    return list(found.values_list("pk", flat=True))


def names(*, ids: Iterable[int], open_names: Collection[int] = ()) -> dict[int, tuple[str, str]]:
    """Return name and role of each person; a protected citizen is called by her initials.

    Args:
        ids: whose.
        open_names: whom the reader may see by name although they are protected: herself, and
            those that are a member of staff's own (`trust.opening.names_for` knows).
    """
    return {
        one.pk: (one.name if one.pk in open_names else one.shown_name, one.role)
        for one in people(ids=ids)
    }


def people(*, ids: Iterable[int]) -> list[Person]:
    """Return these people with what they are called, their role and protection alone, by id."""
    wanted = sorted(set(ids))
    # A page's worth is put together once; a very long list would be longer in the making.
    return _people(ids=wanted).rows() if len(wanted) <= _ON_PAGES else list(_called(wanted))


def _called(ids: Sequence[int]) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=ids).only("name", "role", "protection").order_by("pk")


@prepared
def _people(*, ids: Sequence[int]) -> QuerySet[Person]:
    return _called(ids)


def protected_ids(ids: Iterable[int]) -> set[int]:
    """Return those of these citizens whose names and addresses are kept back."""
    wanted = sorted(set(ids))
    return set(_hidden(ids=wanted) if len(wanted) <= _ON_PAGES else _hidden_among(wanted))


def _hidden_among(ids: Sequence[int]) -> QuerySet[Person, int]:
    rows = Person.objects.filter(pk__in=ids).exclude(protection="").order_by("pk")
    return rows.values_list("pk", flat=True)


@prepared
def _hidden(*, ids: Sequence[int]) -> QuerySet[Person, int]:
    return _hidden_among(ids)


def all_protected_ids() -> set[int]:
    """Return all citizens of the kommune whose names and addresses are kept back."""
    rows = Person.objects.exclude(protection="").order_by("pk")
    return set(rows.values_list("pk", flat=True))


def is_protected(pk: int) -> bool:
    """Say whether a citizen's name and address are kept back."""
    return bool(protected_ids([pk]))


def citizens_called(name: str, *, born_on: date | None = None) -> list[Person]:
    """Return the active citizens of exactly this name, at most two; born on that day if given."""
    key = _looked_up(name)
    found = Person.objects.filter(
        role=Role.CITIZEN, is_active=True, sort_key__startswith=f"{key}\t"
    )
    if born_on is not None:
        found = found.filter(born_on=born_on)
    return list(found.order_by("sort_key", "pk")[:2]) if key else []


def protection_of(person_id: int) -> Protection | None:
    """Return the protection of a citizen that holds, with her."""
    held = Protection.objects.filter(person_id=person_id, lifted_at=None)
    return held.select_related("person").first()


def protections() -> QuerySet[Protection]:
    """Return the kommune's protections that hold, with their people, by name."""
    held = Protection.objects.filter(lifted_at=None).select_related("person")
    return held.order_by("person__sort_key", "pk")


def lifted_protections() -> QuerySet[Protection]:
    """Return the kommune's protections that are over, with their people, the newest first."""
    over = Protection.objects.filter(lifted_at__isnull=False).select_related("person")
    return over.order_by("-lifted_at", "-pk")


def personas() -> QuerySet[Persona]:
    """Return the demo people of the kommune; none outside a demo."""
    if not settings.PERSONAS:
        return Persona.objects.none()
    return Persona.objects.select_related("person").order_by("order", "pk")


def stopped() -> dict[int, bool]:
    """Return everybody who is let in no more, and whether she is a citizen."""
    rows = Person.objects.filter(is_active=False).order_by("pk").values_list("pk", "role")
    return {pk: role == Role.CITIZEN for pk, role in rows}


def last_seen() -> dict[int, date]:
    """Return the day each active citizen logged in last, or came here."""
    rows = (
        Person.objects.filter(role=Role.CITIZEN, is_active=True)
        .order_by("pk")
        .values_list("pk", "last_login", "created_at")
    )
    return {pk: timezone.localdate(seen or came) for pk, seen, came in rows}


def uuids(ids: Collection[int]) -> dict[int, UUID]:
    """Return the uuid of each of these people."""
    rows = Person.objects.filter(pk__in=ids).order_by("pk").values_list("pk", "uuid")
    return dict(rows)


def exactly(*, name: str) -> list[tuple[int, date | None]]:
    """Return number and day of birth of every citizen with this very name."""
    key = danish_sort_key(name)
    rows = Person.objects.filter(role=Role.CITIZEN, sort_key=key).order_by("pk")
    return list(rows.values_list("pk", "born_on"))


def birthdays() -> dict[int, date]:
    """Return the day of birth of every citizen of whom it is known."""
    rows = Person.objects.filter(role=Role.CITIZEN, born_on__isnull=False).order_by("pk")
    return {pk: born for pk, born in rows.values_list("pk", "born_on") if born}
