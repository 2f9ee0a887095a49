# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""``./jobunivers manage reproduce --sample N``: choices of the last 90 days made again."""

import argparse
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.trust import decided
from jobunivers.trust.decided import REPRODUCED_FOR, Decided

_LANGUAGE = "da"
_SAMPLE = 100


@dataclass(slots=True)
class _Kind:
    """What came of the choices of one kind."""

    asked: int = 0
    same: int = 0
    otherwise: list[str] = field(default_factory=list)
    missing: Counter[str] = field(default_factory=Counter)


class Command(BaseCommand):
    """Makes choices of models and rules again, from what was kept with them, and counts."""

    help = "Make random choices of the last 90 days again; say how many come out exactly the same."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what can be asked for."""
        parser.add_argument(
            "--sample", type=int, default=_SAMPLE, help="so many of each kind in each kommune"
        )
        parser.add_argument("--seed", type=int, help="of the sample, to draw the same again")
        parser.add_argument("--kommune", default="", help="its short name; else every open one")
        parser.add_argument("--kind", default="", help="one kind of choice; else all")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print a line for each kind; fail when one comes out otherwise."""
        if options["sample"] < 1:
            raise CommandError("The sample must be at least 1.")
        kinds = [one for one in decided.kinds() if options["kind"] in {"", one.code}]
        if not kinds:
            known = ", ".join(one.code for one in decided.kinds())
            raise CommandError(f"There is no kind {options['kind']!r}; there are {known}.")
        seed = (
            random.SystemRandom().randrange(2**31) if options["seed"] is None else options["seed"]
        )
        self.stdout.write(f"seed {seed}")
        found = {one.code: _Kind() for one in kinds}
        for municipality in self._kommuner(options["kommune"]):
            with working_for(municipality.pk):
                for kind in kinds:
                    lots = random.Random(f"{seed}-{municipality.pk}-{kind.code}")  # noqa: S311
                    _reproduce(kind, found[kind.code], options["sample"], lots, timezone.now())
        self._say(found)

    def _kommuner(self, slug: str) -> list[Any]:
        if not slug:
            return list(tenancy.opened())
        one = tenancy.opened_by_slug(slug)
        if one is None:
            raise CommandError(f"There is no kommune called {slug!r}.")
        return [one]

    def _say(self, found: dict[str, _Kind]) -> None:
        for code, kind in found.items():
            share = f"{100 * kind.same / kind.asked:.2f} %" if kind.asked else "none there"
            self.stdout.write(f"{code:12} {kind.asked:7} made again, {kind.same:7} exact: {share}")
            for why, many in kind.missing.most_common():
                self.stdout.write(f"{'':12} {many:7} cannot be made again: {why}")
        asked = sum(one.asked for one in found.values())
        same = sum(one.same for one in found.values())
        self.stdout.write(f"{'all':12} {asked:7} made again, {same:7} exact")
        otherwise = [one for kind in found.values() for one in kind.otherwise]
        if otherwise:
            raise CommandError(f"{len(otherwise)} come out otherwise, the first: {otherwise[0]}")


def _reproduce(kind: Decided, found: _Kind, sample: int, lots: random.Random, at: datetime) -> None:
    """Make a random sample of one kind again in the kommune worked for."""
    rows = kind.rows(None).filter(**{f"{kind.at}__gte": at - REPRODUCED_FOR})
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    for pk in sorted(lots.sample(ids, min(sample, len(ids)))):
        row = kind.rows(None).filter(pk=pk).first()
        if row is None:
            continue  # it went meanwhile
        found.asked += 1
        made = kind.reproduce(row, _LANGUAGE)
        if made.same:
            found.same += 1
        elif made.missing:
            found.missing.update(made.missing)
        else:
            first = made.differences[0] if made.differences else None
            found.otherwise.append(f"{kind.code} #{pk}: {first}")
