# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses that work from outside: in a letter, without a request and often without a login."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urljoin

from django.conf import settings
from django.core import signing
from django.urls import get_script_prefix, reverse, set_script_prefix

from jobunivers.foundation.tenancy.models import Municipality

_CONFIRM, _LEAVE = "notices.confirm", "notices.leave"
CONFIRM_SECONDS = 3 * 24 * 60 * 60
EVERYTHING = "*"  # what a daily message's link leaves: all of them


@contextmanager
def at_home(municipality: Municipality) -> Iterator[None]:
    """Let `reverse` lead to the kommune's pages while no request does."""
    before = get_script_prefix()
    set_script_prefix("/" if municipality.host else f"/{municipality.slug}/")
    try:
        yield
    finally:
        set_script_prefix(before)


def absolute(municipality: Municipality, path: str) -> str:
    """Return a path of the kommune as a whole address."""
    base = f"https://{municipality.host}/" if municipality.host else settings.ADDRESS
    return urljoin(base, path)


def path_within(path: str, municipality_slug: str = "") -> str:
    """Return a path without what leads to the kommune, so that it holds however it is asked."""
    for prefix in (get_script_prefix(), f"/{municipality_slug}/" if municipality_slug else ""):
        if prefix not in {"", "/"} and path.startswith(prefix):
            return path.removeprefix(prefix)
    return path.removeprefix("/")


def confirm_path(*, address_id: int, municipality_id: int) -> str:
    """Return the path of the page where an e-mail address is confirmed."""
    token = signing.dumps([municipality_id, address_id], salt=_CONFIRM)
    return reverse("notices:confirm", kwargs={"token": token})


def read_confirm(token: str, *, municipality_id: int) -> int | None:
    """Return the address a token of this kommune confirms; None: forged, old, or of another."""
    found = _read(token, salt=_CONFIRM, municipality_id=municipality_id, age=CONFIRM_SECONDS)
    return found[0] if len(found) == 1 and isinstance(found[0], int) else None


def leave_path(*, person_id: int, kind: str, channel: str, municipality_id: int) -> str:
    """Return the path that ends one type of notice, or all, by one channel; it never grows old."""
    token = signing.dumps([municipality_id, person_id, kind, channel], salt=_LEAVE)
    return reverse("notices:leave", kwargs={"token": token})


def read_leave(token: str, *, municipality_id: int) -> tuple[int, str, str] | None:
    """Return person, type and channel of a token of this kommune; None: forged or of another."""
    match _read(token, salt=_LEAVE, municipality_id=municipality_id, age=None):
        case [int(person_id), str(kind), str(channel)]:
            return person_id, kind, channel
    return None


def _read(token: str, *, salt: str, municipality_id: int, age: int | None) -> list[object]:
    try:
        told = signing.loads(token, salt=salt, max_age=age)
    except signing.BadSignature:
        return []
    if not isinstance(told, list) or not told or told[0] != municipality_id:
        return []
    return told[1:]
