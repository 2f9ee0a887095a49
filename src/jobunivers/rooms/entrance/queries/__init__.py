# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for looking into the entrance."""

from jobunivers.rooms.entrance.queries.readiness import Readiness, readiness_of, self_test_of

__all__ = ["Readiness", "readiness_of", "self_test_of"]
