# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""``./jobunivers manage use_weights VERSION --because WHY --by NAME``: a person decides."""

import argparse
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from jobunivers.rooms.tailored import actions


class Command(BaseCommand):
    """Takes proposed weights into use, or goes back to those that came with the program."""

    help = "Take proposed weights into use, or go back to those that came with the program."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what has to be told."""
        parser.add_argument("version", help="as learn_weights printed it, or matching-2")
        parser.add_argument("--because", required=True, help="why; kept with the weights")
        parser.add_argument("--by", required=True, help="who decides; kept with the weights")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Take the weights into use."""
        told = {name: options[name] for name in ("version", "because", "by")}
        try:
            model = actions.use_weights(**told, at=timezone.now())
        except actions.NotPossible as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(
            f"{model.version} is in use. Every process follows within a minute;"
            " lists follow as they are made anew, at the latest tonight."
        )
