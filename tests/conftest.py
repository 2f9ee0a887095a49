# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the whole house share."""

from tests.addresses.world import statuses_alone, world

__all__ = ["statuses_alone", "world"]
