# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a simulated nation for matching is drawn from: taxonomy, districts, popularity, meaning."""

import csv
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from jobunivers.science import answer_sheets  # noqa: E402
from jobunivers.science.latent import quantised  # noqa: E402
from jobunivers.science.matching import Vocabulary, land_of  # noqa: E402

DATA = Path(os.environ.get("JOBUNIVERS_DATA") or ROOT.parent / "shared" / "data")
FACTORS, CULTURE, DIMS = 40, 24, 64
"""Directions of what work is about and of what places are like; together the meaning's."""
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Taxonomy:
    """Occupations, skills and their relations as the nation draws from them."""

    name: str
    occupations: list[tuple[str, str]]  # uri, ISCO digits
    skills: list[str]
    relations: list[tuple[str, str, bool]]
    groups: list[str]
    broader: list[tuple[str, str]]


def taxonomy() -> Taxonomy:
    """Return ESCO from the real data when it is there, else the starter taxonomy."""
    folder = DATA / "taxonomy"
    return _esco(folder) if (folder / "skills_da.csv").exists() else _starter()


def _esco(folder: Path) -> Taxonomy:
    entries = answer_sheets.occupation_entries(folder, english=False)
    occupations = [(e.uri, e.isco) for e in entries if "/occupation/" in e.uri]
    groups = [e.isco for e in entries if "/isco/" in e.uri]
    skills, broader = [], []
    with (folder / "skills_da.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            skills.append(row["conceptUri"])
            codes = row["hierarchy"].replace("'", " ").replace("[", " ").replace("]", " ")
            levels = [c for c in codes.replace(",", " ").split() if c.count(".") == 2]
            broader += [(row["conceptUri"], code) for code in dict.fromkeys(levels)]
    return Taxonomy("ESCO", occupations, skills, answer_sheets.skill_relations(folder), groups,
                    broader)  # fmt: skip


def _starter() -> Taxonomy:
    folder = ROOT / "src" / "jobunivers" / "foundation" / "taxonomy" / "starter"

    def rows(name: str) -> list[dict[str, str]]:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    occupations = rows("occupations.csv")
    relations = [
        (o["slug"], skill, kind == "essential")
        for o in occupations
        for kind in ("essential", "optional")
        for skill in o[kind].split("|")
        if skill
    ]
    skills = [s["slug"] for s in rows("skills.csv")]
    groups = [g["code"] for g in rows("isco_groups.csv")]
    return Taxonomy("starter", [(o["slug"], o["isco"]) for o in occupations], skills, relations,
                    groups, [])  # fmt: skip


def vocabulary_of(found: Taxonomy) -> Vocabulary:
    """Return the taxonomy packed for matching."""
    return Vocabulary.build(
        occupations=[(uri, isco, n) for n, (uri, isco) in enumerate(found.occupations, 1)],
        groups=[(code, n) for n, code in enumerate(dict.fromkeys(found.groups), 1)],
        skills=[(uri, n) for n, uri in enumerate(found.skills, 1)],
        relations=found.relations,
        broader=found.broader,
        version=found.name,
    )


class Districts:
    """Postal districts: where they are, how many live there, whose kommune, which land."""

    def __init__(self) -> None:
        from jobunivers.simulator.world import all_places

        folder = ROOT / "src" / "jobunivers" / "foundation" / "places" / "starter"
        with (folder / "postnumre.csv").open(encoding="utf-8", newline="") as file:
            point = {
                r["postcode"]: (float(r["lat"]), float(r["lon"])) for r in csv.DictReader(file)
            }
        there = [place for place in all_places() if place.postal_code in point]
        self.points = np.array([point[place.postal_code] for place in there])
        self.people = np.array([place.weight for place in there])
        self.kommune = [place.municipality_code for place in there]
        codes = sorted(set(self.kommune))
        self.owner = np.array([codes.index(code) + 1 for code in self.kommune])
        self.land = np.array([land_of(code) for code in self.kommune])

    def drawn(self, rng: np.random.Generator, many: int, crowding: float) -> tuple[Ints, Floats]:
        """Return districts and points near their middles; above 1, towns draw more than all."""
        weight = self.people**crowding
        chosen = rng.choice(len(weight), size=many, p=weight / weight.sum())
        return chosen, self.points[chosen] + rng.normal(0, (0.02, 0.035), (many, 2))


def _popularity(rng: np.random.Generator, many: int, like: Floats | None = None) -> Floats:
    """Return shares by Zipf's law in an order of their own, or in one somewhat like another's."""
    score = rng.normal(size=many) if like is None else np.log(like) + rng.normal(0, 1.2, many)
    share = np.empty(many)
    share[np.argsort(-score)] = 1 / (np.arange(many) + 8.0)
    return np.asarray(share / share.sum())


def _factors(rng: np.random.Generator, iscos: Sequence[str]) -> NDArray[np.float32]:
    """Return what each occupation is about: what its ISCO groups share, and what is its own."""
    parts: dict[str, Floats] = {}
    made = np.zeros((len(iscos), FACTORS))
    for row, isco in enumerate(iscos):
        for digits, weight in ((1, 0.5), (2, 0.8), (3, 0.8), (4, 0.7)):
            key = isco[:digits]
            if key not in parts:
                parts[key] = rng.normal(size=FACTORS)
            made[row] += weight * parts[key]
    return unit(made + 0.7 * rng.normal(size=made.shape))


def unit(rows: Floats) -> NDArray[np.float32]:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


class Draw:
    """Draws one nation; all chance comes from the seed."""

    def __init__(self, seed: int, found: Taxonomy) -> None:
        self.rng = np.random.default_rng(seed)
        self.found = found
        self.iscos = [isco for _, isco in found.occupations]
        self.factors = _factors(self.rng, self.iscos)
        self.turn = np.linalg.qr(self.rng.normal(size=(DIMS, DIMS)))[0]
        self.wanted = _popularity(self.rng, len(self.iscos))
        self.offered = _popularity(self.rng, len(self.iscos), like=self.wanted)
        self.districts = Districts()
        self._relations()
        self._groups()

    def _relations(self) -> None:
        occupation = {uri: i for i, (uri, _) in enumerate(self.found.occupations)}
        skill = {uri: i for i, uri in enumerate(self.found.skills)}
        rows = sorted(
            (occupation[o], skill[s], must)
            for o, s, must in self.found.relations
            if o in occupation and s in skill
        )
        self.need = np.array([s for _, s, _ in rows], dtype=np.int64)
        self.must = np.array([must for *_, must in rows], dtype=bool)
        counts = np.bincount([o for o, *_ in rows], minlength=len(occupation))
        self.need_start = np.concatenate([[0], np.cumsum(counts)])

    def _groups(self) -> None:
        """Remember which occupations share three ISCO digits."""
        keys = [isco[:3] for isco in self.iscos]
        self.by_group = np.argsort(keys, kind="stable")
        ordered = np.array(keys)[self.by_group]
        self.group_first = np.searchsorted(ordered, keys, side="left")
        self.group_size = np.searchsorted(ordered, keys, side="right") - self.group_first

    def near(self, occupations: Ints) -> Ints:
        """Return for each occupation one of the same three ISCO digits."""
        step = (self.rng.random(len(occupations)) * self.group_size[occupations]).astype(np.int64)
        return np.asarray(self.by_group[self.group_first[occupations] + step])

    def skills_for(
        self, occupations: Ints, must: float, may: float, other: float
    ) -> tuple[Ints, Ints]:
        """Return start and skills: each need with a chance, and on average `other` of any kind."""
        first, last = self.need_start[occupations], self.need_start[occupations + 1]
        size = last - first
        owner = np.repeat(np.arange(len(occupations)), size)
        at = np.repeat(first - np.cumsum(size) + size, size) + np.arange(size.sum())
        kept = self.rng.random(len(at)) < np.where(self.must[at], must, may)
        extra = self.rng.poisson(other, len(occupations))
        owners = np.concatenate([owner[kept], np.repeat(np.arange(len(occupations)), extra)])
        strange = self.rng.integers(0, len(self.found.skills), extra.sum())
        skills = np.concatenate([self.need[at[kept]], strange])
        return _lists(owners, skills, len(occupations))

    def meaning(self, truth: NDArray[np.float32], noise: float) -> NDArray[np.int8]:
        """Return the vectors that texts would have: the truth seen from another side, blurred."""
        scale = noise / np.sqrt(DIMS)
        blurred = truth + self.rng.normal(0, scale, truth.shape)
        return quantised(blurred @ self.turn)


def _lists(owners: Ints, values: Ints, many: int) -> tuple[Ints, Ints]:
    """Return start and values of lists without repetition, by owner."""
    width = int(values.max(initial=0)) + 1
    pairs = np.unique(owners * width + values)
    start = np.searchsorted(pairs // width, np.arange(many + 1))
    return start, pairs % width
