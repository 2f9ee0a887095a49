# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the import commands have in common: arguments, progress, a summary that adds up."""

import sys
from abc import abstractmethod
from argparse import ArgumentParser
from collections import Counter
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from jobunivers.foundation.taxonomy.sync import ImportReport
from jobunivers.integrations.taxonomy.tables import ImportRefusedError

FIRST_SHOWN = 3


class ImportCommand(BaseCommand):
    """Read a folder, take it in, and account for every row."""

    @abstractmethod
    def take_in(
        self, folder: Path, *, at: datetime, edition: str, allow_loss: bool
    ) -> ImportReport:
        """Read and import the folder."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take a folder, an edition and the permission to lose much."""
        parser.add_argument("folder", type=Path, help="the folder that holds the files")
        parser.add_argument("--edition", default="", help="the edition, shown on the about page")
        parser.add_argument(
            "--allow-loss",
            action="store_true",
            help="import even if more than a fifth of what is in use would be retired",
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Import, and say what became of each row."""
        began = perf_counter()
        try:
            report = self.take_in(
                options["folder"],
                at=timezone.now(),
                edition=options["edition"],
                allow_loss=options["allow_loss"],
            )
        except ImportRefusedError as error:
            raise CommandError(str(error)) from None
        self._summarise(report, perf_counter() - began)

    def say(self, message: str) -> None:
        """Tell how far the import is: on a terminal in place, else a line each."""
        if sys.stdout.isatty():
            self.stdout.write(f"\r\x1b[K{message}", ending="")
            self.stdout.flush()
        else:
            self.stdout.write(message)

    def _summarise(self, report: ImportReport, seconds: float) -> None:
        if sys.stdout.isatty():
            self.stdout.write("\r\x1b[K", ending="")
        names = ("read", "added", "changed", "unchanged", "merged", "set_aside", "retired")
        header = "".join(f"{name.replace('_', ' '):>11}" for name in names)
        self.stdout.write(f"{'':<12}{header}")
        for kind, counts in report.counts.items():
            figures = "".join(f"{getattr(counts, name):>11,}" for name in names)
            self.stdout.write(f"{kind:<12}{figures}")
        for name, figure in report.notes.items():
            self.stdout.write(f"{name.replace('_', ' ')}: {figure:,}")
        for kind in report.missing:
            self.stdout.write(f"The folder holds no {kind}; what was there stays.")
        reasons = Counter(bad.reason for bad in report.set_aside)
        for reason, times in sorted(reasons.items()):
            self.stdout.write(f"set aside, {reason}: {times:,}, for instance")
            first = [bad for bad in report.set_aside if bad.reason == reason][:FIRST_SHOWN]
            for bad in first:
                self.stdout.write(f"  {bad.file} line {bad.line}: {bad.detail}")
        verdict = "every row is accounted for" if report.adds_up else "THE FIGURES DO NOT ADD UP"
        changed = "" if report.touched else "; nothing changed"
        self.stdout.write(f"Done in {seconds:.1f} s; {verdict}{changed}.")
