# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each kommune as a platform of its own: what a firm writes into its program."""

from dataclasses import dataclass

from django.urls import reverse

from jobunivers.foundation.notices.links import absolute, at_home
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy.models import Municipality

_WELL_KNOWN = "/.well-known/openid-configuration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """One kommune's addresses, whole; `deployment_id` is its four-digit code.

    `statements` is where its store of xAPI statements is asked.
    """

    name: str
    deployment_id: str
    issuer: str
    authorize: str
    token: str
    keys: str
    statements: str


def issuer_in(municipality: Municipality) -> str:
    """Return the kommune's issuer, as ID tokens say it."""
    with at_home(municipality):
        return absolute(municipality, reverse("launching:discovery").removesuffix(_WELL_KNOWN))


def platforms() -> list[Platform]:
    """Return every kommune that is opened, by name."""
    return [_platform(one) for one in tenancy.opened()]


def _platform(municipality: Municipality) -> Platform:
    with at_home(municipality):
        authorize, token, keys, statements = (
            absolute(municipality, reverse(name))
            for name in (
                "launching:lti_authorize", "launching:lti_token", "launching:keys",
                "evidence:endpoint",
            )
        )  # fmt: skip
    return Platform(
        name=municipality.name,
        deployment_id=municipality.code,
        issuer=issuer_in(municipality),
        authorize=authorize,
        token=token,
        keys=keys,
        statements=statements,
    )
