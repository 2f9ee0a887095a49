# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kommuner and postcodes that the project brings along, for an empty database."""

from datetime import datetime
from pathlib import Path

from jobunivers.integrations.taxonomy.geography import read_geography
from jobunivers.integrations.taxonomy.tables import checksum_of

FOLDER = Path(__file__).resolve().parent
FILES = ("kommuner.csv", "postnumre.csv")


def ensure(*, at: datetime) -> bool:
    """Load the starter places unless better ones are there; return whether they were loaded.

    Raises:
        MissingFileError, UnknownLayoutError: the project's own files are damaged.
    """
    # Imported late: this package is also read where Django is not set up.
    from jobunivers.foundation.places import actions
    from jobunivers.foundation.taxonomy.actions import is_imported
    from jobunivers.foundation.taxonomy.models import Dataset

    if Dataset.objects.filter(kind="geography").exists():
        return False
    checksum = checksum_of([path for name in FILES if (path := FOLDER / name).exists()])
    if is_imported(kind="places_starter", checksum=checksum):
        return False
    geography = read_geography(FOLDER)
    actions.import_geography(geography=geography, at=at, kind="places_starter", allow_loss=True)
    return True
