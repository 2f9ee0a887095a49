# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""``./jobunivers import content FOLDER``: Markdown files into the library."""

import argparse
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.library.actions.board import author_of
from jobunivers.rooms.library.actions.importing import Summary, import_contents
from jobunivers.rooms.marketplace.queries import Source

_SHOWN = 50


class Command(BaseCommand):
    """Takes content in; a rerun changes nothing."""

    help = "Take a folder of Markdown files into the library."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what can be asked for."""
        parser.add_argument("folder", help="the folder with the files")
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument("--shared", action="store_true", help="for all kommuner")
        whose.add_argument("--kommune", metavar="CODE", help="for one kommune, by its four digits")
        parser.add_argument("--author", default="", help="who wrote what names no author")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Import and say what became of each file."""
        folder = Path(options["folder"])
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder")
        now = timezone.now()
        if options["shared"]:
            author = options["author"]
            summary = import_contents(
                folder=folder, source=Source.SHARED, written_by=author, at=now
            )
        else:
            kommune = Municipality.objects.filter(code=options["kommune"]).first()
            if kommune is None:
                raise CommandError(f"there is no kommune with the code {options['kommune']}")
            with working_for(kommune.pk):
                summary = import_contents(
                    folder=folder,
                    source=Source.LOCAL,
                    written_by=options["author"] or author_of(kommune),
                    at=now,
                )
        self._say(summary)

    def _say(self, summary: Summary) -> None:
        self.stdout.write(
            f"Content: new {summary.new:,}, changed {summary.changed:,}, unchanged"
            f" {summary.unchanged:,}, set aside {len(summary.set_aside):,}."
        )
        for one in summary.set_aside[:_SHOWN]:
            self.stdout.write(f"  set aside: {one.name} line {one.line}: {one.reason}")
