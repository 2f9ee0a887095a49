# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose event it is: the address that stands as its source."""

from jobunivers.foundation.notices.links import absolute
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.launching.queries import issuer_in


def source_of(municipality: Municipality) -> str:
    """Return the kommune's issuer as ID tokens say it: with the number it means one person."""
    return issuer_in(municipality)


def platform_of(municipality: Municipality) -> str:
    """Return the platform's address, for what concerns no kommune."""
    return absolute(municipality, "/")
