# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's pages."""

from jobunivers.rooms.audit.views.chain import chain, changes, check
from jobunivers.rooms.audit.views.exporting import export
from jobunivers.rooms.audit.views.looking import (
    rule,
    rules,
    sample,
    sampled_one,
    samples,
    unusual,
    unusual_one,
)

__all__ = [
    "chain",
    "changes",
    "check",
    "export",
    "rule",
    "rules",
    "sample",
    "sampled_one",
    "samples",
    "unusual",
    "unusual_one",
]
