# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map of what is held: each model and each field, of whom, why, by which right, how long.

Each app says it of its own models in its `datamap.py`, and nobody else says it. From the map come
*Mine data*, deletion by rule, the print for access to the file and the record of processing; a
test holds that no model and no field is missing.
"""

from jobunivers.foundation.datamap.headings import GROUPS, Group
from jobunivers.foundation.datamap.holdings import (
    About,
    Field,
    Holding,
    Sort,
    Unmapped,
    by,
    confidential,
    free_text,
    groups,
    hold,
    holding,
    holdings,
    holdings_about,
    inner,
    ordinary,
    public,
    secret,
    staff,
)
from jobunivers.foundation.datamap.rules import (
    BASES,
    PURPOSES,
    RETENTIONS,
    Basis,
    Clock,
    Purpose,
    Retention,
    Then,
)

__all__ = [
    "BASES",
    "GROUPS",
    "PURPOSES",
    "RETENTIONS",
    "About",
    "Basis",
    "Clock",
    "Field",
    "Group",
    "Holding",
    "Purpose",
    "Retention",
    "Sort",
    "Then",
    "Unmapped",
    "by",
    "confidential",
    "free_text",
    "groups",
    "hold",
    "holding",
    "holdings",
    "holdings_about",
    "inner",
    "ordinary",
    "public",
    "secret",
    "staff",
]
