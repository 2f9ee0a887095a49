# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small worlds for the tests of matching: a taxonomy, openings and people of every kind."""

from collections.abc import Sequence
from random import Random
from typing import Any

from hypothesis import strategies as st

from jobunivers.science.matching import (
    Experience,
    Opening,
    Profile,
    Required,
    Vocabulary,
    Wish,
    land_of,
)

DAY = 20_000
OCCUPATIONS = {
    f"urn:jobunivers:occupation:{name}": code
    for name, code in {
        "nurse": "2221",
        "midwife": "2222",
        "carer": "5321",
        "helper": "5322",
        "storeman": "4321",
        "driver": "8322",
        "teacher": "2341",
        "odd": "",
    }.items()
}
NURSE, MIDWIFE, CARER, HELPER, STOREMAN, DRIVER, TEACHER, ODD = OCCUPATIONS
GROUPS = ("2", "22", "222", "2221", "5", "53", "532", "4", "43", "83", "8322")
SKILLS = [f"urn:jobunivers:skill:{i:02}" for i in range(16)]
UNRELATED = SKILLS[15]


def relations() -> list[tuple[str, str, bool]]:
    random = Random(7)
    found: list[tuple[str, str, bool]] = []
    for number, uri in enumerate(OCCUPATIONS):
        if uri == ODD:
            continue
        needs = random.sample(SKILLS[:15], 5)
        found.extend((uri, skill, random.random() < 0.6) for skill in needs)
        found.append((uri, SKILLS[number], True))
    return found


def vocabulary(order: Random | None = None) -> Vocabulary:
    def mixed(rows: Sequence[Any]) -> list[Any]:
        return list(rows) if order is None else order.sample(list(rows), len(rows))

    return Vocabulary.build(
        occupations=mixed(
            [(uri, code, i + 10) for i, (uri, code) in enumerate(OCCUPATIONS.items())]
        ),
        groups=mixed([(code, i + 1) for i, code in enumerate(GROUPS)]),
        skills=mixed([(uri, i + 100) for i, uri in enumerate(SKILLS)]),
        relations=mixed(relations()),
        broader=mixed([(SKILLS[0], SKILLS[1]), (SKILLS[2], "group"), (SKILLS[3], "group")]),
        version="test",
    )


VOCABULARY = vocabulary()

PLACES: dict[str, tuple[float | None, float | None, str]] = {
    "aarhus": (56.162939, 10.203921, "751"),
    "odder": (55.973, 10.149, "727"),
    "ebeltoft": (56.194, 10.682, "706"),
    "odense": (55.395, 10.388, "461"),
    "kalundborg": (55.681, 11.088, "326"),
    "københavn": (55.676, 12.568, "101"),
    "nykøbing": (54.769, 11.874, "376"),
    "rønne": (55.1, 14.706, "400"),
    "samsø": (55.868, 10.6, "741"),
    "unknown land": (55.9, 11.6, ""),
    "nowhere": (None, None, ""),
}
meanings = st.none() | st.integers(0, 5).map(
    lambda seed: bytes(Random(seed).choices(range(-16, 17), k=64)[i] & 255 for i in range(64))
)
required = st.builds(
    Required,
    st.sampled_from([*SKILLS, "urn:unknown"]),
    st.sampled_from([0.0, 0.55, 0.9, 1.0]),
    st.booleans(),
)
hours = st.none() | st.sampled_from([0.0, 12.5, 20.0, 30.0, 37.0])
licences = st.frozensets(st.sampled_from(["B", "truck", "health"]), max_size=2)


def at(place: str) -> dict[str, Any]:
    lat, lon, kommune = PLACES[place]
    return {"lat": lat, "lon": lon, "land": land_of(kommune)}


@st.composite
def opening(draw: st.DrawFn, number: int) -> Opening:
    uri = draw(st.sampled_from([*OCCUPATIONS, "", "urn:unknown"]))
    return Opening(
        id=number,
        owner=draw(st.sampled_from([0, 0, 0, 1, 2])),
        employer=draw(st.integers(0, 3)),
        occupation=uri,
        isco=OCCUPATIONS.get(uri) or draw(st.sampled_from(["", "22", "2221", "5399", "9"])),
        occupation_confidence=draw(st.sampled_from([1.0, 0.8, 0.333, 0.0])),
        skills=tuple(draw(st.lists(required, max_size=5))),
        hours_min=draw(hours),
        hours_max=draw(hours),
        remote_share=draw(st.sampled_from([0.0, 0.0, 0.4, 1.0])),
        languages=draw(st.frozensets(st.sampled_from(["da", "en"]))),
        licences=draw(licences),
        published_day=draw(st.sampled_from([0, DAY, DAY - 1, DAY - 14, DAY - 500, DAY + 3])),
        last_day=draw(st.sampled_from([None, DAY, DAY + 5, DAY - 1])),
        meaning=draw(meanings),
        **at(draw(st.sampled_from(list(PLACES)))),
    )


@st.composite
def openings(draw: st.DrawFn, most: int = 10) -> list[Opening]:
    ids = draw(st.lists(st.integers(1, 60), min_size=1, max_size=most, unique=True))
    return [draw(opening(number)) for number in ids]


def worked(uri: str, years: float) -> Experience:
    return Experience(uri, OCCUPATIONS[uri], years)


works = st.builds(
    worked, st.sampled_from(list(OCCUPATIONS)), st.sampled_from([0.0, 0.37, 1.5, 9.0])
)
group_work = st.builds(
    Experience, st.just(""), st.sampled_from(["22", "5321", "", "83"]), st.just(1.0)
)
wishes = st.sampled_from(
    [Wish(u, c) for u, c in OCCUPATIONS.items()] + [Wish("", "2"), Wish("", "532")]
)
some_ids = st.frozensets(st.integers(1, 60), max_size=2)


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    return Profile(
        occupations=tuple(draw(st.lists(works | group_work, max_size=3))),
        skills=frozenset(draw(st.lists(st.sampled_from([*SKILLS, "urn:unknown"]), max_size=5))),
        wanted_occupations=tuple(draw(st.lists(wishes, max_size=2))),
        max_km=draw(st.sampled_from([None, 0.0, 10.0, 33.3, 120.0, 400.0])),
        hours_min=draw(hours),
        hours_max=draw(hours),
        wants_remote=draw(st.booleans()),
        languages=draw(st.frozensets(st.sampled_from(["da", "en", "de"]), max_size=2)),
        hidden_openings=draw(some_ids),
        hidden_employers=draw(st.frozensets(st.integers(1, 3), max_size=1)),
        hidden_occupations=draw(st.frozensets(st.sampled_from([NURSE, DRIVER]), max_size=1)),
        applied=draw(some_ids),
        lacks_licences=draw(licences),
        boldness=draw(st.sampled_from([0.5, 0.0, 1.0, 0.27])),
        meaning=draw(meanings),
        taste=draw(meanings),
        owner=draw(st.sampled_from([1, 2])),
        **at(draw(st.sampled_from(list(PLACES)))),
    )
