# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import stats

from jobunivers.science.demand import (
    Kinds,
    Seekers,
    Vacancies,
    balance,
    count,
    demand,
    ratio_interval,
    suggestions,
    suits,
    table,
)

ISCO = ("2221", "2222", "4321", "4322", "93", "")
REGIONS = ("Midtjylland", "Sjælland", "Syddanmark")
NEAR = np.eye(6, dtype=np.float32)
NEAR[0, 1] = NEAR[1, 0] = NEAR[2, 3] = NEAR[3, 2] = 0.55
NEAR[2, 4] = 0.54
KINDS = Kinds(NEAR, ISCO)
Pairs = list[tuple[int, int]]


def ints(values: object, width: int = 0) -> NDArray[np.int64]:
    found = np.array(values, np.int64)
    return found.reshape(-1, width) if width else found


def vacancies(rows: list[tuple[int, int, int]], skills: Pairs | None = None) -> Vacancies:
    kind, region, positions = ints(rows, 3).T
    return Vacancies(kind, region, positions, ints(skills or [], 2))


def seekers(rows: list[tuple[int, set[int], set[int]]], skills: Pairs | None = None) -> Seekers:
    return Seekers(
        ints([home for home, _, _ in rows]),
        ints([(i, k) for i, (_, kinds, _) in enumerate(rows) for k in sorted(kinds)], 2),
        ints([(i, r) for i, (_, _, reach) in enumerate(rows) for r in sorted(reach)], 2),
        ints(skills or [], 2),
    )


kinds = st.integers(0, 5)
regions = st.integers(0, 2)
open_jobs = st.lists(st.tuples(kinds, regions, st.integers(1, 9)), max_size=12)
persons = st.lists(
    st.tuples(regions, st.sets(kinds, max_size=3), st.sets(regions, max_size=3)), max_size=40
)


@settings(max_examples=25, deadline=None)
@given(open_jobs, persons)
def test_the_table_is_what_one_counts_by_hand(
    jobs: list[tuple[int, int, int]], people: list[tuple[int, set[int], set[int]]]
) -> None:
    table = demand(vacancies(jobs), seekers(people), KINDS, REGIONS)

    for group in ("2", "222", "2221", "43", "4322", "9", "93"):
        inside = {k for k, isco in enumerate(ISCO) if isco.startswith(group)}
        fit = [
            (home, reach)
            for home, hers, reach in people
            if any(NEAR[mine, other] >= np.float32(0.55) for mine in hers for other in inside)
        ]
        for at, region in enumerate(REGIONS):
            row = table.group(group, region)
            here = [p for kind, where, p in jobs if kind in inside and where == at]
            many = sum(home == at for home, _ in fit)
            if row is None:
                assert not here
                assert not many
                continue
            assert (row.vacancies, row.balance.positions) == (len(here), sum(here))
            assert row.balance.seekers == (None if 0 < many < 5 else many)
            able = {
                REGIONS[other]: sum(home == other and at in reach for home, reach in fit)
                for other in range(3)
                if other != at
            }
            assert dict(row.elsewhere) == {name: n for name, n in able.items() if n >= 5}


@settings(max_examples=25, deadline=None)
@given(open_jobs, persons)
def test_no_number_of_one_to_four_people_is_ever_told(
    jobs: list[tuple[int, int, int]], people: list[tuple[int, set[int], set[int]]]
) -> None:
    held = [(i, i % 3) for i in range(len(people))]
    asked = [(i, i % 3) for i in range(len(jobs))]
    table = demand(vacancies(jobs, asked), seekers(people, held), KINDS, REGIONS)

    told = [row.balance for row in table.groups] + [row.balance for row in table.skills]
    counts = [b.seekers for b in told] + [n for r in table.groups for _, n in r.elsewhere]
    assert all(n is None or n == 0 or n >= 5 for n in counts)
    assert all(b.ratio is None and b.label == "uncertain" for b in told if b.seekers is None)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 60), st.integers(0, 60))
def test_the_interval_is_the_exact_one_of_a_binomial(events: int, people: int) -> None:
    low, high = ratio_interval(events, people)

    if events + people:
        exact = stats.binomtest(events, events + people).proportion_ci(0.95, "exact")
        assert low == pytest.approx(exact.low / (1 - exact.low), abs=1e-9)
        assert high is None or high == pytest.approx(exact.high / (1 - exact.high), rel=1e-6)
        assert (high is None) == (exact.high == 1.0)


def test_many_positions_and_few_who_fit_is_a_shortage_and_the_reverse_a_surplus() -> None:
    assert balance(60, 60, 20, None).label == "shortage"
    assert balance(10, 10, 200, None).label == "surplus"
    assert balance(100, 100, 200, None).label == "balanced"
    assert balance(3, 3, 6, None).label == "uncertain"


def test_one_advertisement_for_sixty_says_less_than_sixty_advertisements() -> None:
    assert balance(60, 60 * 60, 20, None).label == "uncertain"
    assert balance(60, 60, 20, None).label == "shortage"


def test_a_trend_is_told_when_chance_would_not_make_it() -> None:
    assert balance(80, 80, 30, (30, 30)).trend == "rising"
    assert balance(30, 30, 30, (80, 80)).trend == "falling"
    assert balance(32, 32, 30, (30, 30)).trend == "steady"
    assert balance(32, 32, 30, None).trend == "new"


def test_yesterdays_table_gives_todays_trend() -> None:
    people = seekers([(0, {2}, {0})] * 9)
    before = demand(vacancies([(2, 0, 1)] * 10), people, KINDS, REGIONS)

    after = demand(vacancies([(2, 0, 1)] * 60), people, KINDS, REGIONS, before=before)

    row = after.group("43", "Midtjylland")
    assert row is not None
    assert row.balance.trend == "rising"


def test_vacancies_here_are_suggested_to_people_elsewhere_who_fit_and_can_come() -> None:
    jobs = vacancies([(2, 1, 2)] * 20)  # warehouse work in Sjælland
    nowhere: set[int] = set()
    near = [(0, {3}, {1})] * 7  # lives in Midtjylland, near enough in kind, can come
    cannot = [(2, {2}, nowhere)] * 9
    unlike = [(0, {0}, {1})] * 9
    few = [(2, {2}, {1})] * 4

    found = suggestions(demand(jobs, seekers(near + cannot + unlike + few), KINDS, REGIONS))

    assert [(s.group, s.region, s.positions, s.segments) for s in found] == [
        ("43", "Sjælland", 40, (("Midtjylland", 7),))
    ]
    assert found[0].reached == 7


def test_a_skill_asked_for_is_set_against_those_who_hold_it() -> None:
    jobs = vacancies([(2, 1, 30), (2, 1, 1), (0, 0, 1)], [(0, 4), (0, 4), (1, 4), (2, 2)])
    people = seekers([(1, set(), set())] * 8, [(i, 4) for i in range(8)])

    table = demand(jobs, people, KINDS, REGIONS)

    assert [(r.skill, r.region) for r in table.skills] == [(2, "Midtjylland"), (4, "Sjælland")]
    assert table.skills[1].balance.positions == 31
    assert table.skills[1].balance.seekers == 8


def test_numbers_that_point_nowhere_are_refused() -> None:
    with pytest.raises(ValueError, match="region of a vacancy"):
        demand(vacancies([(0, 3, 1)]), seekers([]), KINDS, REGIONS)
    with pytest.raises(ValueError, match="kind of a person"):
        demand(vacancies([]), seekers([(0, {9}, set())]), KINDS, REGIONS)


@settings(max_examples=15, deadline=None)
@given(open_jobs, persons, st.integers(0, 40))
def test_people_counted_apart_and_added_make_the_same_table(
    jobs: list[tuple[int, int, int]],
    people: list[tuple[int, set[int], set[int]]],
    cut: int,
) -> None:
    suited = suits(KINDS)
    parts = [count(seekers(some), suited, len(REGIONS)) for some in (people[:cut], people[cut:])]
    together = parts[0] + parts[1]

    whole = demand(vacancies(jobs), seekers(people), KINDS, REGIONS)
    assert table(vacancies(jobs), together, suited, REGIONS).groups == whole.groups
    assert (together.reaching() >= together.at_home).all()
