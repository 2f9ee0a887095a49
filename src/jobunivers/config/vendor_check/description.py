# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a vendor says of its app: where everything is."""

import json
from dataclasses import dataclass
from urllib.parse import urlsplit

from jobunivers.config.vendor_check.walking import Browser, Failed

PATH = "/.well-known/jobunivers-vendor.json"
_LARGEST = 64_000
_OK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A vendor's app, as it describes itself; `webhook_url` is empty where it has none."""

    name: str
    login_uri: str
    redirect_uris: tuple[str, ...]
    webhook_url: str = ""
    xapi: bool = False
    lti: bool = False


def read(browser: Browser, url: str) -> Description:
    """Return the description of the app at an address.

    Raises:
        Failed: it is not there, or not as it should be.
    """
    if not _is_address(url):
        raise Failed(f"{url!r} is no address: it must begin with https:// or http://")
    answer = browser.ask("GET", url.rstrip("/") + PATH)
    if answer.status_code != _OK:
        raise Failed(f"{PATH} answers {answer.status_code}, not 200")
    if len(answer.content) > _LARGEST:
        raise Failed(f"{PATH} is larger than {_LARGEST} bytes")
    try:
        told = json.loads(answer.content)
    except (ValueError, RecursionError) as error:
        raise Failed(f"{PATH} is not JSON") from error
    return _from(told)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def _from(told: object) -> Description:
    if not isinstance(told, dict):
        raise Failed(f"{PATH} is not an object of JSON")
    uris = told.get("redirect_uris")
    if not isinstance(uris, list) or not uris or not all(isinstance(one, str) for one in uris):
        raise Failed("redirect_uris must be a list of addresses")
    return Description(
        name=_text(told, "name"),
        login_uri=_text(told, "login_uri"),
        redirect_uris=tuple(uris),
        webhook_url=_text(told, "webhook_url") if "webhook_url" in told else "",
        xapi=told.get("xapi") is True,
        lti=bool(told.get("lti")),
    )


def _text(told: dict[str, object], name: str) -> str:
    value = told.get(name)
    if not isinstance(value, str) or not value.strip():
        raise Failed(f"{name} must be a text")
    return value
