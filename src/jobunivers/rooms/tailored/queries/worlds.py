# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The packed world that matching asks: a projection on disk, mapped into each process.

The worker writes it (`actions/following.py`); every process reads it and follows by itself. It
holds advertisements and models, nothing of any person.
"""

import json
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from django.conf import settings
from numpy.typing import NDArray

from jobunivers.rooms.tailored.queries.models import model_in_use
from jobunivers.science.latent import LatentModel
from jobunivers.science.matching import Openings, Vocabulary, World

CURRENT = "current.json"
_LOOK_AGAIN = 0.5  # seconds between two looks at the file that says which world is the newest


@dataclass(frozen=True, slots=True)
class Edition:
    """Which world this is: the parts it is made of, and up to which change it follows the rows."""

    database: str
    taxonomy: int
    vocabulary: str
    meaning: str
    openings: str
    prices: str
    weights: str
    change: int

    @classmethod
    def read(cls, folder: Path) -> "Edition | None":
        """Return what the folder holds; None when there is nothing that can be read."""
        try:
            return cls(**json.loads((folder / CURRENT).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def write(self, folder: Path) -> None:
        """Make this the world that everybody reads from now on."""
        temporary = folder / f"{CURRENT}.new"
        temporary.write_text(json.dumps(asdict(self)), encoding="utf-8")
        temporary.replace(folder / CURRENT)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A world in memory, with the model that gives texts their meaning."""

    edition: Edition
    world: World
    prices: NDArray[np.int32]
    meaning: LatentModel


class _Holder:
    """Keeps the newest world of one folder; parts that have not changed are kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._held: Loaded | None = None
        self._looked = -_LOOK_AGAIN

    def get(self) -> Loaded | None:
        if time.monotonic() - self._looked < _LOOK_AGAIN:
            return self._held
        with self._lock:
            edition = Edition.read(self._folder)
            if edition is None:
                self._held = None
            elif self._held is None or self._held.edition != edition:
                self._held = self._load(edition, self._held)
            self._looked = time.monotonic()
            return self._held

    def _load(self, edition: Edition, before: Loaded | None) -> Loaded | None:
        try:
            if before and before.edition.vocabulary == edition.vocabulary:
                vocabulary = before.world.vocabulary
            else:
                vocabulary = Vocabulary.load(self._folder / edition.vocabulary)
            if before and before.edition.meaning == edition.meaning:
                meaning = before.meaning
            else:
                meaning = LatentModel.load((self._folder / edition.meaning).read_bytes())
            openings = Openings.load(self._folder / edition.openings)
            prices = np.zeros(len(openings), dtype=np.int32)
            if edition.prices:
                prices = prices_for(openings, self._folder / edition.prices)
        except (OSError, ValueError):
            # Somebody has just put a newer one in its place: that one is read at the next look.
            return before
        world = World(vocabulary, openings, model=model_in_use(), prices=prices)
        return Loaded(edition, world, prices, meaning)

    def forget(self) -> None:
        with self._lock:
            self._looked = -_LOOK_AGAIN


def prices_for(openings: Openings, file: Path) -> NDArray[np.int32]:
    """Return the price of each opening; one that came after the prices were found has none."""
    with np.load(file, allow_pickle=False) as stored:
        ids, values = stored["ids"], stored["prices"]
    prices = np.zeros(len(openings), dtype=np.int32)
    if len(ids):
        at = np.minimum(np.searchsorted(ids, openings.id), len(ids) - 1)
        known = ids[at] == openings.id
        prices[known] = values[at[known]]
    return prices


_holders: dict[Path, _Holder] = {}


def _holder() -> _Holder:
    folder = Path(settings.MATCHING_FOLDER)
    return _holders.setdefault(folder, _Holder(folder))


def current() -> Loaded | None:
    """Return the newest world, or None while the first one is being made."""
    return _holder().get()


def forget() -> None:
    """Look at once for a newer world; called by whoever has just made one."""
    _holder().forget()
