# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far an education goes, by the words of its title."""

import re

from jobunivers.science.cv.words import LEVELS

_PATTERNS = [(re.compile(pattern, re.IGNORECASE), level) for pattern, level in LEVELS]


def level_of(title: str) -> str:
    """Return the level an education's title says, or "" when it says none."""
    return next((level for pattern, level in _PATTERNS if pattern.search(title)), "")
