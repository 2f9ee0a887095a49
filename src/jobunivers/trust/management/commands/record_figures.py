# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Take measured figures into the AI register."""

import argparse
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from jobunivers.trust import actions, figures


class Command(BaseCommand):
    """Read a file that a benchmark wrote with `--json`, and keep its figures."""

    help = "Record a model's measured figures: a JSON list, as src/jobunivers/trust/README.md says."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path, help="the file that the benchmark wrote")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Record all figures of the file, or none and say why."""
        try:
            text = options["file"].read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"The file cannot be read: {error}.") from None
        try:
            recorded = actions.record_figures(figures.read(text))
        except figures.BadFigures as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"{recorded.added} figures recorded, {recorded.known} known already.")
