# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Take in NACE or its Danish six-digit form from a folder."""

from datetime import datetime
from pathlib import Path

from jobunivers.foundation.taxonomy import actions
from jobunivers.foundation.taxonomy.commands import ImportCommand
from jobunivers.foundation.taxonomy.sync import ImportReport
from jobunivers.integrations.taxonomy.classifications import read_industries


class Command(ImportCommand):
    """Read industries from Eurostat or Statistics Denmark."""

    help = "Import industries: NACE or DB07/DB25."

    def take_in(
        self, folder: Path, *, at: datetime, edition: str, allow_loss: bool
    ) -> ImportReport:
        """Read and import the folder."""
        parsed = read_industries(folder)
        self.say(f"read {', '.join(parsed.files)}: {parsed.read:,} rows")
        return actions.import_industries(
            parsed=parsed, at=at, edition=edition, allow_loss=allow_loss
        )
