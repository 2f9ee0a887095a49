# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether an address on the web still answers."""

from jobunivers.integrations.links.asking import Answer, Asker, State
from jobunivers.integrations.links.many import ask_many

__all__ = ["Answer", "Asker", "State", "ask_many"]
