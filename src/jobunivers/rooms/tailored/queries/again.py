# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making an old answer again, from what was kept with it, and comparing the two."""

import io
import tempfile
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from jobunivers.rooms.tailored.models import Artefact, OpeningVersion, RecommendationRun
from jobunivers.rooms.tailored.queries import worlds
from jobunivers.rooms.tailored.queries.models import model_of
from jobunivers.rooms.tailored.queries.reading import record_of
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.matching import (
    PARTS,
    Openings,
    People,
    Vocabulary,
    World,
)

VOCABULARY = "vocabulary"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score as it was kept and as it came out again, in whole 1/10,000."""

    name: str
    kept: int
    again: int


@dataclass(frozen=True, slots=True)
class Again:
    """An answer made again. `missing` names what is no longer kept; then nothing is compared."""

    parts: tuple[Part, ...]
    kept_score: int
    again_score: int
    missing: str = ""

    @property
    def same(self) -> bool:
        """Say whether every part and the score came out as they were."""
        alike = all(part.kept == part.again for part in self.parts)
        return not self.missing and alike and self.kept_score == self.again_score


def made_again(*, run: RecommendationRun, vacancy_id: int) -> Again | None:
    """Return the answer made again; None when the run never held the advertisement."""
    record = record_of(run, vacancy_id)
    if record is None:
        return None
    model = model_of(run.model)
    if model is None:
        return _missing(record, "weights")
    vocabulary = vocabulary_of(run.vocabulary)
    if vocabulary is None:
        return _missing(record, "vocabulary")
    digest = int(np.uint64(record["digest"]).view(np.int64))
    version = OpeningVersion.objects.filter(vacancy_id=vacancy_id, digest=digest).first()
    if version is None:
        return _missing(record, "opening")
    openings = Openings.from_features([bytes(version.features)], vocabulary)
    people = People.from_bytes([bytes(run.person)], [run.citizen_id], vocabulary)
    price = np.array([-int(record["contributions"][len(PARTS)])], dtype=np.int32)
    world = World(vocabulary, openings, model=model, prices=price)
    ((again,),) = world.record_of(
        people, np.zeros((1, 1), dtype=np.int32), day=vacancies.day_number(run.day)
    )
    return _compared(record, again)


def _compared(kept: np.void, again: np.void) -> Again:
    parts = (
        Part(name, int(kept["contributions"][i]), int(again["contributions"][i]))
        for i, name in enumerate((*PARTS, "spread"))
    )
    return Again(tuple(parts), int(kept["score"]), int(again["score"]))


def _missing(record: np.void, what: str) -> Again:
    return Again((), int(record["score"]), 0, what)


def vocabulary_of(digest: str) -> Vocabulary | None:
    """Return the packed taxonomy of a digest, today's or a kept one; None when it is gone."""
    loaded = worlds.current()
    if loaded is not None and loaded.world.vocabulary.digest == digest:
        return loaded.world.vocabulary
    with suppress(Artefact.DoesNotExist):
        return _old_vocabulary(digest)
    return None


@lru_cache(maxsize=2)
def _old_vocabulary(digest: str) -> Vocabulary:
    # It raises rather than returns None, for what is returned is remembered.
    row = Artefact.objects.get(kind=VOCABULARY, version=digest)
    with (
        tempfile.TemporaryDirectory() as folder,
        zipfile.ZipFile(io.BytesIO(bytes(row.content))) as archive,
    ):
        archive.extractall(folder)
        return Vocabulary.load(Path(folder), mmap=False)
