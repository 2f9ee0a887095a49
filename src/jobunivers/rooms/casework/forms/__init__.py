# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms check what was typed; they never save."""

from jobunivers.rooms.casework.forms.asking import (
    REASONS,
    DisputeForm,
    NameForm,
    ReasonForm,
    RegionForm,
)

__all__ = ["REASONS", "DisputeForm", "NameForm", "ReasonForm", "RegionForm"]
