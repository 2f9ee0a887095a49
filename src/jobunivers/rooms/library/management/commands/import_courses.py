# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""``./jobunivers import courses FILE``: an open course catalogue into the shared library."""

import argparse
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from jobunivers.foundation.tenancy import actions as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.library.actions.courses import UnknownCatalogue, import_courses

_SHOWN = 50


class Command(BaseCommand):
    """Takes courses in; a rerun changes nothing."""

    help = "Take a file of UddannelsesZoom or D4AD in as courses all kommuner can show."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what can be asked for."""
        parser.add_argument("file", help="the file, as it was published")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Import and say what became of the rows."""
        path = Path(options["file"])
        if not path.is_file():
            raise CommandError(f"{path} is no file")
        now = timezone.now()
        try:
            with working_for(tenancy.ensure_national(at=now).pk):
                summary = import_courses(path=path, at=now)
        except UnknownCatalogue:
            text = f"{path.name} has the columns of neither UddannelsesZoom nor D4AD"
            raise CommandError(text) from None
        self.stdout.write(
            f"Courses: new {summary.new:,}, changed {summary.changed:,}, unchanged"
            f" {summary.unchanged:,}, left out {summary.left_out:,},"
            f" set aside {len(summary.set_aside):,}."
        )
        for one in summary.set_aside[:_SHOWN]:
            self.stdout.write(f"  set aside: {one.name} line {one.line}: {one.reason}")
