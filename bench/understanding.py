# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measures how well and how fast text is understood: `./jobunivers bench understanding`.

Prints a table, or with `--json` one JSON object, from the real data beside the project
(JOBUNIVERS_DATA). Baselines are computed in the same run. Times are medians of five.
"""

import json
import os
import platform
import re
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "bench")]

from _translation import Translation  # noqa: E402

from jobunivers.science import answer_sheets  # noqa: E402
from jobunivers.science.duplicates import fingerprint, same_ad  # noqa: E402
from jobunivers.science.language import detect  # noqa: E402
from jobunivers.science.occupations import Guess, OccupationEntry, TitleIndex  # noqa: E402
from jobunivers.science.skills import SkillEntry, SkillFinder  # noqa: E402

DATA = Path(os.environ.get("JOBUNIVERS_DATA") or ROOT.parent / "shared" / "data")
Figures = dict[str, float]


def seconds(work: Callable[[], object]) -> float:
    """Return the median time of five runs after one to warm up."""
    work()
    times = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def advertisements() -> list[dict[str, str]]:
    lines = (DATA / "ads" / "jobtrend_da.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def letters_only(
    entries: Sequence[OccupationEntry], titles: Sequence[str], right: Sequence[frozenset[str]]
) -> Figures:
    """Return the baseline: character TF-IDF (2–5), the best label of each concept."""
    rows = [(e.uri, label.text) for e in entries for label in e.labels]
    model = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5))
    likeness = (model.fit_transform([t for _, t in rows]) @ model.transform(titles).T).T.toarray()
    ranked = []
    for line in likeness:
        order = np.argsort(-line, kind="stable")[:400]
        uris = dict.fromkeys(rows[i][0] for i in order)
        ranked.append([Guess(uri, 0.0, 0.0, "") for uri in uris])
    quality = answer_sheets.ranking_quality(right, ranked)
    return {"baseline_" + k: quality[k] for k in ("mrr", "accuracy_at_1")}


def titles() -> Figures:
    """Return how well and how fast titles are understood, by concept, with the baselines."""
    figures: Figures = {}
    entries = answer_sheets.occupation_entries(DATA / "taxonomy")
    index = TitleIndex.build(entries)
    sheet = DATA / "benchmarks" / "melo_da_da"
    queries, right = answer_sheets.answer_sheet(sheet)
    corpus = answer_sheets.corpus_entries(sheet)
    for name, labels in (("taxonomy", entries), ("melo_corpus", corpus)):
        guesses = TitleIndex.build(labels).guess(queries, top=100)
        found = {
            **letters_only(labels, queries, right),
            **answer_sheets.ranking_quality(right, guesses),
        }
        for half in (0, 1):
            part = answer_sheets.ranking_quality(right[half::2], guesses[half::2])
            found[f"mrr_half_{half + 1}"] = part["mrr"]
        figures |= {f"{name}_{key}": value for key, value in found.items()}
    figures |= from_danish_to_english(index) | reliability()
    real = list(dict.fromkeys(ad["title"] for ad in advertisements()))
    figures["titles_per_second"] = len(real) / processor_seconds(lambda: index.guess(real))
    figures["index_build_s"] = processor_seconds(lambda: TitleIndex.build(entries))
    return figures


def from_danish_to_english(index: TitleIndex) -> Figures:
    """Return how Danish titles find concepts by their English names, and with both languages."""
    sheet = DATA / "benchmarks" / "melo_da_en"
    queries, right = answer_sheets.answer_sheet(sheet)
    corpus = answer_sheets.corpus_entries(sheet)
    both = answer_sheets.ranking_quality(right, index.guess(queries, top=100))
    found = {f"bilingual_{key}": both[key] for key in ("mrr", "accuracy_at_1")}
    names = letters_only(corpus, queries, right)
    found |= {f"english_{key}": value for key, value in names.items()}
    place = {entry.uri: number for number, entry in enumerate(corpus)}
    spelled = np.zeros((len(queries), len(corpus)))
    for row, guesses in enumerate(TitleIndex.build(corpus).guess(queries, top=400)):
        for guess in guesses:
            spelled[row, place[guess.uri]] = guess.score
    for name, hidden in (("all", frozenset()), ("others", frozenset[str]().union(*right))):
        learned = Translation(answer_sheets.pairs_of_names(DATA / "taxonomy", hidden))
        near = learned.likeness(queries, corpus) + 0.6 * spelled
        quality = answer_sheets.ranking_quality(right, _ranked(near, list(place)))
        found[f"english_learned_from_{name}_mrr"] = quality["mrr"]
    return {f"danish_to_english_{key}": value for key, value in found.items()}


def reliability() -> Figures:
    """Return how often guesses of each fifth of confidence are known to the official crosswalk.

    Ten-fold: each title is judged with a confidence that was fitted without it.
    """
    path = DATA / "benchmarks" / "star_esco_crosswalk_dev.csv"
    queries, right = answer_sheets.crosswalk(path)
    entries = [e for e in answer_sheets.occupation_entries(DATA / "taxonomy") if not e.group]
    index = TitleIndex.build(entries)
    names = {e.uri: {x.text.casefold() for x in e.labels if x.preferred} for e in entries}
    best = [guesses[0] for guesses in index.guess(queries, top=1)]
    facts = np.array([[g.score, g.matched_label.casefold() in names[g.uri]] for g in best])
    true = np.array([g.uri in good for g, good in zip(best, right, strict=True)])
    model = LogisticRegression(C=100.0)
    sure = cross_val_predict(model, facts, true, cv=10, method="predict_proba")[:, 1]
    shipped = np.array([guess.confidence for guess in best])
    found = {
        "brier_cross_validated": float(np.mean((sure - true) ** 2)),
        "brier_shipped": float(np.mean((shipped - true) ** 2)),
    }
    for low in range(0, 100, 20):
        inside = (sure >= low / 100) & (sure < low / 100 + 0.2)
        if inside.any():
            found[f"sure_{low}_to_{low + 20}_said"] = float(sure[inside].mean())
            found[f"sure_{low}_to_{low + 20}_right"] = float(true[inside].mean())
            found[f"sure_{low}_to_{low + 20}_titles"] = float(inside.sum())
    return {f"confidence_{key}": value for key, value in found.items()}


def _ranked(near: NDArray[np.float64], uris: Sequence[str]) -> list[list[Guess]]:
    return [
        [Guess(uris[i], float(line[i]), 0.0, "") for i in np.argsort(-line, kind="stable")[:400]]
        for line in near
    ]


def processor_seconds(work: Callable[[], object]) -> float:
    """Return the median processor time of five runs after one to warm up."""
    work()
    times = []
    for _ in range(5):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def skills() -> Figures:
    """Return how well and how fast skills are found, with labels alone as the baseline."""
    entries = answer_sheets.skill_entries(DATA / "taxonomy")
    finder = SkillFinder.build(entries)
    folder = DATA / "benchmarks" / "kompetencer"
    text, spans = answer_sheets.tagged_spans(folder / "kompetencer_danish_train.conll")
    quality = answer_sheets.overlap_quality(spans, [(s.start, s.end) for s in finder.find(text)])
    plain = [(m.start(), m.end()) for m in _labels_as_they_stand(entries).finditer(text)]
    baseline = answer_sheets.overlap_quality(spans, plain)
    figures = {f"kompetencer_{k}": v for k, v in quality.items()}
    figures |= {f"baseline_kompetencer_{k}": baseline[k] for k in ("precision", "recall")}
    lines = (folder / "3_en_dev.tsv").read_text(encoding="utf-8").splitlines()
    tagged = [line.split("\t")[0] for line in lines]
    figures["kompetencer_english_recall"] = float(
        np.mean([bool(finder.find(words, "en")) for words in tagged])
    )
    texts = [ad["text"] for ad in advertisements()]
    spent = processor_seconds(lambda: [finder.find(t) for t in texts])
    found = sum(len(finder.find_once(t)) for t in texts)
    return figures | {
        "milliseconds_per_ad": 1000 * spent / len(texts),
        "ads_per_second": len(texts) / spent,
        "mean_characters": statistics.mean(map(len, texts)),
        "different_skills_per_ad": found / len(texts),
    }


def _labels_as_they_stand(entries: Sequence[SkillEntry]) -> re.Pattern[str]:
    """Return what finds the Danish labels of four letters and more, letter for letter."""
    labels = {label.strip() for e in entries for label in e.labels["da"]}
    ordered = sorted((x for x in labels if len(x) >= SHORTEST_LABEL), key=lambda x: (-len(x), x))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE)


SHORTEST_LABEL = 4


def language_and_duplicates() -> Figures:
    ads = advertisements()
    codes = [detect(ad["text"])[0] for ad in ads]
    prints = [fingerprint(ad["title"], "", "", ad["text"]) for ad in ads]
    again = [
        fingerprint(f"Jobnet: {ad['title'].upper()}", "", "", f"<p>{ad['text']}</p> Gem job.")
        for ad in ads
    ]
    return {
        "danish_of_134": float(codes.count("da")),
        "english_of_6": float(codes.count("en")),
        "languages_per_second": len(ads) / seconds(lambda: [detect(ad["text"]) for ad in ads]),
        "same_ad_known_again": float(np.mean(list(map(same_ad, prints, again)))),
        "fingerprints_per_second": len(ads)
        / seconds(lambda: [fingerprint(ad["title"], "", "", ad["text"]) for ad in ads]),
    }


def main() -> None:
    figures = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.python_version()}",
        "titles": titles(),
        "skills": skills(),
        "language and duplicates": language_and_duplicates(),
    }
    if "--json" in sys.argv:
        print(json.dumps(figures, ensure_ascii=False, indent=1))
        return
    for part, values in figures.items():
        print(f"\n{part}" if isinstance(values, dict) else f"{part}: {values}")
        for name, value in values.items() if isinstance(values, dict) else ():
            print(f"  {name:36} {value:10.3f}")


if __name__ == "__main__":
    main()
