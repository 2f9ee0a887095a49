# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows that are like k others, and counts with noise."""

import math
import random
from collections import Counter, defaultdict
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.anonymity import Column, discrete_laplace, noisy_counts, release, thinned
from jobunivers.science.anonymity.thinning import FEWEST

_AGES = st.integers(18, 66)
_ROW = st.tuples(_AGES, st.sampled_from(["nord", "syd", "øst"]), st.sampled_from(["a", "b", "c"]))


def _columns(rows: list[tuple[int, str, str]]) -> list[Column]:
    ages = (
        tuple(str(age) for age, _, _ in rows),
        tuple(str(age // 10) for age, _, _ in rows),
        tuple("*" for _ in rows),
    )
    places = (tuple(place for _, place, _ in rows), tuple("*" for _ in rows))
    return [Column("age", ages), Column("place", places)]


@settings(max_examples=60, deadline=None)
@given(st.lists(_ROW, min_size=1, max_size=60), st.integers(2, 12), st.integers(1, 3))
def test_every_row_given_away_is_like_k_others_and_every_group_is_diverse(
    rows: list[tuple[int, str, str]], k: int, diversity: int
) -> None:
    columns, sensitive = _columns(rows), [secret for _, _, secret in rows]

    given_away = release(columns, k=k, sensitive=sensitive, diversity=diversity)

    groups = defaultdict(list)
    for row in given_away.kept:
        said = tuple(
            c.levels[level][row] for c, level in zip(columns, given_away.levels, strict=True)
        )
        groups[said].append(sensitive[row])
    assert all(len(secrets) >= k for secrets in groups.values())
    assert all(len(set(secrets)) >= diversity for secrets in groups.values())
    assert len(given_away.kept) + given_away.suppressed == len(rows)
    assert given_away.groups == len(groups)
    assert given_away.smallest == min(map(len, groups.values()), default=0)


@settings(max_examples=30, deadline=None)
@given(st.lists(_ROW, min_size=1, max_size=40), st.integers(2, 8))
def test_the_order_of_the_rows_decides_nothing(rows: list[tuple[int, str, str]], k: int) -> None:
    there, back = release(_columns(rows), k=k), release(_columns(rows[::-1]), k=k)

    assert there.levels == back.levels
    assert sorted(there.kept) == sorted(len(rows) - 1 - one for one in back.kept)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from("abcde"), max_size=60), st.integers(2, 12), st.integers(0, 9))
def test_a_thinned_group_has_whole_ks_and_no_value_that_few_have(
    secrets: list[str], k: int, seed: int
) -> None:
    groups = {"g": list(range(len(secrets)))}

    kept = thinned(groups, k=k, rng=random.Random(seed), sensitive=secrets, diversity=2, unsaid="e")

    for rows in kept.values():
        have = Counter(secrets[row] for row in rows)
        assert len(rows) % k == 0
        assert min(have.values()) >= FEWEST
        assert len(set(have) - {"e"}) >= 2


def test_who_is_left_out_of_a_group_is_left_to_chance() -> None:
    kept = [thinned({"g": range(19)}, k=10, rng=random.Random(n))["g"] for n in range(40)]

    assert {len(rows) for rows in kept} == {10}
    assert {row for rows in kept for row in rows} == set(range(19))


def test_nothing_is_lost_where_all_are_alike_already() -> None:
    rows = [(30, "nord", "a")] * 12

    given_away = release(_columns(rows), k=10)

    assert (given_away.levels, given_away.loss, given_away.suppressed) == ((0, 0), 0.0, 0)


def test_one_person_alone_is_left_out_rather_than_making_everybody_coarse() -> None:
    rows = [(30, "nord", "a")] * 40 + [(65, "syd", "b")]

    given_away = release(_columns(rows), k=10)

    assert given_away.suppressed == 1
    assert 40 not in given_away.kept


def test_too_few_people_are_not_given_away_at_all() -> None:
    assert release(_columns([(30, "nord", "a")] * 9), k=10).kept == ()


@pytest.mark.parametrize(("k", "diversity"), [(1, 1), (0, 1), (10, 0)])
def test_a_group_of_one_is_refused(k: int, diversity: int) -> None:
    with pytest.raises(ValueError, match="at least"):
        release(_columns([(30, "nord", "a")]), k=k, diversity=diversity)


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="one length"):
        release([Column("a", (("x", "y"),)), Column("b", (("x",),))], k=2)


def test_noise_follows_the_discrete_laplace_distribution() -> None:
    rng, scale, many = random.Random(8), Fraction(2), 20_000

    drawn = Counter(discrete_laplace(scale, rng=rng) for _ in range(many))

    unit = (1 - math.exp(-1 / 2)) / (1 + math.exp(-1 / 2))
    for value in range(-4, 5):
        expected = unit * math.exp(-abs(value) / 2)
        spread = math.sqrt(expected * (1 - expected) / many)
        assert abs(drawn[value] / many - expected) < 5 * spread


def test_the_same_chance_gives_the_same_counts_and_none_is_negative() -> None:
    counts = {"a": 0, "b": 3, "c": 100}

    first = noisy_counts(counts, epsilon=Fraction(1, 2), rng=random.Random(1))

    assert first == noisy_counts(counts, epsilon=Fraction(1, 2), rng=random.Random(1))
    assert set(first) == set(counts)
    assert min(first.values()) >= 0


def test_an_epsilon_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="epsilon"):
        noisy_counts({"a": 1}, epsilon=Fraction(0), rng=random.Random(1))
