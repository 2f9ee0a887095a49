# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.gaps import (
    Offer,
    because_completed,
    gaps,
    next_learning,
    reach_of,
)
from jobunivers.science.matching import (
    Excluded,
    Experience,
    Opening,
    Openings,
    Profile,
    Required,
    Vocabulary,
    Wish,
    World,
)

TODAY = 20_000
NURSE, CARER, STOREMAN = (f"urn:occupation:{name}" for name in ("nurse", "carer", "storeman"))
ISCO = {NURSE: "2221", CARER: "5321", STOREMAN: "4321"}
SKILLS = [f"urn:skill:{at}" for at in range(8)]
WORDS = Vocabulary.build(
    occupations=[(uri, code, at + 1) for at, (uri, code) in enumerate(ISCO.items())],
    groups=[("2", 1), ("5", 2), ("4", 3)],
    skills=[(uri, at + 1) for at, uri in enumerate(SKILLS)],
    relations=[
        (NURSE, SKILLS[0], True),
        (NURSE, SKILLS[1], True),
        (CARER, SKILLS[0], True),
        (CARER, SKILLS[2], False),
        (STOREMAN, SKILLS[3], True),
        (STOREMAN, SKILLS[4], True),
    ],
    broader=[(SKILLS[6], SKILLS[5]), (SKILLS[7], SKILLS[5])],
)
PERSON = Profile(
    occupations=(Experience(NURSE, "2221", 5.0),),
    wanted_occupations=(Wish(CARER, "5321"),),
    languages=frozenset({"da"}),
)

openings = st.lists(
    st.builds(
        Opening,
        id=st.integers(1, 60),
        occupation=st.sampled_from(list(ISCO)),
        skills=st.lists(st.sampled_from(SKILLS), unique=True, max_size=4).map(
            lambda uris: tuple(Required(uri, 0.8) for uri in uris)
        ),
        languages=st.sampled_from([frozenset(), frozenset({"da"}), frozenset({"en"})]),
        published_day=st.just(TODAY),
    ),
    max_size=25,
    unique_by=lambda opening: opening.id,
)
held = st.frozensets(st.sampled_from(SKILLS), max_size=3)


@settings(max_examples=8, deadline=None)
@given(openings, held)
def test_a_gap_opens_what_is_open_when_she_says_that_she_has_it(
    jobs: list[Opening], skills: frozenset[str]
) -> None:
    world = World(WORDS, Openings.pack(jobs, WORDS))
    # She would take any of it; work of another kind is test_gaps' business.
    wishes = tuple(Wish(uri, code) for uri, code in ISCO.items())
    person = replace(PERSON, skills=skills, wanted_occupations=wishes)

    def open_with(*more: str) -> int:
        richer = replace(person, skills=skills | set(more))
        return reach_of(world, richer, day=TODAY).open_now

    found = gaps(world, person, day=TODAY, limit=100)

    assert found.open_now == open_with()
    assert {gap.skills[0]: gap.total_reach for gap in found.singles} == {
        uri: open_with(uri)
        for uri in SKILLS
        if uri not in skills and open_with(uri) > found.open_now
    }
    alone = {uri: open_with(uri) for uri in SKILLS}
    assert {frozenset(gap.skills): gap.total_reach for gap in found.pairs} == {
        frozenset(pair): open_with(*pair)
        for pair in combinations([uri for uri in SKILLS if uri not in skills], 2)
        if open_with(*pair) > max(alone[uri] for uri in pair)
    }


@settings(max_examples=8, deadline=None)
@given(openings, held)
def test_what_a_constraint_keeps_away_is_not_open(
    jobs: list[Opening], skills: frozenset[str]
) -> None:
    world = World(WORDS, Openings.pack(jobs, WORDS))
    person = replace(PERSON, skills=skills)
    seen = world.seen(person, day=TODAY)

    for row, pk in enumerate(world.openings.id.tolist()):
        answer = world.explain(person, pk, day=TODAY)
        assert bool(seen.allowed[row]) == (not isinstance(answer, Excluded))
        if not isinstance(answer, Excluded):
            assert seen.score[row] == answer.score


def world_of(*jobs: Opening) -> World:
    return World(WORDS, Openings.pack(jobs, WORDS))


def job(pk: int, *skills: str, occupation: str = CARER) -> Opening:
    asked = tuple(Required(uri) for uri in skills)
    return Opening(id=pk, occupation=occupation, skills=asked, published_day=TODAY)


def test_the_course_that_opens_most_for_a_week_comes_first() -> None:
    world = world_of(job(1, SKILLS[3]), job(2, SKILLS[3]), job(3, SKILLS[3], SKILLS[5]))
    truck = Offer("truck", (SKILLS[3],), hours=37)
    both = Offer("both", (SKILLS[3], SKILLS[5]), hours=37 * 4)
    unknown = Offer("unknown", ("urn:skill:elsewhere",), hours=5)

    found = next_learning(world, PERSON, [both, truck, unknown], day=TODAY)

    assert [(one.offer.id, one.opens, one.new_skills) for one in found] == [
        ("truck", 2, (SKILLS[3],)),
        ("both", 3, (SKILLS[3], SKILLS[5])),
    ]


@pytest.mark.parametrize("said", [frozenset[str](), frozenset({SKILLS[3]})])
def test_a_completed_course_shows_the_openings_it_brought_nearer(said: frozenset[str]) -> None:
    world = world_of(job(1, SKILLS[3]), job(2, SKILLS[3], SKILLS[4], SKILLS[6]), job(3, SKILLS[7]))

    found = because_completed(world, replace(PERSON, skills=said), [SKILLS[3]], day=TODAY)

    assert [(one.id, one.opened, one.skills) for one in found] == [
        (1, True, (SKILLS[3],)),
        (2, False, (SKILLS[3],)),
    ]
    assert found[0].after == 1.0
    assert 0 < found[1].after < 0.6


def test_the_counts_hold_for_a_nation_of_openings() -> None:
    rng = np.random.default_rng(3)
    jobs = [
        job(pk, *rng.choice(SKILLS, rng.integers(1, 4), replace=False).tolist())
        for pk in range(1, 400)
    ]
    world = world_of(*jobs)

    best = gaps(world, PERSON, day=TODAY).singles[0]

    richer = replace(PERSON, skills=frozenset(best.skills))
    assert reach_of(world, richer, day=TODAY).open_now == best.total_reach
    assert len(best.examples) == 3
