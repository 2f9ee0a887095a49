# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How quick the search engine is: `python bench/search.py 50000 [--keep FOLDER] [--json FILE]`.

Makes its own advertisements (seeded; words by Zipf's law over a made-up vocabulary, titles from
real Danish occupations and compounds, 1,089-postcode-like clusters of places), so that anyone
gets the same. Every timed search has the counts of eight facets, the day and a radius.
"""

import argparse
import json
import os
import platform
import random
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from jobunivers.foundation.search import (
    Circle,
    Document,
    Lexicon,
    Reader,
    Search,
    Writer,
    rebuild,
    state,
)
from jobunivers.foundation.search.lexicon import own_words
from jobunivers.foundation.search.vacancies import VACANCIES, VacancyDocument, candidates

TODAY = 20_780
KOMMUNER = 98
OCCUPATIONS = (
    (
        "sygeplejerske, social- og sundhedsassistent, social- og sundhedshjælper, pædagog, lærer, "
        "lagermedarbejder, lager- og logistikmedarbejder, chauffør, buschauffør, lastbilchauffør, "
        "rengøringsassistent, køkkenmedhjælper, kok, tjener, butiksassistent, salgskonsulent, "
        "kundeservicemedarbejder, kontorassistent, bogholder, regnskabschef, projektleder, "
        "ingeniør, softwareudvikler, systemadministrator, it-supporter, datakonsulent, "
        "elektriker, tømrer, murer, maler, smed, mekaniker, industritekniker, procesoperatør, "
        "laborant, fysioterapeut, ergoterapeut, læge, tandlæge, jordemoder, socialrådgiver, "
        "sagsbehandler, jurist, økonom, kommunikationsmedarbejder, grafisk designer, gartner, "
        "landmand, ejendomsfunktionær, vagt, frisør, bager, slagter, receptionist, "
        "hotelassistent, pædagogmedhjælper, dagplejer, produktionsmedarbejder, truckfører, montør "
    )
    .strip()
    .split(", ")
)
TAILS = ["", " søges", " til nyt team", ", fuldtid", " på deltid", " – vikariat", " med ansvar"]
WORDS = 60_000
BODY = 330  # words of an advertisement on average, which is 4,900 characters


class Denmark:
    """Seeded advertisements and searches with the shape of Danish ones."""

    def __init__(self, seed: int = 1, body: int = BODY) -> None:
        self.dice = random.Random(seed)
        self.body = body
        dice = self.dice
        heads = sorted(own_words())
        made = {
            dice.choice(heads) + dice.choice(("", "s")) + dice.choice(heads) for _ in range(WORDS)
        }
        self.words = heads + sorted(made)
        dice.shuffle(self.words)
        weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))
        self.stream = dice.choices(self.words, cum_weights=weights, k=4_000_000)
        self.towns = [
            (dice.uniform(54.7, 57.6), dice.uniform(8.2, 12.6), dice.randrange(KOMMUNER))
            for _ in range(1_000)
        ]
        self.town_weights = list(accumulate(1 / (rank + 5) for rank in range(1_000)))
        self.jobs = list(accumulate(1 / (rank + 4) for rank in range(len(OCCUPATIONS))))

    def ads(self, many: int) -> Iterator[Document]:
        """Yield advertisements 1 … many."""
        for number in range(1, many + 1):
            yield self.ad(number)

    def ad(self, number: int) -> Document:
        """Return one advertisement."""
        dice = self.dice
        [job] = dice.choices(range(len(OCCUPATIONS)), cum_weights=self.jobs)
        [(lat, lon, kommune)] = dice.choices(self.towns, cum_weights=self.town_weights)
        size = dice.randrange(self.body // 5, self.body * 9 // 5)
        start = dice.randrange(len(self.stream) - size)
        employer = int(dice.paretovariate(0.9)) % 40_000
        title = OCCUPATIONS[job] + dice.choice(TAILS)
        if dice.random() < 0.3:
            title += " – " + dice.choice(self.words)
        return VacancyDocument(
            id=number,
            owner=0 if dice.random() < 0.98 else dice.randrange(1, 99),
            title=title,
            employer=f"{self.words[employer % len(self.words)]} {employer} A/S",
            employer_id=employer,
            body=" ".join(self.stream[start : start + size]),
            language="da" if dice.random() < 0.85 else "en",
            occupation=f"urn:jobunivers:occupation:{job}",
            occupation_labels={"da": OCCUPATIONS[job]},
            skill_labels={"da": [self.words[(job * 31 + at) % 900] for at in range(5)]},
            isco=str(2000 + job * 37),
            skills=[(job * 13 + dice.randrange(60)) % 900 for _ in range(8)],
            area=f"omraade-{job % 12}",
            kommune=f"{kommune:04d}",
            kommune_name=f"Kommune{kommune}",
            region=str(kommune % 5),
            lat=lat + dice.gauss(0, 0.02),
            lon=lon + dice.gauss(0, 0.03),
            hours_min=dice.choice((None, 10, 20, 30, 37)),
            hours_max=37,
            working_time=dice.choice(("full", "part")),
            remote=dice.choice((None, 0, 0.3, 1)),
            deadline=dice.choice((None, TODAY + dice.randrange(60))),
            published=TODAY - dice.randrange(60),
            expires=TODAY + dice.randrange(-1, 60),
            source="bench",
        ).document()

    def text(self) -> str:
        """Return what one person types: an occupation, with a word more or as a part, misspelt."""
        dice = self.dice
        [job] = dice.choices(OCCUPATIONS, cum_weights=self.jobs)
        kind = dice.random()
        if kind < 0.55:
            return job
        if kind < 0.70:
            return f"{job} {dice.choice(self.words[:3000])}"
        if kind < 0.80:
            return dice.choice(self.words[:2000])
        if kind < 0.90:
            at = dice.randrange(1, len(job))
            return job[:at] + job[at + 1 :]
        return ""

    def search(self) -> Search:
        """Return one person's search: four of five near home, a third with filters."""
        dice = self.dice
        [(lat, lon, _)] = dice.choices(self.towns, cum_weights=self.town_weights)
        here = (lat + dice.gauss(0, 0.02), lon + dice.gauss(0, 0.03))
        filters: dict[str, tuple[str, ...]] = {}
        if dice.random() < 0.33:
            name, values = dice.choice(
                (
                    ("working_time", ("full",)),
                    ("language", ("en",)),
                    ("area", ("omraade-1", "omraade-2")),
                )
            )
            filters[name] = values
        return Search(
            text=self.text(),
            circle=Circle(*here, dice.choice((10, 20, 30, 50, 50, 100)))
            if dice.random() < 0.8
            else None,
            filters=filters,
            sort=dice.choice(("relevance", "relevance", "relevance", "newest", "distance")),
            at_day=TODAY,
            owner=dice.randrange(1, 99),
        )


def timed(many: int, once: Callable[[], object]) -> dict[str, float]:
    """Return milliseconds of many calls: median, 95th percentile, worst; and of processor time.

    Where the processor's 95th percentile is much lower, the machine was busy with other things.
    """
    spent, worked = [], []
    if not many:
        return {}
    for _ in range(many):
        started, idle = time.perf_counter(), time.process_time()
        once()
        spent.append((time.perf_counter() - started) * 1000)
        worked.append((time.process_time() - idle) * 1000)
    return {
        "p50": round(statistics.median(spent), 2),
        "p95": round(float(np.percentile(spent, 95)), 2),
        "max": round(max(spent), 2),
        "cpu_p50": round(statistics.median(worked), 2),
        "cpu_p95": round(float(np.percentile(worked, 95)), 2),
    }


def memory_mb() -> dict[str, int]:
    """Return this process's own memory now (without mapped files) and the most it had."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    said = dict(line.split(":", 1) for line in status.splitlines())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"own": int(said["RssAnon"].split()[0]) // 1024, "peak": peak // 1024}


def measure(many: int, folder: Path, searches: int, body: int) -> dict[str, object]:
    """Build, search, change; return the figures."""
    land = Denmark(body=body)
    kept = state(folder, VACANCIES)
    figures: dict[str, object] = {}
    if kept.needs_rebuild or kept.documents != many:
        figures |= building(land, folder, many, body)
    figures["index_mb"] = state(folder, VACANCIES).bytes_on_disk // 1_000_000
    figures |= reading(land, folder, searches)
    with Writer(folder, VACANCIES) as changing:

        def commit() -> None:
            changing.put([land.ad(land.dice.randrange(1, many)) for _ in range(20)])
            changing.commit(change=many + 1)

        figures["commit_20_ads_ms"] = timed(20, commit)
    return figures


def building(land: Denmark, folder: Path, many: int, body: int) -> dict[str, object]:
    """Build an index; return the figures."""
    lexicon = Lexicon.build(OCCUPATIONS, (" ".join(land.stream[:50_000]),))
    started, idle = time.perf_counter(), time.process_time()
    with rebuild(folder, VACANCIES, lexicon, threads=2) as writer:
        writer.put(land.ads(many))
        writer.commit(change=many)
    built, worked = time.perf_counter() - started, time.process_time() - idle
    own = Denmark(2, body=body)
    idle = time.process_time()
    for _ in own.ads(5_000):
        pass
    made = (time.process_time() - idle) / 5_000 * many
    return {
        "build_s": round(built, 1),
        "build_cpu_s": round(worked, 1),
        "of_which_making_ads_s": round(made, 1),
        "writer_memory_mb": memory_mb(),
    }


def reading(land: Denmark, folder: Path, searches: int) -> dict[str, object]:
    """Return the figures of asking, in a process of its own, as a web process is."""
    receive, send = os.pipe()
    child = os.fork()
    if not child:
        answer = json.dumps(_reading(land, folder, searches)).encode()
        os.write(send, answer)
        os._exit(0)
    os.close(send)
    with os.fdopen(receive, "rb") as pipe:
        found: dict[str, object] = json.loads(pipe.read())
    os.waitpid(child, 0)
    return found


def _reading(land: Denmark, folder: Path, searches: int) -> dict[str, object]:
    before = memory_mb()["own"]
    reader = Reader(folder, VACANCIES)
    land.dice.seed(9)
    started = time.perf_counter()
    reader.search(land.search())
    opened = (time.perf_counter() - started) * 1000
    questions = [land.search() for _ in range(searches)]
    for one in questions[:30]:
        reader.search(one)  # the files into the page cache; other circles than those timed
    rest = iter(questions[30:])
    figures: dict[str, object] = {
        "segments": state(folder, VACANCIES).segments,
        "open_ms": round(opened, 1),
        "search": timed(searches - 30, lambda: reader.search(next(rest))),
    }
    fresh = [land.search() for _ in range(searches)]
    for name, keep in KINDS.items():
        some = [one for one in fresh if keep(one)]
        again = iter(some)
        figures[f"search_{name}"] = timed(len(some), lambda again=again: reader.search(next(again)))
    typing = iter(
        [text[: land.dice.randrange(1, 9)] for text in (land.text() for _ in range(600)) if text]
    )
    figures["suggest"] = timed(400, lambda: reader.suggest(next(typing), "da", 1))
    number = iter(range(1, 10_000))
    figures["similar"] = timed(200, lambda: reader.similar(next(number), 6, owner=1, at_day=TODAY))
    figures["candidates"] = timed(50, lambda: _candidates(reader, land))
    figures["web_memory_mb"] = memory_mb()["own"] - before
    return figures


KINDS: dict[str, Callable[[Search], bool]] = {
    "word_and_circle": lambda one: bool(one.text and one.circle),
    "place_only": lambda one: not one.text and one.circle is not None,
    "no_circle": lambda one: one.circle is None,
    "by_distance": lambda one: one.sort == "distance",
    "filtered": lambda one: bool(one.filters),
    "everything": lambda one: not one.text and one.circle is None,
}


def _candidates(reader: Reader, land: Denmark) -> object:
    lat, lon, _ = land.dice.choice(land.towns)
    return candidates(
        reader,
        skills={land.dice.randrange(900): 1.0 for _ in range(20)},
        occupations={f"urn:jobunivers:occupation:{land.dice.randrange(50)}": 3.0},
        isco={"2": 0.2, "22": 0.5},
        owner=1,
        at_day=TODAY,
        circle=Circle(lat, lon, 50),
    )


def main() -> None:
    """Print the figures as a table, and write them as JSON."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("ads", type=int, nargs="?", default=50_000)
    asked.add_argument("--searches", type=int, default=1_000)
    asked.add_argument("--words", type=int, default=BODY, help="of an advertisement's text")
    asked.add_argument(
        "--keep", type=Path, help="a folder for the index: kept there, and used again when it fits"
    )
    asked.add_argument("--json", type=Path)
    said = asked.parse_args()
    folder = said.keep or Path(tempfile.mkdtemp(prefix="jobunivers-bench-"))
    try:
        figures = measure(said.ads, folder, said.searches, said.words)
    finally:
        if not said.keep:
            shutil.rmtree(folder, ignore_errors=True)
    load = os.getloadavg()[0]
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "load": round(load, 1)}
    result = {
        "bench": "search",
        "ads": said.ads,
        "words": said.words,
        "machine": machine,
        **figures,
    }
    for name, value in result.items():
        print(f"{name:28} {value}")
    print(json.dumps(result))
    if said.json:
        said.json.write_text(json.dumps(result, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
