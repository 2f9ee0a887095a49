# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a tool asks for when it sends her browser back to be launched (LTI security, 5.1.1.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jobunivers.rooms.launching.models import LtiTool
from jobunivers.rooms.launching.queries.asking import NobodyToAnswer
from jobunivers.rooms.launching.queries.tools import tool_by_client_id

_LONGEST = {"state": 2_000, "nonce": 300}
_USUAL = 500
# What must be said, word for word.
_FIXED = {
    "scope": "openid",
    "response_type": "id_token",
    "response_mode": "form_post",
    "prompt": "none",
}


class NotLaunched(Exception):  # noqa: N818 - it reads as what happened
    """A launch the tool is told is refused: where, the error's code, and why."""

    def __init__(self, whence: "ToolWhence", error: str, why: str) -> None:
        super().__init__(error, why)
        self.whence = whence
        self.error = error
        self.why = why


@dataclass(frozen=True, slots=True)
class ToolWhence:
    """Which tool's page an answer is posted to."""

    tool: LtiTool
    redirect_uri: str
    state: str


@dataclass(frozen=True, slots=True)
class LaunchAsked:
    """A request that can be answered by a launch; `hint` is what we gave the tool at the start."""

    whence: ToolWhence
    nonce: str
    login_hint: str
    hint: str


def launch_asked(sent: Mapping[str, Sequence[str]]) -> LaunchAsked:
    """Read a request, each parameter with all its values.

    Raises:
        NobodyToAnswer: the tool or its address is not known; she is told, nobody else.
        NotLaunched: the tool is told.
    """
    whence = _whence(sent)
    for name in ("request", "request_uri"):
        if sent.get(name):
            raise NotLaunched(whence, f"{name}_not_supported", f"{name} is not read")
    for name, word in _FIXED.items():
        if _single(sent, name, whence) != word:
            code = "unsupported_response_type" if name == "response_type" else "invalid_request"
            code = "invalid_scope" if name == "scope" else code
            raise NotLaunched(whence, code, f"{name} must be {word}")
    needed = {
        name: _single(sent, name, whence) for name in ("nonce", "login_hint", "lti_message_hint")
    }
    for name, value in needed.items():
        if not value:
            raise NotLaunched(whence, "invalid_request", f"{name} is needed")
    return LaunchAsked(whence, needed["nonce"], needed["login_hint"], needed["lti_message_hint"])


def _whence(sent: Mapping[str, Sequence[str]]) -> ToolWhence:
    ids, addresses = sent.get("client_id", ()), sent.get("redirect_uri", ())
    tool = tool_by_client_id(ids[0]) if len(ids) == 1 else None
    if tool is None:
        raise NobodyToAnswer("client")
    if len(addresses) != 1 or addresses[0] not in tool.redirect_uris:
        raise NobodyToAnswer("redirect")
    states = sent.get("state", ())
    fits = len(states) == 1 and len(states[0]) <= _LONGEST["state"] and "\0" not in states[0]
    return ToolWhence(tool, addresses[0], states[0] if fits else "")


def _single(sent: Mapping[str, Sequence[str]], name: str, whence: ToolWhence) -> str:
    values = sent.get(name, ())
    if len(values) > 1:
        raise NotLaunched(whence, "invalid_request", f"{name} is there more than once")
    value = values[0] if values else ""
    if "\0" in value or len(value) > _LONGEST.get(name, _USUAL):
        raise NotLaunched(whence, "invalid_request", f"{name} is too long or not text")
    return value
