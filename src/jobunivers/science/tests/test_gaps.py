# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from jobunivers.science.gaps.finding import Offer, find, next_learning, raised_by
from jobunivers.science.gaps.reach import HALFWAY, NEAR, ONE_MORE, SKILLED, Reach
from jobunivers.science.matching import Asked, Seen

few = settings(max_examples=25, deadline=None)
SKILLS, OPENINGS = 9, 30
Lists = list[list[tuple[int, int]]]


def packed(lists: Lists) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int16]]:
    start = np.cumsum([0] + [len(one) for one in lists]).astype(np.int64)
    flat = [pair for one in lists for pair in one]
    return (
        start,
        np.array([a for a, _ in flat], np.int32),
        np.array([b for _, b in flat], np.int16),
    )


def asked(openings: Lists, own: Lists) -> Asked:
    by_skill: Lists = [[] for _ in own]
    for row, one in enumerate(openings):
        for skill, weight in one:
            by_skill[skill].append((row, weight))
    by_skill[0].append((len(openings) + 2, 500))  # a kind of work behind the openings
    return Asked(*packed(openings), *packed(by_skill), *packed(own))


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Reach, Lists, Lists]:
    rng = np.random.default_rng(draw(st.integers(0, 100_000)))
    openings: Lists = []
    for _ in range(OPENINGS):
        chosen = rng.permutation(SKILLS)[: rng.integers(0, 5)]
        openings.append([(int(s), int(rng.integers(1, 1000))) for s in sorted(chosen)])
    own: Lists = []
    for skill in range(SKILLS):
        near = [int(s) for s in rng.permutation(SKILLS)[:2] if s != skill]
        own.append([(skill, 1000), *((s, int(rng.integers(1, 600))) for s in near)])
    have = np.zeros(SKILLS, np.int16)
    for skill in rng.permutation(SKILLS)[: rng.integers(0, 4)]:
        stated = rng.random() < 0.6
        for other, value in own[skill]:
            have[other] = max(have[other], value if stated else value * 600 // 1000)
    before = Seen(
        rng.random(OPENINGS) < 0.8,
        rng.integers(0, 9_000, OPENINGS).astype(np.int32),
        rng.random(OPENINGS).astype(np.float32),
        have,
    )
    threshold = draw(st.sampled_from([0.4, 0.6, 1.0]))
    return Reach(asked(openings, own), before, threshold), openings, own


def open_to_her(reach: Reach, openings: Lists, have: NDArray[np.int16]) -> set[int]:
    """Decide it opening by opening, as the words say."""
    found = set()
    for row, one in enumerate(openings):
        near = reach.seen.nearness[row] >= np.float32(NEAR)
        whole = sum(weight for _, weight in one)
        mine = sum(weight * int(have[skill]) for skill, weight in one)
        if not one:
            is_open = near
        else:
            skilled = mine >= round(SKILLED * 1000) * (whole + ONE_MORE)
            is_open = (near or skilled) and mine >= round(reach.threshold * 1000) * whole
        if is_open and reach.seen.allowed[row]:
            found.add(row)
    return found


def halfway(reach: Reach, openings: Lists) -> set[int]:
    """Return what something new may open: near work, and other work she has half of."""
    found = set()
    for row, one in enumerate(openings):
        whole = sum(weight for _, weight in one)
        mine = sum(weight * int(reach.seen.have[skill]) for skill, weight in one)
        takes = max(
            round(reach.threshold * 1000) * whole, round(SKILLED * 1000) * (whole + ONE_MORE)
        )
        if reach.seen.nearness[row] >= np.float32(NEAR) or HALFWAY * mine >= takes:
            found.add(row)
    return found


def with_skills(reach: Reach, own: Lists, skills: tuple[int, ...]) -> NDArray[np.int16]:
    have = reach.seen.have.copy()
    for skill in skills:
        for other, value in own[skill]:
            have[other] = max(have[other], value)
    return have


@few
@given(worlds())
def test_the_counts_are_those_of_trying_every_skill_and_pair(
    world: tuple[Reach, Lists, Lists],
) -> None:
    reach, openings, own = world
    now = open_to_her(reach, openings, reach.seen.have)
    may = halfway(reach, openings)

    gaps = find(reach, limit=100, pool=100)

    assert gaps.open_now == len(now)
    lacking = [s for s in range(SKILLS) if reach.seen.have[s] < 1000]
    for told, size in ((gaps.singles, 1), (gaps.pairs, 2)):
        expected = {}
        for skills in combinations(lacking, size):
            more = (open_to_her(reach, openings, with_skills(reach, own, skills)) - now) & may
            alone = [
                (open_to_her(reach, openings, with_skills(reach, own, (s,))) - now) & may
                for s in skills
            ]
            if more and (size == 1 or len(more) > max(len(a) for a in alone)):
                expected[skills] = more
        assert {gap.skills: gap.opens for gap in told} == {
            skills: len(more) for skills, more in expected.items()
        }
        for gap in told:
            more = expected[gap.skills]
            scores = sorted((-int(reach.seen.score[row]), row) for row in more)
            assert gap.examples == tuple(row for _, row in scores[:3])
            assert gap.mean_score == sum(-score for score, _ in scores) // len(more)
            assert gap.total_reach == len(now) + len(more)
        assert [gap.opens for gap in told] == sorted((g.opens for g in told), reverse=True)


@few
@given(worlds())
def test_only_what_can_be_learned_is_told(world: tuple[Reach, Lists, Lists]) -> None:
    reach, _, _ = world

    gaps = find(reach, limit=100, learnable=[1, 2, 3])

    assert all(set(gap.skills) <= {1, 2, 3} for gap in (*gaps.singles, *gaps.pairs))


def test_one_skill_does_not_lead_to_work_of_another_kind_she_knows_nothing_of() -> None:
    own: Lists = [[(0, 1000)], [(1, 1000)], [(2, 1000)]]
    openings: Lists = [[(1, 900)], [(0, 800), (1, 700)]]
    have = np.array([1000, 0, 0], np.int16)
    far = np.zeros(2, np.float32)
    seen = Seen(np.ones(2, np.bool_), np.array([10, 20], np.int32), far, have)

    gaps = find(Reach(asked(openings, own), seen, 0.6), limit=10)

    assert [(gap.skills, gap.examples) for gap in gaps.singles] == [((1,), (1,))]


@few
@given(worlds())
def test_a_skill_more_never_closes_an_opening(world: tuple[Reach, Lists, Lists]) -> None:
    reach, openings, own = world
    may = halfway(reach, openings)
    for skill in range(SKILLS):
        before = reach.seen
        have = with_skills(reach, own, (skill,))
        after = Reach(
            reach.asked,
            Seen(before.allowed, before.score, before.nearness, have),
            reach.threshold,
        )

        assert (after.open >= reach.open).all()
        new = set(np.flatnonzero(after.open & ~reach.open).tolist())
        assert new & may == set(reach.opened([skill]).tolist())
        raised = raised_by(reach, after, limit=100)
        assert {r.row for r in raised if r.opened} == new
        assert all(r.after > r.before for r in raised)
        assert [r.opened for r in raised] == sorted((r.opened for r in raised), reverse=True)


def small() -> Reach:
    """Three openings near her; skill 0 is hers; two lack skill 1, one lacks 1 and 2."""
    own: Lists = [[(s, 1000)] for s in range(4)]
    openings: Lists = [
        [(0, 500), (1, 500)],
        [(0, 500), (1, 500)],
        [(1, 500), (2, 500)],
        [(3, 900)],
    ]
    have = np.array([1000, 0, 0, 0], np.int16)
    before = Seen(
        np.array([True, True, True, False]),
        np.array([100, 300, 200, 900], np.int32),
        np.ones(4, np.float32),
        have,
    )
    return Reach(asked(openings, own), before)


def test_the_skill_that_opens_most_comes_first_and_a_pair_opens_what_needs_both() -> None:
    gaps = find(small())

    assert [(g.skills, g.opens, g.examples, g.mean_score) for g in gaps.singles] == [
        ((1,), 2, (1, 0), 200)
    ]
    assert [(g.skills, g.opens, g.total_reach) for g in gaps.pairs] == [((1, 2), 3, 3)]


def test_what_a_constraint_keeps_away_is_opened_by_no_skill() -> None:
    assert small().opened([3]).tolist() == []


def test_offers_are_ranked_by_what_they_open_for_a_week_of_effort() -> None:
    long = Offer("long", (), hours=37 * 6)
    short = Offer("short", (), hours=37)
    useless = Offer("useless", (), hours=10)
    hour = Offer("hour", (), hours=1)

    found = next_learning(small(), [(long, (1, 2)), (short, (0, 1)), (useless, (3,)), (hour, (1,))])

    assert [(f.offer.id, f.opens, f.new_skills) for f in found] == [
        ("hour", 2, (1,)),
        ("short", 2, (1,)),
        ("long", 3, (1, 2)),
    ]
    assert [f.per_week for f in found] == pytest.approx([10.0, 2.0, 0.5])
    with pytest.raises(ValueError, match="how many hours"):
        next_learning(small(), [(Offer("none", (), hours=0), (1,))])


def test_a_skill_her_occupation_needs_is_asked_about_before_it_is_taught() -> None:
    reach = small()
    have = np.array([1000, 600, 0, 0], np.int16)
    before = Seen(reach.seen.allowed, reach.seen.score, reach.seen.nearness, have)

    gaps = find(Reach(reach.asked, before, 0.9))

    assert gaps.singles[0].skills == (1,)
    assert gaps.singles[0].likely_held


def test_a_threshold_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="threshold"):
        Reach(small().asked, small().seen, 0.0)
