# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for looking."""

from jobunivers.rooms.webhooks.models import Endpoint
from jobunivers.rooms.webhooks.queries.log import (
    AttemptShown,
    DeliveryShown,
    endpoint_by_id,
    endpoint_of,
    listening,
    log_of,
)
from jobunivers.rooms.webhooks.queries.words import KINDS, kind_words, wrong_words

__all__ = [
    "KINDS",
    "AttemptShown",
    "DeliveryShown",
    "Endpoint",
    "endpoint_by_id",
    "endpoint_of",
    "kind_words",
    "listening",
    "log_of",
    "wrong_words",
]
