# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking for a JWK set (RFC 7517): once, briefly, at public addresses, and never led on."""

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx

from jobunivers.integrations.links.guard import NoSuchHost, Refused, Resolve, checked, resolve

MOST_BYTES = 100_000
MOST_KEYS = 20
_OK = 200
_LED_ON = range(300, 400)


class NoKeys(Exception):  # noqa: N818 - it reads as what is wrong
    """No keys came: `code` is "refused", "silent", "led_on", "status", "large" or "no_set"."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class KeyAsker:
    """Asks one address for keys.

    Attributes:
        seconds: for everything together.
        also: hosts with ports that may be asked wherever they lie (tests).
    """

    seconds: float = 5.0
    resolve: Resolve = resolve
    also: frozenset[str] = frozenset()
    clock: Callable[[], float] = time.monotonic

    def ask(self, url: str) -> dict[str, Any]:
        """Return the JWK set of an address.

        Raises:
            NoKeys: the address is none of the public web, says nothing in time, leads elsewhere
                (which is never followed), or what it says is no JWK set.
        """
        client = httpx.Client(timeout=self.seconds, follow_redirects=False, trust_env=False)
        # One who sends a letter now and then keeps every time-out waiting: the line is cut.
        cut = threading.Timer(self.seconds, client.close)
        cut.daemon = True
        cut.start()
        try:
            return read_keys(self._body(client, url))
        except Refused as error:
            raise NoKeys("refused") from error
        except (NoSuchHost, httpx.HTTPError, httpx.InvalidURL, OSError, RuntimeError) as error:
            raise NoKeys("silent") from error
        finally:
            cut.cancel()
            client.close()

    def _body(self, client: httpx.Client, url: str) -> bytes:
        target = checked(url, resolve=self.resolve, also=self.also)
        headers = {"Host": target.parts.netloc, "Accept": "application/json"}
        extensions = {"sni_hostname": target.host}
        body, until = b"", self.clock() + self.seconds
        with client.stream("GET", target.url, headers=headers, extensions=extensions) as answer:
            if answer.status_code in _LED_ON:
                raise NoKeys("led_on")
            if answer.status_code != _OK:
                raise NoKeys("status")
            for piece in answer.iter_raw(4096):
                body += piece
                if len(body) > MOST_BYTES:
                    raise NoKeys("large")
                if self.clock() > until:
                    raise NoKeys("silent")
        return body


def read_keys(text: str | bytes) -> dict[str, Any]:
    """Return a JWK set with its RSA signature keys alone, each with what is public of it.

    Raises:
        NoKeys: it is not a JWK set, or has no such key.
    """
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoKeys("no_set") from error
    keys = said.get("keys") if isinstance(said, dict) else None
    if not isinstance(keys, list) or len(keys) > MOST_KEYS:
        raise NoKeys("no_set")
    fit = [_public(one) for one in keys if isinstance(one, dict) and _fits(one)]
    if not fit:
        raise NoKeys("no_set")
    return {"keys": fit}


def _fits(key: dict[str, Any]) -> bool:
    words = (key.get("n"), key.get("e"), key.get("kid", ""))
    return (
        key.get("kty") == "RSA"
        and key.get("use", "sig") == "sig"
        and key.get("alg", "RS256") == "RS256"
        and all(isinstance(word, str) and word.isascii() and "\0" not in word for word in words)
    )


def _public(key: dict[str, Any]) -> dict[str, str]:
    # Whoever shows a private key by mistake: it is not kept.
    return {name: str(key[name]) for name in ("kty", "kid", "n", "e") if name in key}
