# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of the gate."""

from jobunivers.rooms.vendors.models.gate import Gate, GateFile, GroundFall

__all__ = ["Gate", "GateFile", "GroundFall"]
