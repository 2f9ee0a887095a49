# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether any two simulated texts read alike: `./jobunivers bench likeness [--cvs N --ads N]`.

Texts are compared by the runs of five words that they share (Jaccard). Candidates are found by
MinHash in bands and then compared exactly. Copies and reposts, which the simulator makes on purpose
and marks, are left out. Says how many have another one that is at least so much alike.
"""

import argparse
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import orjson

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from jobunivers.simulator.noise import plain  # noqa: E402
from jobunivers.simulator.people import citizens  # noqa: E402
from jobunivers.simulator.population import cv_layout, summaries  # noqa: E402
from jobunivers.simulator.population.cv import cv  # noqa: E402
from jobunivers.simulator.population.papers import papers  # noqa: E402
from jobunivers.simulator.vacancies import advertisements  # noqa: E402

TODAY = date(2026, 11, 23)
RUN = 5
HASHES, ROWS = 63, 3
LIMITS = (0.3, 0.5, 0.8, 0.999)
_WORDS = re.compile(r"\w+")
_PRIME = (1 << 31) - 1


def shingles(text: str) -> np.ndarray:
    """Return the hashes of all runs of five words."""
    words = _WORDS.findall(text.lower())
    runs = {hash(tuple(words[at : at + RUN])) for at in range(max(1, len(words) - RUN + 1))}
    return np.array([one & 0x7FFFFFFF for one in runs], dtype=np.int64) % _PRIME


def likeness(texts: Sequence[str]) -> dict[str, object]:
    """Return how many texts have another that is alike to each limit, and the most alike pair."""
    rng = np.random.default_rng(1)
    factor, shift = rng.integers(1, _PRIME, (2, HASHES))
    sets = [np.unique(shingles(text)) for text in texts]
    bands: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for number, one in enumerate(sets):
        signature = ((one[:, None] * factor + shift) % _PRIME).min(axis=0)
        for at in range(0, HASHES, ROWS):
            bands[at, signature[at : at + ROWS].tobytes()].append(number)
    best = np.zeros(len(texts))
    mate = np.full(len(texts), -1)
    met: set[tuple[int, int]] = set()
    for members in bands.values():
        for place, first in enumerate(members[:200]):
            for second in members[place + 1 : 200]:
                if (first, second) in met:
                    continue
                met.add((first, second))
                shared = len(np.intersect1d(sets[first], sets[second], assume_unique=True))
                alike = shared / (len(sets[first]) + len(sets[second]) - shared)
                for one, other in ((first, second), (second, first)):
                    if alike > best[one]:
                        best[one], mate[one] = alike, other
    most = int(best.argmax())
    return {
        "texts": len(texts),
        "words_mean": round(float(np.mean([len(text.split()) for text in texts]))),
        **{f"alike_{limit}": round(float((best >= limit).mean()), 5) for limit in LIMITS},
        "most_alike": round(float(best[most]), 3),
        "pair": [texts[most][:600], texts[int(mate[most])][:600]],
    }


def cvs(many: int) -> Iterator[str]:
    rng = random.Random(11)
    for one in citizens(rng, many, today=TODAY):
        mine = papers(rng, one.name, one.place, born_on=one.born_on, woman=one.sex == "woman")
        yield cv_layout.text(rng, cv(rng, one, mine))


def own_words(many: int) -> Iterator[str]:
    rng = random.Random(12)
    for one in citizens(rng, many, today=TODAY):
        yield summaries.summary(rng, one)


def ads(many: int) -> Iterator[str]:
    for record in advertisements(random.Random(13), many, today=TODAY):
        if "same_as" not in orjson.loads(record.original):
            yield f"{record.title}\n{plain(record.description)}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="./jobunivers bench likeness")
    parser.add_argument("--cvs", type=int, default=10_000)
    parser.add_argument("--ads", type=int, default=50_000)
    parser.add_argument("--pairs", action="store_true", help="show the most alike pair of each")
    asked = parser.parse_args()
    for name, made in (("cvs", cvs(asked.cvs)), ("own words", own_words(asked.cvs)),
                       ("ads", ads(asked.ads))):  # fmt: skip
        texts = list(made)
        found = likeness(texts)
        pair = found.pop("pair")
        found["same_text"] = sum(n for n in Counter(texts).values() if n > 1)
        print(json.dumps({name: found | ({"pair": pair} if asked.pairs else {})},
                         ensure_ascii=False), flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
