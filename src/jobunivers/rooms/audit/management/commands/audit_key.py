# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make or show the key that the audit chain is signed with."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from jobunivers.rooms.audit.queries import keys


class Command(BaseCommand):
    """`manage audit_key` shows the public keys that count; `--new` makes a pair."""

    help = "show the public keys of the audit chain, or make a new one"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take `--new`."""
        parser.add_argument("--new", action="store_true", help="make a key; nothing is stored")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's
        """Write lines for the environment, or the public keys."""
        if options["new"]:
            private, public = keys.new_key()
            self.stdout.write(f"JOBUNIVERS_AUDIT_KEY={private}")
            self.stdout.write(f"# its public key, for auditors: {public}")
            return
        try:
            known = keys.known_keys()
        except keys.BadKey as error:
            raise CommandError(str(error)) from None
        for name, one in known.items():
            self.stdout.write(f"{name} {keys.public_text(one)}")
