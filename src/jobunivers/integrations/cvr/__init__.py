# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Danish register of firms: whose a number is."""

from jobunivers.integrations.cvr.client import CvrRegister, Firm, Lookup, Outcome
from jobunivers.integrations.cvr.numbers import is_cvr, tidy

__all__ = ["CvrRegister", "Firm", "Lookup", "Outcome", "is_cvr", "tidy"]
