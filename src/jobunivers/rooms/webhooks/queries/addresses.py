# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which addresses a vendor may be told at."""

from urllib.parse import urlsplit

from django.conf import settings

_LONGEST = 500
_HTTPS = 443
_OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


def is_address(url: str) -> bool:
    """Say whether a vendor may be told there as far as one can see: https, a host, no name in it.

    Whether the host lies on the public web is asked at each try, for it may change.
    """
    if not url.isascii() or not url.isprintable() or " " in url or len(url) > _LONGEST:
        return False
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or "#" in url or "\\" in url or "@" in parts.netloc:
        return False
    if own_machine(url):
        return parts.scheme in {"http", "https"}
    return parts.scheme == "https" and port in {None, _HTTPS} and "." in host


def own_machine(url: str) -> frozenset[str]:
    """Return host and port of an address on one's own machine, which a demo and tests may ask."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return frozenset()
    here = settings.DEMO and parts.hostname in _OWN_MACHINE
    return frozenset({parts.netloc}) if here else frozenset()
