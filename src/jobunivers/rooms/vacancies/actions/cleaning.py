# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text that PostgreSQL can hold."""

import re

_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """Return the text without what PostgreSQL cannot hold (NUL, lone surrogates)."""
    return _UNSTORABLE.sub("", text)
