# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which logins a kommune has; they are named in a file (`JOBUNIVERS_LOGINS`)."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from jobunivers.identity.models import STAFF, Role
from jobunivers.integrations.oidc.client import Client
from jobunivers.integrations.oidc.configured import Provider

# Who can be let in by a login of staff: those who work for a kommune, and who runs the platform.
ROLES = frozenset(STAFF | {Role.NATIONAL})
_clients: dict[tuple[str, str], Client] = {}


def providers_of(kommune: str) -> list[Provider]:
    """Return the logins of the kommune of a code, as they stand in the file."""
    return [one for one in settings.LOGINS if one.kommune == kommune]


def provider_of(kommune: str, code: str) -> Provider | None:
    """Return a login of a kommune by its own code."""
    return next((one for one in providers_of(kommune) if one.code == code), None)


def provider_at(kommune: str, issuer: str) -> Provider | None:
    """Return a login of a kommune by its issuer."""
    return next((one for one in providers_of(kommune) if one.issuer == issuer), None)


def client_of(provider: Provider) -> Client:
    """Return the client of a login: one in each process, so that what it knows is known to all."""
    if provider.key not in _clients or _clients[provider.key].provider is not provider:
        _clients[provider.key] = Client(provider)
    return _clients[provider.key]


def refuse_unknown_roles() -> None:
    """Say at the start when the file gives a role that nobody has here."""
    known = {role.value for role in ROLES}
    for one in settings.LOGINS:
        wrong = {*one.roles.values(), *one.levels} - known - {Role.CITIZEN.value}
        if wrong or Role.CITIZEN.value in one.roles.values():
            said = ", ".join(sorted(wrong or {Role.CITIZEN.value}))
            raise ImproperlyConfigured(
                f"JOBUNIVERS_LOGINS: the login {one.code!r} of {one.kommune} gives the role "
                f"{said}; use {', '.join(sorted(known))}."
            )
