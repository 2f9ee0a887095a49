# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling other programs what happened: Standard Webhooks around CloudEvents."""

from jobunivers.integrations.webhooks.client import SECONDS, Answer, Trouble, send
from jobunivers.integrations.webhooks.envelope import CONTENT_TYPE, Told, packed
from jobunivers.integrations.webhooks.signing import new_secret, signed

__all__ = [
    "CONTENT_TYPE",
    "SECONDS",
    "Answer",
    "Told",
    "Trouble",
    "new_secret",
    "packed",
    "send",
    "signed",
]
