# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""``./jobunivers manage learn_weights``: propose weights from what people did; use nothing."""

import argparse
from collections.abc import Mapping
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from jobunivers.rooms.tailored import actions
from jobunivers.rooms.tailored.actions import Proposal

_PLACES = (1, 2, 3, 5, 10, 20, 40, 60)


class Command(BaseCommand):
    """Learns from lists that were shown and what people then did, and prints what is known."""

    help = "Propose weights learned from what people keep, hide and apply for. Nothing is used."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what can be asked for."""
        parser.add_argument("--days", type=int, default=90, help="how far back (default 90)")
        parser.add_argument(
            "--least", type=int, default=500, help="refuse below so many acts (default 500)"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Learn, keep the proposal, print the figures."""
        days, least, now = options["days"], options["least"], timezone.now()
        if days < 1 or least < 1:
            raise CommandError("--days and --least are 1 or more.")
        gathered = actions.gather_logs(since=now - timedelta(days=days), until=now)
        for why, count in gathered.left_out.items():
            self.stdout.write(f"left out: {count} lists {why}")
        try:
            found = actions.propose_weights(gathered=gathered, least=least, at=now)
        except actions.TooLittle as little:
            raise CommandError(_too_little(little, days)) from little
        except actions.NothingLearned as nothing:
            raise CommandError(
                "No other weights explain what people did better than today's."
                " Nothing was proposed."
            ) from nothing
        self._show(found, days)

    def _show(self, found: Proposal, days: int) -> None:
        say, facts = self.stdout.write, found.facts
        say(
            f"{facts['lists']} lists of {facts['people']} people in {days} days:"
            f" {facts['acts']} kept or applied for, {facts['hidden']} hidden"
        )
        self._show_bias(facts["bias"])
        say(f"\n{'acts a list':14}{found.present.version:>26}{'proposed':>26}")
        for method in ("ips", "snips", "dr"):
            say(f"{method:14}{_both(facts['value'], method)}")
        hides = {name: {"snips": one} for name, one in facts["hides"].items()}
        say(f"{'hides (snips)':14}{_both(hides, 'snips')}")
        order = facts["order"]
        low, high = order["interval"]
        say(
            f"\nright order, among every fifth person: {order['before']:.1%} → {order['after']:.1%}"
            f" (95 %: {low:+.1%} to {high:+.1%})"
        )
        self._show_weights(found)
        if not facts["worth_trying"]:
            say("\nThis is NOT better beyond doubt (95 %).")
        say(f"\nKept as a proposal: {found.model.version}. It is not in use. To use it:")
        say(f'./jobunivers manage use_weights {found.model.version} --because "…" --by NAME')

    def _show_bias(self, bias: Mapping[str, list[float]]) -> None:
        self.stdout.write("\nlooked at, against the first place (95 %)")
        for place in _PLACES:
            if place <= len(bias["theta"]):
                theta, low, high = (bias[one][place - 1] for one in ("theta", "low", "high"))
                self.stdout.write(f"place {place:3}  {theta:6.2f}  ({low:.2f} to {high:.2f})")

    def _show_weights(self, found: Proposal) -> None:
        self.stdout.write(f"\n{'weights':14}{'safe':>18}{'bold':>18}")
        before = [asdict(end) for end in (found.present.safe, found.present.bold)]
        after = [asdict(end) for end in (found.model.safe, found.model.bold)]
        for part in before[0]:
            ends = "".join(
                f"{f'{old[part]:.3f} → {new[part]:.3f}':>18}"
                for old, new in zip(before, after, strict=True)
            )
            self.stdout.write(f"{part:14}{ends}")


def _both(values: Mapping[str, Mapping[str, Any]], method: str) -> str:
    return "".join(f"{_estimated(values[name][method]):>26}" for name in ("today", "proposed"))


def _estimated(told: Mapping[str, Any]) -> str:
    low, high = told["interval"]
    return f"{told['value']:.3f} ({low:.3f} to {high:.3f})"


def _too_little(little: actions.TooLittle, days: int) -> str:
    parts = (f"{little.there[what]} of {needed} {what}" for what, needed in little.needed.items())
    return f"Too little to learn from in {days} days: {', '.join(parts)}. Nothing was proposed."
