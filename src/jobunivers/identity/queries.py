# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looking people up in the kommune being worked for."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import QuerySet

from jobunivers.identity.models import Person, Persona, Role


def person(*, pk: int) -> Person | None:
    """Return the active person, if the kommune has her."""
    return Person.objects.filter(pk=pk, is_active=True).first()


def citizens(*, name_contains: str = "") -> QuerySet[Person]:
    """Return the kommune's citizens by name."""
    found = Person.objects.filter(role=Role.CITIZEN, is_active=True)
    if name_contains:
        found = found.filter(name__icontains=name_contains)
    return found.order_by("name", "pk")


def names(*, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Return name and role of each person."""
    rows = Person.objects.filter(pk__in=set(ids)).order_by("pk")
    return {pk: (name, role) for pk, name, role in rows.values_list("pk", "name", "role")}


def personas() -> QuerySet[Persona]:
    """Return the demo people of the kommune; none outside a demo."""
    if not settings.PERSONAS:
        return Persona.objects.none()
    return Persona.objects.select_related("person").order_by("order", "pk")
