# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changes."""

from jobunivers.rooms.tailored.actions.finding import NotReady
from jobunivers.rooms.tailored.actions.recommending import KEPT_RUNS, recommend

__all__ = ["KEPT_RUNS", "NotReady", "recommend"]
