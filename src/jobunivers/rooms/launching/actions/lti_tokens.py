# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A tool proves who it is and is let in to tell results (LTI security, 4.1; RFC 7523)."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from jobunivers.rooms.launching.actions.exchanging import Refused
from jobunivers.rooms.launching.actions.tools import believed
from jobunivers.rooms.launching.models import LtiSeen, LtiToken, LtiTool
from jobunivers.rooms.launching.queries import lti_words as lti
from jobunivers.rooms.launching.queries.reading import NotBelieved, check, unproven
from jobunivers.rooms.launching.queries.signing import digest
from jobunivers.rooms.launching.queries.tools import tool_by_client_id

TOOL_TOKEN_SECONDS = 600
_LONGEST_MARK = 300
_WHY = {
    "format": "client_assertion is not a signed JWT",
    "algorithm": "client_assertion must be signed by RS256",
    "key": "client_assertion is signed by a key that the tool does not show",
    "signature": "the signature of client_assertion is wrong",
    "issuer": "iss and sub of client_assertion must be the client_id",
    "audience": "aud of client_assertion must be the address of this endpoint",
    "late": "client_assertion is too old, or says no exp",
    "early": "client_assertion is made in the future, or lasts more than an hour",
    "again": "client_assertion has been used (jti)",
    "claims": "client_assertion needs a jti",
}


@dataclass(frozen=True, slots=True)
class ToolToken:
    """What a tool is let in with, and to what."""

    access: str
    scope: str


def token_for_tool(
    *, assertion: str, scope: str, audiences: Collection[str], at: datetime
) -> ToolToken:
    """Return a token for a tool that proves who it is.

    When its keys were asked for, and that its proof was read, must last although the request is
    refused, so this is not rolled back by itself.

    Raises:
        Refused: "invalid_client" with the reason, or "invalid_scope".
    """
    try:
        tool = _proven(assertion, audiences, at=at)
    except NotBelieved as wrong:
        raise Refused("invalid_client", _WHY.get(wrong.code, _WHY["claims"])) from wrong
    asked = set(scope.split())
    granted = " ".join(one for one in lti.SCOPES if one in asked)
    if not granted:
        raise Refused("invalid_scope", "scope must name what is told in the launch")
    LtiToken.objects.filter(expires_at__lt=at).delete()
    access = secrets.token_urlsafe(32)
    LtiToken.objects.create(
        digest=digest(access),
        tool=tool,
        scope=granted,
        expires_at=at + timedelta(seconds=TOOL_TOKEN_SECONDS),
    )
    return ToolToken(access, granted)


def _proven(assertion: str, audiences: Collection[str], *, at: datetime) -> LtiTool:
    said = unproven(assertion).get("iss")
    tool = tool_by_client_id(said) if isinstance(said, str) else None
    if tool is None:
        raise NotBelieved("issuer")
    claims = believed(tool=tool, text=assertion, at=at)
    until = check(claims, issuer=tool.client_id, audiences=audiences, at=at)
    if claims.get("sub") != tool.client_id:
        raise NotBelieved("issuer")
    read_once(tool=tool, mark=claims.get("jti"), until=until, at=at)
    return tool


def read_once(*, tool: LtiTool, mark: object, until: datetime, at: datetime) -> None:
    """Note that a tool's signed message is read; NotBelieved: it was before, or has no mark."""
    if not isinstance(mark, str) or not 0 < len(mark) <= _LONGEST_MARK:
        raise NotBelieved("claims")
    LtiSeen.objects.filter(expires_at__lt=at).delete()
    _row, first = LtiSeen.objects.get_or_create(
        tool=tool, digest=digest(mark), defaults={"expires_at": until}
    )
    if not first:
        raise NotBelieved("again")
