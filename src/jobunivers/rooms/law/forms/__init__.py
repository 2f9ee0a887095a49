# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is typed in the room."""

from jobunivers.rooms.law.forms.days import ChangesForm, DayForm
from jobunivers.rooms.law.forms.deciding import ApproveForm, OwnValueForm

__all__ = ["ApproveForm", "ChangesForm", "DayForm", "OwnValueForm"]
