# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Exchange the key that personal fields are encrypted with. Run as the owner of the tables."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from jobunivers.foundation.crypto import rotating
from jobunivers.foundation.crypto.keys import new_key
from jobunivers.foundation.crypto.sealing import ring


class Command(BaseCommand):
    """Safe to stop and to run again: it goes on where it was."""

    help = "Encrypt anew what lies under an older key; --check counts, --new makes a key."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take one of the two that change nothing."""
        parser.add_argument("--check", action="store_true", help="count the values of each key")
        parser.add_argument("--new", metavar="NAME", help="print a new key and where it goes")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        """Rotate, count or make a key."""
        if options["new"]:
            self._new(options["new"])
        elif options["check"]:
            self._tell(rotating.standing())
        else:
            self._rotate()

    def _new(self, name: str) -> None:
        if ring().named(name) is not None:
            raise CommandError(f"there is a key {name!r} already")
        self.stdout.write(new_key(name))
        self.stderr.write(
            "Put it LAST in JOBUNIVERS_DATA_KEYS (or data_keys of .jobunivers/secrets.json) on all "
            "machines and restart; then FIRST and restart; then run rotate_keys."
        )

    def _rotate(self) -> None:
        try:
            rotating.check_keys()
        except rotating.WrongKeys as error:
            raise CommandError(str(error)) from error
        for done in rotating.rotate():
            self.stdout.write(f"{done.table}: {done.rows} rows")
        left = rotating.standing()
        self._tell(left)
        current = ring().current.name
        unused = [one.name for one in ring().keys if one.name != current and one.name not in left]
        if unused:
            rotating.let_go(unused)
            self.stdout.write(
                f"Nothing lies under {', '.join(unused)} any more. Take them out of "
                "JOBUNIVERS_DATA_KEYS when no backup older than today is kept."
            )

    def _tell(self, standing: dict[str, int]) -> None:
        if not standing:
            self.stdout.write("No value is encrypted yet.")
        for name, many in sorted(standing.items()):
            current = " (current)" if name == ring().current.name else ""
            self.stdout.write(f"{name}{current}: {many} values")
