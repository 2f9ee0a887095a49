# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Take in regions, kommuner and postcodes from a folder."""

from datetime import datetime
from pathlib import Path

from jobunivers.foundation.places import actions
from jobunivers.foundation.taxonomy.commands import ImportCommand
from jobunivers.foundation.taxonomy.sync import ImportReport
from jobunivers.integrations.taxonomy.geography import read_geography


class Command(ImportCommand):
    """Read Denmark's administrative geography."""

    help = "Import kommuner (with polygons, if there are any) and postcodes."

    def take_in(
        self, folder: Path, *, at: datetime, edition: str, allow_loss: bool
    ) -> ImportReport:
        """Read and import the folder."""
        geography = read_geography(folder)
        self.say(f"read {', '.join(geography.kommuner.files)}: {geography.kommuner.read:,} rows")
        self.say(f"read {', '.join(geography.postcodes.files)}: {geography.postcodes.read:,} rows")
        return actions.import_geography(
            geography=geography, at=at, edition=edition, allow_loss=allow_loss
        )
