# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The only way to a citizen; whoever takes it is written down. It is the whole house's way."""

from jobunivers.trust.opening import (
    Reason,
    ReasonNeeded,
    citizen_or_404,
    open_citizen,
    reason_today,
)

__all__ = ["Reason", "ReasonNeeded", "citizen_or_404", "open_citizen", "reason_today"]
