# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How quick the search among offers is: `./jobunivers bench marketplace 20000 [--json FILE]`.

Makes its own offers (seeded; titles from kinds of help and subjects, texts by Zipf's law over a
made-up vocabulary), so that anyone gets the same, and asks as people do: without words, with one
word or several, misspelt, unfinished, with filters. Each search has the counts of all filters,
among the four fifths of the offers that stand on somebody's shelves. Milliseconds of processor
time.
"""

import argparse
import json
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from jobunivers.foundation.search import Lexicon, Reader, Search, rebuild
from jobunivers.foundation.search.lexicon import own_words
from jobunivers.foundation.search.offers import OFFERS, OfferDocument

TODAY = 20_780
HELP = (
    "Kursus i", "Lektion om", "Video om", "Værktøj til", "Netværk for", "Mentor i", "Artikel om",
    "Jobportal for", "Arrangement om",
)  # fmt: skip
KINDS = (
    "course", "lesson", "video", "tool", "network", "mentor", "article", "job_board", "event",
)  # fmt: skip
SUBJECTS = (
    "jobsamtale", "ansøgning", "cv", "truckkørsel", "regneark", "dansk", "rengøring", "hygiejne",
    "svejsning", "ledelse", "regnskab", "kundeservice", "omsorg", "pædagogik", "programmering",
    "logistik", "køkken", "salg", "netværk", "stress", "økonomi", "arbejdsmiljø", "førstehjælp",
)  # fmt: skip
TAILS = ("", "for begyndere", "på aftenhold", "på nettet", "for øvede", "på otte uger")
WORDS, BODY, ASKED = 20_000, 120, 400


def offers(count: int, dice: random.Random) -> Iterator[OfferDocument]:
    """Yield seeded offers."""
    words = [f"ord{number}" for number in range(WORDS)]
    weights = list(accumulate(1 / (rank + 1) for rank in range(WORDS)))
    for pk in range(1, count + 1):
        kind = dice.randrange(len(KINDS))
        subject = dice.choice(SUBJECTS)
        yield OfferDocument(
            id=pk,
            titles={"da": f"{HELP[kind]} {subject} {dice.choice(TAILS)}".strip()},
            body=" ".join(dice.choices(words, cum_weights=weights, k=BODY)),
            vendor=f"Firma {dice.randrange(400)}",
            vendor_id=dice.randrange(400),
            kind=KINDS[kind],
            source=dice.choice(("market", "shared", "local")),
            format=dice.choice(("virtual", "physical", "mixed")),
            languages=dice.sample(("da", "en", "ar", "uk", "pl"), dice.randint(1, 3)),
            level=dice.choice(("", "basic", "middle", "advanced")),
            categories={f"emne{n}": f"Emne {n}" for n in dice.sample(range(30), 2)},
            kommuner=[f"{dice.randrange(100, 198):04}"] if dice.random() < 0.4 else [],
            minutes=dice.choice((10, 45, 300, 2000, 9000)),
            published=TODAY - dice.randrange(700),
        )


def questions(dice: random.Random, among: frozenset[int]) -> dict[str, list[Search]]:
    """Return what people ask, by kind of question."""

    def some(make: Callable[[], dict[str, object]]) -> list[Search]:
        return [
            Search(at_day=TODAY, owner=0, among=among, **make())  # type: ignore[arg-type]
            for _ in range(ASKED)
        ]

    def misspelt() -> str:
        word = dice.choice([one for one in SUBJECTS if len(one) > 5])
        at = dice.randrange(1, len(word) - 1)
        return word[:at] + word[at + 1 :]

    return {
        "without words": some(lambda: {"page": dice.randint(1, 5)}),
        "one word": some(lambda: {"text": dice.choice(SUBJECTS)}),
        "several words": some(
            lambda: {"text": f"{dice.choice(SUBJECTS)} {dice.choice(TAILS)}".strip()}
        ),
        "misspelt": some(lambda: {"text": misspelt()}),
        "unfinished": some(lambda: {"text": dice.choice(SUBJECTS)[:3], "typing": True}),
        "filters": some(
            lambda: {
                "text": dice.choice(("", dice.choice(SUBJECTS))),
                "filters": {"kind": [dice.choice(KINDS)], "language": ["da", "en"]},
            }
        ),
    }


def measured(reader: Reader, asked: list[Search]) -> dict[str, float]:
    """Return median, 95th percentile and most of the milliseconds of processor time."""
    took = []
    for search in asked:
        begun = time.process_time()
        reader.search(search)
        took.append((time.process_time() - begun) * 1000)
    took.sort()
    return {
        "median": round(statistics.median(took), 2),
        "p95": round(took[int(len(took) * 0.95)], 2),
        "most": round(took[-1], 2),
    }


def main() -> None:
    """Build an index and ask it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("count", nargs="?", type=int, default=20_000)
    parser.add_argument("--json", type=Path, help="where the figures are written")
    given = parser.parse_args()
    folder, dice = Path(tempfile.mkdtemp(prefix="offers-")), random.Random(1)
    try:
        begun = time.process_time()
        with rebuild(folder, OFFERS, Lexicon.build([*own_words()], [])) as writer:
            writer.put(one.document() for one in offers(given.count, dice))
            writer.commit(change=1)
        figures: dict[str, object] = {
            "offers": given.count,
            "built in s": round(time.process_time() - begun, 1),
        }
        reader = Reader(folder, OFFERS)
        among = frozenset(dice.sample(range(1, given.count + 1), given.count * 4 // 5))
        asked = questions(dice, among)
        measured(reader, asked["one word"][:20])  # warm
        figures |= {name: measured(reader, searches) for name, searches in asked.items()}
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for name, figure in figures.items():
        print(f"{name:>14}: {figure}")
    if given.json:
        given.json.write_text(json.dumps(figures, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
