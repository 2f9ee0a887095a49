# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What segmentation holds."""

from jobunivers.rooms.segmentation.datamap import of_citizens, of_others

__all__ = ["of_citizens", "of_others"]
