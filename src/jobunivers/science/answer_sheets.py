# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the real taxonomy and answer sheets for tests and measurements; no part of the product."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from jobunivers.science.occupations import Guess, Label, OccupationEntry
from jobunivers.science.skills import SkillEntry

Span = tuple[int, int]


def occupation_entries(taxonomy: Path, *, english: bool = True) -> list[OccupationEntry]:
    """Return ESCO's occupations and the ISCO groups from a folder of CSV files."""
    entries = []
    with (taxonomy / "occupations_da.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            labels = [Label(row["preferredLabel_da"], "da", preferred=True)]
            labels += [Label(text) for text in re.split(r"[|\n]", row["altLabels_da"]) if text]
            if english:
                labels.append(Label(row["preferredLabel_en"], "en", preferred=True))
            entries.append(OccupationEntry(row["conceptUri"], row["iscoGroup"], tuple(labels)))
    with (taxonomy / "isco_groups_da.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            label = Label(row["preferredLabel_da"], "da", preferred=True)
            entries.append(OccupationEntry(row["conceptUri"], row["code"], (label,), group=True))
    return entries


def skill_entries(taxonomy: Path) -> list[SkillEntry]:
    """Return ESCO's skills with Danish and English names."""
    with (taxonomy / "skills_da.csv").open(encoding="utf-8", newline="") as file:
        return [
            SkillEntry(
                row["conceptUri"],
                {
                    "da": (
                        row["preferredLabel_da"],
                        *filter(None, row["altLabels_da"].split("\n")),
                    ),
                    "en": (row["preferredLabel_en"],),
                },
                row["skillType"],
            )
            for row in csv.DictReader(file)
        ]


def skill_relations(taxonomy: Path) -> list[tuple[str, str, bool]]:
    """Return (occupation, skill, is essential) of ESCO."""
    with (taxonomy / "occupation_skill_relations.csv").open(encoding="utf-8", newline="") as file:
        return [
            (row["occupationUri"], row["skillUri"], row["relationType"] == "essential")
            for row in csv.DictReader(file)
        ]


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def answer_sheet(folder: Path) -> tuple[list[str], list[frozenset[str]]]:
    """Return the titles of a MELO folder and for each the concepts that are right."""
    concept = {row[0]: row[1] for row in _rows(folder / "concept_mapping.tsv")}
    right: dict[str, set[str]] = defaultdict(set)
    for query, _, element, _ in _rows(folder / "annotations.tsv"):
        right[query].add(concept[element])
    queries = _rows(folder / "queries.tsv")
    return [row[1] for row in queries], [frozenset(right[row[0]]) for row in queries]


def crosswalk(path: Path) -> tuple[list[str], list[frozenset[str]]]:
    """Return the titles of the official crosswalk and every concept that it relates each to."""
    related: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            related[row["Classification 2 PrefLabel"]].add(row["Classification 1 URI"])
    return list(related), [frozenset(found) for found in related.values()]


def pairs_of_names(taxonomy: Path, hidden: frozenset[str]) -> list[tuple[str, str]]:
    """Return Danish and English names of the same occupation or skill, the hidden left out."""
    pairs = []
    for entry in occupation_entries(taxonomy):
        english = [label.text for label in entry.labels if label.lang == "en"]
        danish = [label.text for label in entry.labels if label.lang == "da"]
        if english and entry.uri not in hidden:
            pairs += [(name, english[0]) for name in danish]
    skills = (skill.labels for skill in skill_entries(taxonomy))
    return [*pairs, *((labels["da"][0], labels["en"][0]) for labels in skills)]


def corpus_entries(folder: Path) -> list[OccupationEntry]:
    """Return the names a MELO folder brings itself; a concept's first (…_000) is its main one."""
    concept = {row[0]: row[1] for row in _rows(folder / "concept_mapping.tsv")}
    labels: dict[str, list[Label]] = defaultdict(list)
    for element, text in _rows(folder / "corpus_elements.tsv"):
        labels[concept[element]].append(Label(text, "da", element.endswith("_000")))
    return [OccupationEntry(uri, "", tuple(found)) for uri, found in labels.items()]


def ranking_quality(
    right: Sequence[frozenset[str]], guesses: Sequence[Sequence[Guess]]
) -> Mapping[str, float]:
    """Return mean reciprocal rank and accuracy at 1 by concept, and precision where ≥ 0.5 sure."""
    first = [
        next((i + 1 for i, g in enumerate(found) if g.uri in good), 0)
        for good, found in zip(right, guesses, strict=True)
    ]
    sure = [i for i, found in enumerate(guesses) if found and found[0].confidence >= SURE]
    return {
        "mrr": sum(1 / f for f in first if f) / len(first),
        "accuracy_at_1": sum(f == 1 for f in first) / len(first),
        "precision_when_sure": sum(first[i] == 1 for i in sure) / max(len(sure), 1),
        "share_sure": len(sure) / len(first),
    }


SURE = 0.5


def tagged_spans(path: Path) -> tuple[str, list[Span]]:
    """Return the text of a CoNLL file and the spans tagged in it (either column, B- and I-)."""
    text, open_span = "", False
    spans: list[Span] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) < LEAST_CELLS or not cells[0]:
            text, open_span = text + "\n", False
            continue
        tag = cells[1] if cells[1] != "O" else cells[2]
        start, end = len(text), len(text) + len(cells[0])
        if tag.startswith("I") and open_span:
            spans[-1] = (spans[-1][0], end)
        elif tag[:1] in {"B", "I"}:
            spans.append((start, end))
        open_span = tag[:1] in {"B", "I"}
        text += cells[0] + " "
    return text, spans


LEAST_CELLS = 3


def overlap_quality(right: Sequence[Span], found: Sequence[Span]) -> Mapping[str, float]:
    """Return which share of the found spans touches a right one, and the other way round."""

    def touched(spans: Iterable[Span], others: Sequence[Span]) -> int:
        return sum(any(a < d and c < b for c, d in others) for a, b in spans)

    return {
        "precision": touched(found, right) / max(len(found), 1),
        "recall": touched(right, found) / max(len(right), 1),
        "found": float(len(found)),
        "right": float(len(right)),
    }
