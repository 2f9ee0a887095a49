# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changes the taxonomy: imports, each safe to run again."""

from jobunivers.foundation.taxonomy.actions.classifications import import_disco, import_industries
from jobunivers.foundation.taxonomy.actions.datasets import is_imported, record_dataset
from jobunivers.foundation.taxonomy.actions.esco import import_esco
from jobunivers.foundation.taxonomy.actions.starter import import_starter

__all__ = [
    "import_disco",
    "import_esco",
    "import_industries",
    "import_starter",
    "is_imported",
    "record_dataset",
]
