# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A nation in an empty database: kommuner and advertisements through the doors, people in bulk."""

import csv
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

import numpy as np
import psycopg
from django.utils.text import slugify
from django.utils.timezone import localdate
from numpy.typing import NDArray

from jobunivers.foundation.tenancy import actions as tenancy_actions
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.text import fold
from jobunivers.identity import actions as identity
from jobunivers.identity.models import Role
from jobunivers.simulator import truth as true
from jobunivers.simulator.nation import advertising, making, sizes, stocking
from jobunivers.simulator.nation.loading import Loader, ensure_months, loading
from jobunivers.simulator.nation.parts import Chunk, Setting, Written
from jobunivers.simulator.nation.schema import TABLES, table
from jobunivers.simulator.nation.sizes import Size
from jobunivers.simulator.population import names

Say = Callable[[str], None]
_MONTHS_AHEAD = 190  # days
_WHO_LOG_IN = 3  # citizens of each kommune whom one can log in as in a demo
_PERSONAS = (
    (Role.ADMINISTRATOR, "Sætter kommunen op.", "Sets the municipality up."),
    (Role.MANAGER, "Leder jobcentret.", "Manages the job centre."),
    (Role.EDITOR, "Passer indholdet.", "Looks after the contents."),
    (Role.OFFICER, "Passer på oplysninger.", "Looks after what is known of people."),
)
_LOOKED_AFTER = {
    Role.CONSULTANT: ("Har borgere, som hun følger tæt.", "Has citizens whom she follows closely."),
    Role.ADVISER: ("Taler med borgere om job.", "Talks with citizens about work."),
    Role.ASSISTANT: ("Følger arbejdsmarkedet og hjælper.", "Follows the labour market and helps."),
}


_SAID_IN_WORDS = frozenset({"citizen", "woman", "minority"})


class NotEmpty(Exception):  # noqa: N818 - it reads as what happened
    """The database holds kommuner or advertisements already."""


@dataclass(slots=True)
class Built:
    """What was built, and how long each part took, in seconds."""

    rows: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    active: int = 0
    former: int = 0
    open_vacancies: int = 0


def build(
    *, size: Size, owner_url: str, at: datetime, say: Say, truth: true.Truth | None = None,
    processes: int = 0, keep_truth: str = "",
) -> Built:  # fmt: skip
    """Fill an empty, prepared database; the same size and seed give the same people.

    Args:
        size: of the nation.
        owner_url: address of the database as the owner of its tables, who may load in bulk.
        at: now; the year ends yesterday.
        say: told what is being done.
        truth: what is true; as the small simulator has it unless another is given.
        processes: how many make people at once; 0 for one less than there are cores.
        keep_truth: file for what was true of each person (.npz or .csv), or "".

    Raises:
        NotEmpty: there is something in it.
    """
    _refuse_what_is_full()
    truth, done = truth or true.Truth(), Built()
    with closing(_Clock(done.seconds)) as clock:
        clock.begin("kommuner")
        say("Opening 98 kommuner …")
        municipalities = _kommuner(at)
        with psycopg.connect(owner_url, autocommit=True) as owner:
            first, last = localdate(at - stocking.SINCE), localdate(at) + timedelta(_MONTHS_AHEAD)
            ensure_months(owner, first, last)
            clock.begin("advertisements")
            advertising.fill(size, at=at, say=say)
            market = advertising.market(at=at)
            done.open_vacancies = advertising.open_now(at=at)
            clock.begin("shelves")
            say("Filling the market's shelves …")
            shelves = stocking.shelves(at=at)
            clock.begin("people")
            staff = _staff(size, municipalities, at)
            tables = tuple(table(label) for label in TABLES)
            work = sizes.chunks(size, municipalities, staff, _next_id(owner))
            setting = Setting(
                localdate(at), size.seed, size.activity, truth, market, shelves, tables
            )
            with loading(owner, tables) as loader:
                known = _load(loader, work, making.everything(setting, work, processes), done, say)
                clock.begin("indexes and checks")
                say("Building indexes and checking what refers to what …")
        done.rows = loader.written
        done.former = sum(chunk.many for chunk in work) - done.active
        _some_log_in(work)
    if keep_truth:
        _keep(known, keep_truth)
    return done


def _keep(known: Mapping[str, NDArray[np.float64]], path: str) -> None:
    """Write what was true: arrays, or lines that `train profile --groups` takes as they are."""
    if not path.endswith(".csv"):
        np.savez_compressed(path, **known)  # type: ignore[arg-type]
        return
    told = {
        "citizen_id": known["citizen"].astype(np.int64).tolist(),
        "sex": np.where(known["woman"] > 0, "woman", "man").tolist(),
        "origin": np.where(known["minority"] > 0, "minority", "majority").tolist(),
    }
    told |= {
        name: np.round(known[name], 4).tolist() for name in known if name not in _SAID_IN_WORDS
    }
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(told)
        lines.writerows(zip(*told.values(), strict=True))


class _Clock:
    def __init__(self, seconds: dict[str, float]) -> None:
        self._seconds, self._name, self._began = seconds, "", perf_counter()

    def begin(self, name: str) -> None:
        now = perf_counter()
        if self._name:
            self._seconds[self._name] = round(now - self._began, 1)
        self._name, self._began = name, now

    def close(self) -> None:
        self.begin("")


def _refuse_what_is_full() -> None:
    if any(not one.is_national for one in tenancy.opened()) or advertising.any_there():
        raise NotEmpty


def _kommuner(at: datetime) -> dict[str, int]:
    """Open all kommuner; return their primary keys by code."""
    found = {}
    for code, there in sizes.places_of().items():
        name = there[0].municipality
        opened = tenancy_actions.open_municipality(
            code=code, name=f"{name} (simuleret)", slug=slugify(fold(name)), at=at
        )
        found[code] = opened.pk
    tenancy_actions.ensure_national(at=at)
    return found


def _staff(size: Size, municipalities: Mapping[str, int], at: datetime) -> dict[str, list[int]]:
    """Add those who work for each kommune; return who helps citizens, by code."""
    rng = random.Random(f"{size.seed} staff")
    people, helping = sizes.people_of(size), {}
    for code, pk in municipalities.items():
        with working_for(pk):
            for role, danish, english in _PERSONAS:
                _persona(rng, role, danish, english, at)
            roles = sizes.staff_of(people[code])
            told = [(Role(role), *_LOOKED_AFTER[Role(role)]) for role in roles[: len(sizes.ROLES)]]
            ids = [_persona(rng, *one, at) for one in told]
            newcomers = [
                identity.Newcomer(name=_name(rng), role=Role(role), at=at)
                for role in roles[len(ids) :]
            ]
            ids += [one.pk for one in identity.add_people(newcomers=newcomers)]
        helping[code] = ids
    return helping


def _name(rng: random.Random) -> str:
    name = names.draw(rng, 1965 + int(rng.random() * 35))
    return f"{name.first} {name.last}"


def _persona(rng: random.Random, role: Role, danish: str, english: str, at: datetime) -> int:
    added = identity.add_persona(
        name=_name(rng), role=role, story_da=danish, story_en=english, at=at
    )
    return added.pk


def _next_id(owner: psycopg.Connection) -> int:
    row = owner.execute("SELECT nextval(pg_get_serial_sequence('identity_person', 'id'))")
    return int(row.fetchone()[0])  # type: ignore[index]


def _load(
    loader: Loader, work: Sequence[Chunk], made: Iterator[Written], done: Built, say: Say
) -> dict[str, NDArray[np.float64]]:
    """Make and load every chunk; return what was true of the people."""
    known: list[dict[str, NDArray[np.float64]]] = []
    total, so_far, told = sum(chunk.many for chunk in work), 0, 0
    for chunk, written in zip(work, made, strict=True):
        for name, columns, rows, many in written.rows:
            loader.write(name, columns, rows, many)
        done.active += written.active
        known.append(written.truth)
        so_far += chunk.many
        if so_far - told >= total / 20:
            told = so_far
            say(f"{so_far:,} of {total:,} people")
    return {name: np.concatenate([one[name] for one in known]) for name in known[0]}


def _some_log_in(work: Sequence[Chunk]) -> None:
    """Let the first people of each kommune be chosen at the demo's login."""
    seen: set[int] = set()
    for chunk in work:
        if chunk.municipality in seen:
            continue
        seen.add(chunk.municipality)
        with working_for(chunk.municipality):
            for order in range(min(_WHO_LOG_IN, chunk.many)):
                identity.give_story(
                    person_id=chunk.first_id + order,
                    story_da="En borger, som simulatoren har fundet på.",
                    story_en="A citizen invented by the simulator.",
                    order=len(_PERSONAS) + len(sizes.ROLES) + order,
                )


__all__ = ["Built", "NotEmpty", "build"]
