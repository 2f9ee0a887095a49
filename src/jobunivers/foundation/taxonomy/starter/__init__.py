# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The taxonomy that the project brings along, and how it gets into an empty database."""

from datetime import datetime
from pathlib import Path

from jobunivers.integrations.taxonomy.starter import FILES, read_starter
from jobunivers.integrations.taxonomy.tables import checksum_of

FOLDER = Path(__file__).resolve().parent


def ensure(*, at: datetime) -> bool:
    """Load the starter taxonomy when it is not there or has changed; return whether it was loaded.

    Raises:
        MissingFileError, UnknownLayoutError: the project's own files are damaged.
    """
    # Imported late: this package is also read where Django is not set up.
    from jobunivers.foundation.taxonomy import actions

    checksum = checksum_of([path for name in FILES if (path := FOLDER / name).exists()])
    if actions.is_imported(kind="starter", checksum=checksum):
        return False
    actions.import_starter(starter=read_starter(FOLDER), at=at)
    return True
