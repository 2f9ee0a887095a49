# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our own addresses as they stand in statements."""

from django.http import HttpRequest
from django.urls import reverse

_WELL_KNOWN = "/.well-known/openid-configuration"


def issuer_of(request: HttpRequest) -> str:
    """Return the homePage of every account here: the kommune's issuer, as in its ID tokens."""
    return request.build_absolute_uri(reverse("launching:discovery").removesuffix(_WELL_KNOWN))


def page_of(request: HttpRequest, offer_id: int) -> str:
    """Return the address of an offer's page in this kommune."""
    return request.build_absolute_uri(reverse("marketplace:offer", args=[offer_id]))
