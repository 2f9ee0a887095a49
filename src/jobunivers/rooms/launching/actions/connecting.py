# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Connecting a vendor's solution, for all kommuner."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from django.db import transaction

from jobunivers.rooms.launching.models import OidcClient
from jobunivers.rooms.launching.queries.signing import digest
from jobunivers.rooms.marketplace.queries import Offer

MOST_ADDRESSES, LONGEST_ADDRESS = 10, 500
_OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


class NotConnectable(Exception):  # noqa: N818 - it reads as what is wrong
    """A connection that cannot be: `code` is "offer", "addresses", "redirect" or "login"."""

    def __init__(self, code: str, address: str = "") -> None:
        super().__init__(code, address)
        self.code = code
        self.address = address


@transaction.atomic
def connect(
    *,
    offer: Offer,
    redirect_uris: Sequence[str],
    login_uri: str,
    public: bool,
    at: datetime,
    actor_id: int | None = None,
) -> tuple[OidcClient, str]:
    """Connect a solution, or change how; return it with its new secret, shown this once.

    The secret is empty for a public client, and where a confidential one had one already.

    Raises:
        NotConnectable: no vendor's offer, or an address that a code may not be sent to.
    """
    if offer.vendor_id is None or offer.municipality_id is not None:
        raise NotConnectable("offer")
    addresses = list(dict.fromkeys(redirect_uris))
    if not 1 <= len(addresses) <= MOST_ADDRESSES:
        raise NotConnectable("addresses")
    for address in addresses:
        if not is_address(address):
            raise NotConnectable("redirect", address)
    if not is_address(login_uri):
        raise NotConnectable("login", login_uri)
    row = OidcClient.objects.select_for_update().filter(offer=offer).first()
    if row is None:
        row = OidcClient(offer=offer, client_id=secrets.token_hex(12), made_at=at)
    secret = "" if public or row.secret_hash else secrets.token_urlsafe(32)
    if public:
        row.secret_hash = ""
    elif secret:
        row.secret_hash = digest(secret)
    row.redirect_uris, row.login_uri = addresses, login_uri
    row.changed_at, row.changed_by_id = at, actor_id
    row.save()
    return row, secret


@transaction.atomic
def renew_secret(*, client: OidcClient, at: datetime, actor_id: int | None = None) -> str:
    """Return a new secret of a confidential client, shown this once; the old one ends now."""
    secret = secrets.token_urlsafe(32)
    OidcClient.objects.filter(pk=client.pk).update(
        secret_hash=digest(secret), changed_at=at, changed_by_id=actor_id
    )
    return secret


def is_address(text: str) -> bool:
    """Say whether a code may be sent there: https, a host, no fragment, nobody's name in it.

    A machine of one's own may be asked over http, so that a vendor can try it.
    """
    if not text.isascii() or not text.isprintable() or " " in text or len(text) > LONGEST_ADDRESS:
        return False
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or "*" in text or "#" in text or "\\" in text or "@" in parts.netloc:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and host in _OWN_MACHINE)
