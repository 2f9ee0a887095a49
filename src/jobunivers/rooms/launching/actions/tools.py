# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Registering a vendor's tool after LTI 1.3, for all kommuner, and keeping its keys fresh."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from jobunivers.integrations.keysets import KeyAsker, NoKeys, read_keys
from jobunivers.rooms.launching.actions.connecting import (
    MOST_ADDRESSES,
    NotConnectable,
    is_address,
)
from jobunivers.rooms.launching.models import LtiLink, LtiTool
from jobunivers.rooms.launching.queries.reading import NotBelieved, is_strong, read_signed
from jobunivers.rooms.marketplace.queries import Offer

# A key that is not known sends us to look once a minute, however often somebody makes one up.
ASK_AGAIN_AFTER = timedelta(seconds=60)
# A key that its owner has taken away is believed this long (longer while its address is silent).
KEYS_LAST = timedelta(hours=1)
keys_of = KeyAsker()


@transaction.atomic
def register_tool(
    *,
    offer: Offer,
    login_uri: str,
    launch_uri: str,
    redirect_uris: Sequence[str],
    at: datetime,
    keys_uri: str = "",
    keys: str = "",
    deep_link_uri: str = "",
    actor_id: int | None = None,
) -> LtiTool:
    """Register a solution as an LTI tool, or change how; told the same twice it is one tool.

    Args:
        offer: the vendor's solution, one of the whole country.
        login_uri: where a launch begins at the tool (`initiate_login_uri`).
        launch_uri: what is launched (`target_link_uri`).
        redirect_uris: where a launch may be sent; compared letter by letter.
        at: now.
        keys_uri: where the tool shows its public keys.
        keys: a JWK set as text, where it shows them nowhere.
        deep_link_uri: where its content is picked; empty: nothing can be.
        actor_id: who does it.

    Raises:
        NotConnectable: `code` is "offer", "addresses", "redirect", "login", "launch",
            "deep_link", "keys_uri" or "keys" (neither, both, or none that can be read).
    """
    if offer.vendor_id is None or offer.municipality_id is not None:
        raise NotConnectable("offer")
    addresses = list(dict.fromkeys(redirect_uris))
    if not 1 <= len(addresses) <= MOST_ADDRESSES:
        raise NotConnectable("addresses")
    told = [("redirect", one) for one in addresses]
    told += [("login", login_uri), ("launch", launch_uri)]
    told += [("deep_link", deep_link_uri)] if deep_link_uri else []
    told += [("keys_uri", keys_uri)] if keys_uri else []
    for code, address in told:
        if not is_address(address):
            raise NotConnectable(code, address)
    given = _given(keys, keys_uri)
    row = LtiTool.objects.select_for_update().filter(offer=offer).first()
    if row is None:
        row = LtiTool(offer=offer, client_id=secrets.token_hex(12), made_at=at)
    if keys_uri != row.keys_uri:
        row.asked_at = None
    kept = row.keys if keys_uri and keys_uri == row.keys_uri else {}
    row.keys_uri, row.keys = keys_uri, given or kept
    row.login_uri, row.launch_uri, row.redirect_uris = login_uri, launch_uri, addresses
    row.deep_link_uri = deep_link_uri
    row.changed_at, row.changed_by_id = at, actor_id
    row.save()
    LtiLink.objects.update_or_create(offer=offer, defaults={"tool": row, "url": launch_uri})
    return row


def believed(*, tool: LtiTool, text: str, at: datetime) -> dict[str, Any]:
    """Return the claims of what a tool has signed, after looking for newer keys where it must.

    Raises:
        NotBelieved: it is not signed by this tool.
    """
    old = tool.asked_at is None or tool.asked_at <= at - KEYS_LAST
    if tool.keys_uri and (old or not tool.keys):
        _look(tool, at=at)
    try:
        return read_signed(text, tool.keys)
    except NotBelieved as wrong:
        if wrong.code != "key" or not _look(tool, at=at):
            raise
    return read_signed(text, tool.keys)


def _look(tool: LtiTool, *, at: datetime) -> bool:
    """Ask a tool for its keys, at most once a minute; False: nothing new is known."""
    if not tool.keys_uri or (tool.asked_at and tool.asked_at > at - ASK_AGAIN_AFTER):
        return False
    changed: dict[str, Any] = {"asked_at": at}
    try:
        changed["keys"] = _strong(keys_of.ask(tool.keys_uri))
    except NoKeys:
        changed.pop("keys", None)
    LtiTool.objects.filter(pk=tool.pk).update(**changed)
    tool.asked_at = at
    tool.keys = changed.get("keys", tool.keys)
    return "keys" in changed


def _given(keys: str, keys_uri: str) -> dict[str, Any]:
    if bool(keys.strip()) == bool(keys_uri):
        raise NotConnectable("keys")
    if keys_uri:
        return {}
    try:
        return _strong(read_keys(keys))
    except NoKeys as wrong:
        raise NotConnectable("keys") from wrong


def _strong(keys: Mapping[str, Any]) -> dict[str, Any]:
    fit = [key for key in keys["keys"] if is_strong(key)]
    if not fit:
        raise NoKeys("no_set")
    return {"keys": fit}
