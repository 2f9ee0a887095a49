# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Take in ESCO from a folder."""

from datetime import datetime
from pathlib import Path

from jobunivers.foundation.taxonomy import actions
from jobunivers.foundation.taxonomy.commands import ImportCommand
from jobunivers.foundation.taxonomy.sync import ImportReport
from jobunivers.integrations.taxonomy.esco import read_esco


class Command(ImportCommand):
    """Read ESCO in its official or the wide layout, in as many languages as there are."""

    help = "Import occupations, skills and their relations from an ESCO folder."

    def take_in(
        self, folder: Path, *, at: datetime, edition: str, allow_loss: bool
    ) -> ImportReport:
        """Read and import the folder."""
        esco = read_esco(folder, note=lambda name, rows: self.say(f"read {name}: {rows:,} rows"))
        return actions.import_esco(
            esco=esco, at=at, edition=edition, allow_loss=allow_loss, say=self.say
        )
