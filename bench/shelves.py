# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What it costs to decide what stands on shelves: `./jobunivers bench shelves [ENTRIES]`.

Makes shelves of the country, a cluster and a kommune with so many words on offers in all (seeded;
200 unless said), and decides for citizens of several courses. Milliseconds of processor time; the
rows are read in one question by number, so how many offers there are besides changes nothing.
"""

import argparse
import random
import statistics
import sys
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from jobunivers.science.shelving import Asked, EntrySaid, ShelfSaid, Stance, Tier, shelve

DAY = date(2026, 11, 26)
COURSES = ("self_driven", "digital_sparring", "combined", "close_support")
SHELVES = [f"hylde-{number}" for number in range(12)]
ROUNDS = 300


def entries(count: int, dice: random.Random) -> list[EntrySaid]:
    """Return seeded words; one in five names courses, one in five days."""
    return [
        EntrySaid(
            shelf=dice.choice(SHELVES),
            item=dice.randrange(max(1, count * 2 // 3)),
            tier=dice.choice(list(Tier)),
            stance=dice.choices(list(Stance), weights=(7, 1, 2))[0],
            order=dice.randrange(100) * 1000,
            courses=frozenset([dice.choice(COURSES)]) if dice.random() < 0.2 else frozenset(),
            first=DAY + timedelta(days=dice.randint(-9, 9)) if dice.random() < 0.2 else None,
        )
        for _ in range(count)
    ]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entries", type=int, nargs="?", default=200)
    count = parser.parse_args().entries
    dice = random.Random(7)
    said = entries(count, dice)
    shelves = [
        ShelfSaid(key=key, tier=tier, order=dice.randrange(100))
        for key in SHELVES
        for tier in (Tier.COUNTRY, Tier.KOMMUNE)
    ]
    times = []
    shown = 0
    for number in range(ROUNDS):
        asked = Asked(course=COURSES[number % len(COURSES)], day=DAY)
        begun = time.process_time()
        found = shelve(shelves, said, asked)
        times.append((time.process_time() - begun) * 1000)
        shown = sum(len(one.shown) for one in found)
    times.sort()
    middle, slow = statistics.median(times), times[int(len(times) * 0.95)]
    print(f"{count} entries, {shown} shown: median {middle:.2f} ms, 95 % {slow:.2f} ms")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
