# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The packed world follows the rows: a projection that can always be built again."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from django.conf import settings

from jobunivers.foundation.taxonomy import packed
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.tailored.actions import artefacts
from jobunivers.rooms.tailored.actions.keeping import end_versions, keep_versions
from jobunivers.rooms.tailored.models import Pressure
from jobunivers.rooms.tailored.queries import worlds
from jobunivers.rooms.tailored.queries.models import model_in_use
from jobunivers.rooms.tailored.queries.worlds import Edition
from jobunivers.rooms.vacancies import actions as vacancies_actions
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.latent import LatentModel
from jobunivers.science.matching import Openings, Vocabulary

# A reader that has just looked may still be opening the files of the world before.
_KEPT_FILES = timedelta(minutes=10)


def bring_world_up_to_date(*, at: datetime, wait: bool = False) -> int:
    """Let the packed world follow every change since it was last written; return how many rows.

    A world that is missing, unreadable, of another taxonomy, meaning model or database is made
    anew. When another process is writing, it does the work and this returns 0; with `wait`, its
    turn is awaited and what is left is done.
    """
    folder = Path(settings.MATCHING_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder, wait=wait) as alone:
        return _follow(folder, at=at) if alone else 0


@dataclass(slots=True)
class _Change:
    """What has happened to the openings since the world was written."""

    parts: list[tuple[Openings, tuple[int, ...]]] = field(default_factory=list)
    read: int = 0


def _follow(folder: Path, *, at: datetime) -> int:
    newest = vacancies_actions.settled_change()
    before = Edition.read(folder)
    vocabulary = packed.vocabulary.get()
    meaning_version, meaning = artefacts.meaning_model(at=at)
    wanted = Edition(
        database=vacancies.database_mark(),
        taxonomy=taxonomy.version(),
        vocabulary=_vocabulary_file(folder, vocabulary, at=at),
        meaning=_meaning_file(folder, meaning_version, meaning),
        openings="",
        prices=before.prices if before else "",
        weights=model_in_use().version,
        change=newest,
    )
    base = _base(folder, before, wanted)
    since = before.change if base is not None and before is not None else 0
    if base is not None and before is not None and newest <= since:
        if before.weights != wanted.weights:
            replace(before, weights=wanted.weights).write(folder)
            worlds.forget()
        return 0
    change = _changes(vocabulary, meaning, since=since, newest=newest, at=at)
    openings = Openings.pack([], vocabulary) if base is None else base
    for part, gone in change.parts:
        openings = openings.merged(part, gone)
    if base is None:
        end_versions(openings, at=at)
    name = f"openings-{newest}-{at:%Y%m%d%H%M%S%f}"
    openings.save(folder / name)
    replace(wanted, openings=name).write(folder)
    worlds.forget()
    _sweep(folder, at=at)
    return change.read


def _base(folder: Path, before: Edition | None, wanted: Edition) -> Openings | None:
    """Return the openings to build on, or None when everything has to be read anew."""
    if before is None or before.change > wanted.change:
        return None
    same = ("database", "vocabulary", "meaning")
    if any(getattr(before, name) != getattr(wanted, name) for name in same):
        return None
    try:
        return Openings.load(folder / before.openings)
    except (OSError, ValueError):
        return None


def _changes(
    vocabulary: Vocabulary, meaning: LatentModel, *, since: int, newest: int, at: datetime
) -> _Change:
    found = _Change()
    for changed in vacancies.changed_openings(since=since, newest=newest, at=at):
        vectors = meaning.vectors(changed.words)
        openings = [
            replace(opening, meaning=vector.tobytes())
            for opening, vector in zip(changed.openings, vectors, strict=True)
        ]
        packed_openings = Openings.pack(openings, vocabulary)
        keep_versions(packed_openings, vocabulary, owner=changed.owner, gone=changed.gone, at=at)
        found.parts.append((packed_openings, changed.gone))
        found.read += len(changed.openings) + len(changed.gone)
    return found


def write_prices(*, at: datetime) -> None:
    """Let every process see the prices that stand in the database."""
    folder = Path(settings.MATCHING_FOLDER)
    rows = Pressure.objects.filter(price__gt=0).order_by("vacancy_id")
    pairs = np.array(list(rows.values_list("vacancy_id", "price")), dtype=np.int64).reshape(-1, 2)
    name = f"prices-{at:%Y%m%d%H%M%S%f}.npz"
    with _alone(folder, wait=True):
        edition = Edition.read(folder)
        if edition is None:
            return
        with (folder / name).open("wb") as file:
            np.savez(file, ids=pairs[:, 0], prices=pairs[:, 1].astype(np.int32))
        replace(edition, prices=name).write(folder)
    worlds.forget()


def _vocabulary_file(folder: Path, vocabulary: Vocabulary, *, at: datetime) -> str:
    name = f"vocabulary-{vocabulary.digest}"
    if not (folder / name).exists():
        temporary = folder / f"{name}.new"
        shutil.rmtree(temporary, ignore_errors=True)
        vocabulary.save(temporary)
        temporary.replace(folder / name)
    artefacts.keep_vocabulary(vocabulary, folder / name, at=at)
    return name


def _meaning_file(folder: Path, version: str, model: LatentModel) -> str:
    name = f"meaning-{version}"
    if not (folder / name).exists():
        temporary = folder / f"{name}.new"
        temporary.write_bytes(model.save())
        temporary.replace(folder / name)
    return name


def _sweep(folder: Path, *, at: datetime) -> None:
    """Remove what no edition names any more, some time after it was last used."""
    edition = Edition.read(folder)
    if edition is None:
        return
    named = {edition.vocabulary, edition.meaning, edition.openings, edition.prices}
    for path in folder.iterdir():
        kind = path.name.partition("-")[0]
        if kind not in {"vocabulary", "meaning", "openings", "prices"} or path.name in named:
            continue
        if at.timestamp() - path.stat().st_mtime > _KEPT_FILES.total_seconds():
            shutil.rmtree(path) if path.is_dir() else path.unlink()


@contextmanager
def _alone(folder: Path, *, wait: bool = False) -> Iterator[bool]:
    """Hold the right to write the folder; yields whether it was had."""
    with (folder / "writer.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True
