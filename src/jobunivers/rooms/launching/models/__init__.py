# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room keeps."""

from jobunivers.rooms.launching.models.connections import OidcClient
from jobunivers.rooms.launching.models.grading import (
    LineItem,
    LtiLaunch,
    LtiSeen,
    LtiToken,
    Score,
)
from jobunivers.rooms.launching.models.handing import HandOver, Pseudonym, Receipt
from jobunivers.rooms.launching.models.lti import LtiLink, LtiTool
from jobunivers.rooms.launching.models.protocol import AccessToken, LoginCode, SigningKey

__all__ = [
    "AccessToken",
    "HandOver",
    "LineItem",
    "LoginCode",
    "LtiLaunch",
    "LtiLink",
    "LtiSeen",
    "LtiToken",
    "LtiTool",
    "OidcClient",
    "Pseudonym",
    "Receipt",
    "Score",
    "SigningKey",
]
