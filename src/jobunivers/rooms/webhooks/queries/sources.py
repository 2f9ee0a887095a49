# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose event it is: the address that stands as its source."""

from django.urls import reverse

from jobunivers.foundation.notices.links import absolute, at_home
from jobunivers.foundation.tenancy.models import Municipality

_WELL_KNOWN = "/.well-known/openid-configuration"


def source_of(municipality: Municipality) -> str:
    """Return the kommune's issuer as ID tokens say it: with the number it means one person."""
    with at_home(municipality):
        return absolute(municipality, reverse("launching:discovery").removesuffix(_WELL_KNOWN))


def platform_of(municipality: Municipality) -> str:
    """Return the platform's address, for what concerns no kommune."""
    return absolute(municipality, "/")
