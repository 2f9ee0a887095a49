# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""``./jobunivers import law FOLDER``: the text of acts and orders, by paragraph."""

import argparse
import sys
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from jobunivers.integrations.law import jsonl
from jobunivers.rooms.law import actions

INTERRUPTED = 130


class Command(BaseCommand):
    """Takes law texts in; a rerun changes nothing, and goes on where one was broken off."""

    help = "Take law texts in from a folder with documents.jsonl and provisions.jsonl."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what can be asked for."""
        parser.add_argument("folder", help="the folder with the two files")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Import and say what became of each record."""
        folder = Path(options["folder"])
        try:
            documents, provisions = jsonl.files_of(folder)
        except jsonl.NoLaw as error:
            raise CommandError(str(error)) from None
        try:
            with documents.open("rb") as first, provisions.open("rb") as second:
                summary = actions.import_law(
                    documents=jsonl.read_documents(first),
                    provisions=jsonl.read_provisions(second),
                    source=folder.resolve().name,
                    at=timezone.now(),
                    progress=self._progress,
                )
        except KeyboardInterrupt:
            text = "interrupted; whole documents are kept, and the rest comes next time"
            raise CommandError(text, returncode=INTERRUPTED) from None
        self._say(summary)

    def _progress(self, summary: actions.Summary) -> None:
        if sys.stderr.isatty():
            self.stderr.write(f"\r\x1b[K{summary.provisions:,} paragraphs", ending="")

    def _say(self, summary: actions.Summary) -> None:
        if sys.stderr.isatty():
            self.stderr.write("\r\x1b[K", ending="")
        numbers = ", ".join(
            f"{name.replace('_', ' ')} {count:,}" for name, count in summary.counts().items()
        )
        self.stdout.write(f"Law texts: {numbers}.")
        for one in summary.kept[:20]:
            self.stdout.write(f"  set aside: {one['file']} line {one['line']}: {one['reason']}")
        if summary.set_aside > len(summary.kept[:20]):
            self.stdout.write("  … the first 200 are kept with the run.")
