# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a vendor says of its app: where everything is."""

import json
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from jobunivers.config.vendor_check.walking import Browser, Failed

PATH = "/.well-known/jobunivers-vendor.json"
_LARGEST = 64_000
_OK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A form that a browser sends inside the app: where to, and the fields; "" is nowhere."""

    url: str = ""
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LtiTool:
    """The app as a tool after LTI 1.3; `exercise` earns a grade, `pick` picks content."""

    login_uri: str
    launch_uri: str
    redirect_uris: tuple[str, ...]
    keys_uri: str
    deep_link_uri: str = ""
    exercise: Sent = field(default_factory=Sent)
    pick: Sent = field(default_factory=Sent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A vendor's app, as it describes itself; `webhook_url` is empty where it has none."""

    name: str
    login_uri: str
    redirect_uris: tuple[str, ...]
    webhook_url: str = ""
    xapi: bool = False
    lti: LtiTool | None = None


def read(browser: Browser, url: str) -> Description:
    """Return the description of the app at an address.

    Raises:
        Failed: it is not there, or not as it should be.
    """
    if not _is_address(url):
        raise Failed(f"{url!r} is no address: it must begin with https:// or http://")
    answer = browser.ask("GET", url.rstrip("/") + PATH)
    if answer.status_code != _OK:
        raise Failed(
            f"{PATH} answers {answer.status_code}, not 200; your app describes itself there "
            "(docs/vendor.md: Test your own integration)"
        )
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
    addresses = _addresses(told)
    return Description(
        name=_text(told, "name"),
        login_uri=_text(told, "login_uri"),
        redirect_uris=addresses,
        webhook_url=_text(told, "webhook_url") if "webhook_url" in told else "",
        xapi=told.get("xapi") is True,
        lti=_tool(told["lti"]) if told.get("lti") else None,
    )


def _tool(told: object) -> LtiTool:
    if not isinstance(told, dict):
        raise Failed("lti must be an object with the addresses of the tool")
    try:
        return LtiTool(
            login_uri=_text(told, "login_uri"),
            launch_uri=_text(told, "launch_uri"),
            redirect_uris=_addresses(told),
            keys_uri=_text(told, "keys_uri"),
            deep_link_uri=_text(told, "deep_link_uri") if "deep_link_uri" in told else "",
            exercise=_sent(told, "exercise"),
            pick=_sent(told, "pick"),
        )
    except Failed as failed:
        raise Failed(f"lti: {failed}") from failed


def _addresses(told: dict[str, object]) -> tuple[str, ...]:
    uris = told.get("redirect_uris")
    if not isinstance(uris, list) or not uris or not all(isinstance(one, str) for one in uris):
        raise Failed("redirect_uris must be a list of addresses")
    return tuple(uris)


def _sent(told: dict[str, object], name: str) -> Sent:
    said = told.get(name)
    if said is None:
        return Sent()
    fields = said.get("fields", {}) if isinstance(said, dict) else None
    if (
        not isinstance(said, dict)
        or not isinstance(fields, dict)
        or not all(isinstance(one, str) for one in fields.values())
    ):
        raise Failed(f'{name} must be {{"url": …, "fields": {{…}}}} with texts')
    return Sent(url=_text(said, "url"), fields={str(key): fields[key] for key in fields})


def _text(told: dict[str, object], name: str) -> str:
    value = told.get(name)
    if not isinstance(value, str) or not value.strip():
        raise Failed(f"{name} must be a text")
    return value
