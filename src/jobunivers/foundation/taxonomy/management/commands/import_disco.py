# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Take in DISCO-08 from a folder."""

from datetime import datetime
from pathlib import Path

from jobunivers.foundation.taxonomy import actions
from jobunivers.foundation.taxonomy.commands import ImportCommand
from jobunivers.foundation.taxonomy.sync import ImportReport
from jobunivers.integrations.taxonomy.classifications import read_disco


class Command(ImportCommand):
    """Read Statistics Denmark's occupations."""

    help = "Import DISCO-08 from Statistics Denmark's CSV."

    def take_in(
        self, folder: Path, *, at: datetime, edition: str, allow_loss: bool
    ) -> ImportReport:
        """Read and import the folder."""
        parsed = read_disco(folder)
        self.say(f"read {', '.join(parsed.files)}: {parsed.read:,} rows")
        return actions.import_disco(parsed=parsed, at=at, edition=edition, allow_loss=allow_loss)
