# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which addresses may be asked: those of the public web, whoever wrote them."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

Resolve = Callable[[str, int], Sequence[str]]
_PORTS = {"http": 80, "https": 443}
_LONGEST = 2000


class Refused(ValueError):  # noqa: N818 - it reads as what happened
    """The address is none of the public web."""


class NoSuchHost(LookupError):  # noqa: N818 - likewise
    """Nobody knows the host."""


@dataclass(frozen=True, slots=True)
class Target:
    """A checked address: the machine that is asked, by its number, and what it is asked for.

    The number is what was checked, so that a name that means another machine a moment later
    leads nowhere else.
    """

    parts: SplitResult
    number: str
    port: int

    @property
    def host(self) -> str:
        """Return the name that was asked for."""
        return self.parts.hostname or ""

    @property
    def url(self) -> str:
        """Return the address with the machine's number in place of its name."""
        shown = f"[{self.number}]" if ":" in self.number else self.number
        path = self.parts.path or "/"
        query = f"?{self.parts.query}" if self.parts.query else ""
        return f"{self.parts.scheme}://{shown}:{self.port}{path}{query}"


def resolve(host: str, port: int) -> list[str]:
    """Return a host's numbers as the machine knows them; NoSuchHost."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoSuchHost(host) from error
    return [str(one[4][0]) for one in found]


def checked(url: str, *, resolve: Resolve, also: frozenset[str] = frozenset()) -> Target:
    """Return an address that may be asked.

    Args:
        url: as somebody wrote it, or as another address led to it.
        resolve: gives a host's numbers.
        also: hosts with ports that may be asked wherever they lie: a fake on this machine.

    Raises:
        Refused: not http or https, with a password, another port than usual, or (one of its
            numbers) not on the public net.
        NoSuchHost: nobody knows the host.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Refused(url) from error
    usual = _PORTS.get(parts.scheme)
    if usual is None or not parts.hostname or parts.username or len(url) > _LONGEST:
        raise Refused(url)
    known = parts.netloc in also
    if not known and port not in {None, usual}:
        raise Refused(url)
    numbers = resolve(parts.hostname, port or usual)
    if not numbers:
        raise NoSuchHost(parts.hostname)
    # One private number among public ones is enough: it may be the next that is taken.
    if not known and not all(_is_public(one) for one in numbers):
        raise Refused(url)
    return Target(parts, numbers[0], port or usual)


def _is_public(number: str) -> bool:
    try:
        address = ipaddress.ip_address(number.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    if inner is not None and not inner.is_global:
        return False
    return address.is_global and not address.is_multicast
