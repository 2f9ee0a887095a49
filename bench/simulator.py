# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How fast the simulator writes, and how long a month of one kommune takes.

`bench simulator [COUNT]` writes advertisements, people and searches; `bench simulator month` plays
a month of Aarhus, 8,000 people out of work, through the rooms' doors into a scratch database.
"""

import argparse
import random
import time
from collections.abc import Iterable
from datetime import date

import _month

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


def writing(count: int) -> None:
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


def main() -> None:
    parser = argparse.ArgumentParser(prog="./jobunivers bench simulator")
    parser.add_argument("what", nargs="?", default="50000", help="how many to write, or: month")
    parser.add_argument("--people", type=int, default=8_000, help="out of work (8000)")
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--stock", type=int, default=3_000, help="open advertisements (3000)")
    parser.add_argument("--match-every", type=int, default=7, help="days; 0 for never (7)")
    options = parser.parse_args()
    if options.what == "month":
        _month.measure(
            people=options.people,
            days=options.days,
            stock=options.stock,
            match_every=options.match_every,
        )
    else:
        writing(int(options.what))


if __name__ == "__main__":
    main()
