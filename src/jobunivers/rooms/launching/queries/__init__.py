# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for looking."""

from jobunivers.rooms.launching.models import HandOver, LtiLink, LtiTool, OidcClient, Receipt
from jobunivers.rooms.launching.queries.finding import (
    agreed,
    agreed_offer_ids,
    citizen_of,
    connection_of,
    connections,
    pseudonym,
    receipts,
    yeses,
)
from jobunivers.rooms.launching.queries.grading import standing_result
from jobunivers.rooms.launching.queries.knowing import Known, known_by
from jobunivers.rooms.launching.queries.platforms import Platform, issuer_in, platforms
from jobunivers.rooms.launching.queries.terms import data_of, hands_over
from jobunivers.rooms.launching.queries.tools import link_of, tool_of, tools

__all__ = [
    "HandOver",
    "Known",
    "LtiLink",
    "LtiTool",
    "OidcClient",
    "Platform",
    "Receipt",
    "agreed",
    "agreed_offer_ids",
    "citizen_of",
    "connection_of",
    "connections",
    "data_of",
    "hands_over",
    "issuer_in",
    "known_by",
    "link_of",
    "platforms",
    "pseudonym",
    "receipts",
    "standing_result",
    "tool_of",
    "tools",
    "yeses",
]
