# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""receive_letters: take the letters that citizens send on to their joblog, by SMTP."""

import argparse
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from jobunivers.integrations.mail.receiving import Answer, Inbox, Receiver
from jobunivers.rooms.vacancies import actions


class Command(BaseCommand):
    """Serve until told to stop."""

    help = "Take letters that citizens send on to their joblog, by SMTP, until told to stop."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say where to listen."""
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", type=int, default=8025, help="port to listen on")

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:  # noqa: ARG002
        """Listen, and say so."""
        domain = settings.LETTER_DOMAIN
        if not domain:
            raise CommandError("JOBUNIVERS_LETTER_DOMAIN must say for which domain letters come")
        inbox = Inbox(knows=_knows, take=_take)
        receiver = Receiver(inbox, host=host, port=port, name=domain)
        self.stdout.write(f"Letters to joblog+…@{domain} are taken at {host}:{port}. Ctrl-C ends.")
        try:
            receiver.run(until_signal=True)
        except OSError as error:
            raise CommandError(f"nobody can listen at {host}:{port}: {error.strerror}") from error


def _knows(address: str) -> bool:
    try:
        return actions.knows_letter_address(address)
    finally:
        connection.close()  # the thread may never be asked again


def _take(address: str, raw: bytes) -> Answer:
    try:
        return actions.receive_letter(address, raw, at=timezone.now())
    finally:
        connection.close()
