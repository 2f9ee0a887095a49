# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What casework holds."""

from jobunivers.rooms.casework.datamap import points, rows

__all__ = ["points", "rows"]
