# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How fast the simulator writes: `python bench/simulator.py [count]`."""

import random
import sys
import time
from collections.abc import Iterable
from datetime import date

from jobunivers.simulator.people import citizens
from jobunivers.simulator.searches import searches
from jobunivers.simulator.vacancies import advertisements
from jobunivers.simulator.world import World

TODAY = date(2026, 11, 23)


def rate(name: str, count: int, things: Iterable[object]) -> None:
    began = time.perf_counter()
    made = sum(1 for _ in things)
    seconds = time.perf_counter() - began
    assert made == count
    print(f"{name:28} {count:>9,} in {seconds:6.1f} s = {count / seconds:9,.0f}/s")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    short = World(body="short")
    list(advertisements(random.Random(0), 10, today=TODAY))  # reads the texts once
    rate("advertisements", count, advertisements(random.Random(1), count, today=TODAY))
    rate(
        "advertisements, short body",
        count,
        advertisements(random.Random(1), count, today=TODAY, world=short),
    )
    rate("citizens", count, citizens(random.Random(1), count, today=TODAY))
    rate("searches", count, searches(random.Random(1), count))


if __name__ == "__main__":
    main()
