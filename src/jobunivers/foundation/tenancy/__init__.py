# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which kommune are we working for? Asked here, and nowhere else."""

from jobunivers.foundation.tenancy.current import (
    NoMunicipality,
    current_municipality_id,
    working_for,
    working_where,
    writing_shared,
)

__all__ = [
    "NoMunicipality",
    "current_municipality_id",
    "working_for",
    "working_where",
    "writing_shared",
]
