# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff write while they help, and what is prepared for them."""

from jobunivers.rooms.casework.models.remarks import Objection, RecommendationRemark

__all__ = ["Objection", "RecommendationRemark"]
