# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Logging in as a demo person: stands where NemLog-in will stand, outside production only."""

from dataclasses import dataclass

from django.conf import settings

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity import queries


@dataclass(frozen=True, slots=True)
class Listed:
    """One persona as the command line tells of her."""

    municipality: str
    slug: str
    name: str
    role: str
    story: str


def listing() -> list[Listed]:
    """Return every persona of every opened kommune."""
    if not settings.PERSONAS:
        return []
    found = []
    national = tenancy.national()
    for municipality in [*tenancy.opened(), *([national] if national else [])]:
        with working_for(municipality.pk):
            found += [
                Listed(
                    municipality.name,
                    municipality.slug,
                    persona.person.name,
                    persona.person.role,
                    persona.story_da,
                )
                for persona in queries.personas()
            ]
    return found
