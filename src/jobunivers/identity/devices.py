# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which browser on what, in plain words, and roughly where from; no register outside is asked."""

import ipaddress

_BROWSERS = (  # the first that is named wins: most call themselves Chrome or Safari as well
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "Chromebook"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def device_of(user_agent: str) -> str:
    """Return what a browser says of itself as "Firefox, Windows"; "" when it says nothing known."""
    browser = next((name for sign, name in _BROWSERS if sign in user_agent), "")
    machine = next((name for sign, name in _MACHINES if sign in user_agent), "")
    return ", ".join(part for part in (browser, machine) if part)


def network_of(address: str) -> str:
    """Return the network an address is in, without the last part, that could be a person's own.

    "80.62.117.x" of IPv4, the first three groups of IPv6; "" of what is no address.
    """
    try:
        read = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(read, ipaddress.IPv6Address):
        return ":".join(read.exploded.split(":")[:3]) + ":x"
    return ".".join(str(read).split(".")[:3]) + ".x"
