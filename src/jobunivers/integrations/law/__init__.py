# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Law texts as others keep them: acts and orders by paragraph, read as streams."""

from jobunivers.integrations.law.records import Bad, DocumentRecord, ProvisionRecord

__all__ = ["Bad", "DocumentRecord", "ProvisionRecord"]
