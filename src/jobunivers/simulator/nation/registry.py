# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of people: who they are, what they have done, what they can and want."""

import csv
import random
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from urllib.parse import urlencode

import numpy as np
import orjson
from numpy.typing import NDArray

from jobunivers.foundation.places import starter as places
from jobunivers.foundation.taxonomy import starter as taxonomy
from jobunivers.foundation.text import danish_sort_key
from jobunivers.simulator import words
from jobunivers.simulator.compose import capital
from jobunivers.simulator.nation import columns
from jobunivers.simulator.nation.columns import Column
from jobunivers.simulator.people import Citizen
from jobunivers.simulator.population import summaries

Ints = NDArray[np.int64]
_OWN_WORDS = 0.35  # of what people say that they can, how much no taxonomy knows
_EPOCH = date(1970, 1, 1).toordinal()


def days_of(days: Sequence[date]) -> Ints:
    """Return days since 1970-01-01."""
    return np.array([one.toordinal() - _EPOCH for one in days], dtype=np.int64)


@cache
def _points() -> Mapping[str, tuple[float, float]]:
    with (places.FOLDER / "postnumre.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["postcode"]: (float(row["lat"]), float(row["lon"])) for row in csv.DictReader(file)
        }


@cache
def _known_skills() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return what each occupation of the starter taxonomy takes: skill's address and label."""
    folder = taxonomy.FOLDER
    with (folder / "skills.csv").open(encoding="utf-8", newline="") as file:
        label = {row["slug"]: row["label_da"] for row in csv.DictReader(file)}
    with (folder / "occupations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row["slug"]: tuple(
            (f"urn:jobunivers:skill:{slug}", capital(label[slug]))
            for slug in f"{row['essential']}|{row['optional']}".split("|")
            if slug in label
        )
        for row in rows
    }


@cache
def _occupations() -> Mapping[str, str]:
    return {one.slug: capital(one.da) for one in words.occupations()}


@dataclass(frozen=True, slots=True)
class Registered:
    """When people of a chunk came in and last changed their profiles; seconds since 1970."""

    first_id: int
    municipality: int
    created: Ints
    changed: Ints
    versions: Ints


def rows(
    rng: random.Random, people: Sequence[Citizen], told: Registered
) -> dict[str, dict[str, Column]]:
    """Return the columns of people and profiles by label of their table.

    A profile has its citizen's number; the lines of a profile get theirs from the database.
    """
    return {
        "identity.Person": _persons(rng, people, told),
        "journey.Profile": _profiles(rng, people, told),
        "journey.Experience": _experience(rng, people, told),
        "journey.Education": _education(people, told),
        "journey.Competence": _competences(rng, people, told),
        "journey.Wish": _wishes(people, told),
    }


def _persons(rng: random.Random, people: Sequence[Citizen], told: Registered) -> dict[str, Column]:
    n, names = len(people), [one.name for one in people]
    keys = [uuid.UUID(int=rng.getrandbits(128), version=4).bytes for _ in range(n)]
    return {
        "id": columns.bigint(told.first_id + np.arange(n)),
        "municipality_id": columns.bigint(np.full(n, told.municipality)),
        "uuid": Column(np.frombuffer(b"".join(keys), dtype=np.uint8), np.full(n, 16)),
        "name": columns.text(names),
        "sort_key": columns.text(danish_sort_key(name) for name in names),
        "password": columns.same(b"!", n),  # none that works
        "created_at": columns.moment(told.created),
        "role": columns.same(b"citizen", n),
        "born_on": columns.day(days_of([one.born_on for one in people])),
    }


def _profiles(rng: random.Random, people: Sequence[Citizen], told: Registered) -> dict[str, Column]:
    n = len(people)
    ids = columns.bigint(told.first_id + np.arange(n))
    points = np.array([_points()[one.place.postal_code] for one in people])
    near = np.random.default_rng(rng.getrandbits(64)).normal(0, (0.012, 0.02), (n, 2))
    return {
        "id": ids,
        "citizen_id": ids,
        "municipality_id": columns.bigint(np.full(n, told.municipality)),
        "summary": columns.text(summaries.summary(rng, one) for one in people),
        "postal_code": columns.texts([one.place.postal_code for one in people]),
        "city": columns.texts([one.place.city for one in people]),
        "kommune_code": columns.texts([one.place.municipality_code for one in people]),
        "latitude": columns.double((points + near)[:, 0]),
        "longitude": columns.double((points + near)[:, 1]),
        "max_km": columns.smallint([one.max_km for one in people]),
        "hours_min": columns.double([one.hours[0] for one in people]),
        "hours_max": columns.double([one.hours[1] for one in people]),
        "languages": columns.texts(
            [tuple(one.tongues.items()) for one in people],
            lambda pairs: b"\x01" + orjson.dumps(dict(pairs)),
        ),
        "only_languages": columns.boolean([one.only_tongues for one in people]),
        "licences": columns.texts([one.licence_codes for one in people], columns.text_array),
        "lacks_licences": columns.texts([one.lacks_licences for one in people], columns.text_array),
        "version": columns.integer(told.versions),
        "changed_at": columns.moment(told.changed),
    }


def _lines(told: Registered, counts: Sequence[int]) -> dict[str, Column]:
    """Return what every line of a profile has: whose kommune, which profile."""
    owner = np.repeat(told.first_id + np.arange(len(counts)), counts)
    return {
        "municipality_id": columns.bigint(np.full(len(owner), told.municipality)),
        "profile_id": columns.bigint(owner),
    }


def _experience(
    rng: random.Random, people: Sequence[Citizen], told: Registered
) -> dict[str, Column]:
    jobs = list(chain.from_iterable(one.jobs for one in people))
    return {
        **_lines(told, [len(one.jobs) for one in people]),
        "title": columns.texts([job.title for job in jobs]),
        "employer": columns.text(job.employer for job in jobs),
        "occupation_uri": columns.texts([job.occupation for job in jobs], _occupation_uri),
        "started_on": columns.day(days_of([job.started_on for job in jobs])),
        "ended_on": columns.day(days_of([job.ended_on or job.started_on for job in jobs])),
        "description": columns.text(summaries.of_job(rng, job) for job in jobs),
    }


def _occupation_uri(slug: object) -> bytes:
    return f"urn:jobunivers:occupation:{slug}".encode()


def _education(people: Sequence[Citizen], told: Registered) -> dict[str, Column]:
    return {
        **_lines(told, [1] * len(people)),
        "title": columns.texts([one.education.title for one in people]),
        "level": columns.texts([one.education.level for one in people]),
        "ended_year": columns.smallint([one.education.ended_year for one in people]),
    }


def _competences(
    rng: random.Random, people: Sequence[Citizen], told: Registered
) -> dict[str, Column]:
    found = [_can(rng, one) for one in people]
    flat = list(chain.from_iterable(found))
    counts = [len(one) for one in found]
    return {
        **_lines(told, counts),
        "skill_uri": columns.texts([uri for uri, _ in flat]),
        "words": columns.texts([said for _, said in flat]),
        "added_at": columns.moment(np.repeat(told.created, counts)),
    }


def _can(rng: random.Random, one: Citizen) -> list[tuple[str, str]]:
    """Return what she says that she can: what her work takes, and some in words of her own."""
    known = _known_skills().get(one.own.slug, ())
    found = {said: uri for uri, said in known if rng.random() < 0.45}
    for said in one.skills:
        if rng.random() < _OWN_WORDS:
            found.setdefault(capital(said)[:120], "")
    return [(uri, said) for said, uri in found.items()]


def _wishes(people: Sequence[Citizen], told: Registered) -> dict[str, Column]:
    flat = list(chain.from_iterable(one.wishes for one in people))
    return {
        **_lines(told, [len(one.wishes) for one in people]),
        "occupation_uri": columns.texts(flat, _occupation_uri),
        "words": columns.texts(flat, lambda slug: _occupations()[str(slug)].encode()),
    }


def wished(citizen: Citizen) -> str:
    """Return what she wishes for most, in words."""
    return _occupations()[citizen.wishes[0]]


def query(words_: str, city: str) -> str:
    """Return the address' query part of a search for it in her town."""
    return urlencode({"q": words_, "sted": city})
