# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff see: the kommune's citizens by name."""

from django.core.paginator import Page, Paginator

from jobunivers.identity import queries as identity
from jobunivers.identity.models import Person

_NAMES_PER_PAGE = 25


def citizens_page(*, name: str, page: str | None) -> Page[Person]:
    """Return one page of the kommune's citizens by name."""
    found = identity.citizens(name_contains=name)
    return Paginator(found, _NAMES_PER_PAGE).get_page(page)
