# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proposals make loads fairer, move whom it costs least, and take nobody's language away."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.segmentation import Case, Consultant, Why, balance, shares, weight_of

DAY = date(2026, 11, 26)
NEW = DAY - timedelta(days=40)
OLD = DAY - timedelta(days=400)


def cases(consultant: int, many: int, *, since: date = NEW, first: int = 1) -> list[Case]:
    return [Case(first + n, consultant, since) for n in range(many)]


def test_even_loads_are_left_alone_and_so_is_a_team_of_one() -> None:
    two = [Consultant(1, 20, 10), Consultant(2, 20, 10)]

    assert balance(cases(1, 10) + cases(2, 10, first=50), two, DAY) == []
    assert balance(cases(1, 60), [Consultant(1, 20, 60)], DAY) == []


def test_the_newest_go_first_and_who_has_been_with_her_long_stays() -> None:
    team = [Consultant(1, 20, 0), Consultant(2, 20, 0)]
    held = [*cases(1, 10, since=OLD), *cases(1, 4, first=50)]

    found = balance(held, team, DAY)

    assert {one.citizen for one in found} <= {50, 51, 52, 53}
    assert found[0].why is Why.LOAD
    assert found[0].giver_share == (0.7, 0.65)


def test_too_many_for_one_moves_those_of_long_standing_too() -> None:
    found = balance(cases(1, 30, since=OLD), [Consultant(1, 20, 0), Consultant(2, 20, 0)], DAY)

    assert len(found) > 5


def test_nobody_loses_a_consultant_who_speaks_her_language() -> None:
    arab = Consultant(1, 10, 0, languages=frozenset({"ar"}))
    dane = Consultant(2, 10, 0)
    hers = [Case(n, 1, NEW, languages=frozenset({"ar"})) for n in range(8)]

    assert balance(hers, [arab, dane], DAY) == []
    (one, *_rest) = balance([Case(n, 2, NEW, languages=frozenset({"ar"})) for n in range(8)],
                            [arab, dane], DAY)  # fmt: skip
    assert (one.taker, one.why) == (1, Why.LANGUAGE)


def test_who_helped_her_before_comes_first() -> None:
    known = Case(7, 1, NEW, known=frozenset({2}))

    (one, *_rest) = balance([*cases(1, 6, first=20), known], [Consultant(1, 10, 0),
                            Consultant(2, 10, 0)], DAY)  # fmt: skip

    assert (one.citizen, one.why) == (7, Why.KNOWN)


def test_nobody_goes_to_whom_is_away_or_soon_will_be_or_takes_none() -> None:
    away = Consultant(2, 20, 0, away_from=DAY, away_to=DAY + timedelta(days=9))
    soon = Consultant(3, 20, 0, away_from=DAY + timedelta(days=9), away_to=DAY + timedelta(days=30))

    assert balance(cases(1, 30), [Consultant(1, 20, 0), away, soon, Consultant(4, 0, 0)], DAY) == []


def test_who_takes_none_gives_all() -> None:
    found = balance(cases(1, 5, since=OLD), [Consultant(1, 0, 0), Consultant(2, 20, 0)], DAY)

    assert len(found) == 5


def test_new_ones_are_more_work_and_those_away_less() -> None:
    assert weight_of(with_her_days=3, absent=False) > weight_of(with_her_days=300, absent=False)
    assert weight_of(with_her_days=3, absent=True) < weight_of(with_her_days=300, absent=False)


_CASE = st.tuples(st.integers(1, 4), st.integers(0, 500), st.sampled_from([0.5, 1.0, 1.5]))


@settings(max_examples=60, deadline=None)
@given(st.lists(_CASE, max_size=40), st.lists(st.integers(0, 20), min_size=4, max_size=4))
def test_the_heaviest_load_never_grows_and_nobody_is_moved_twice(
    said: list[tuple[int, int, float]], capacities: list[int]
) -> None:
    team = [Consultant(n + 1, capacity, 0) for n, capacity in enumerate(capacities)]
    held = [Case(n, who, DAY - timedelta(days=ago), weight)
            for n, (who, ago, weight) in enumerate(said)]  # fmt: skip

    found = balance(held, team, DAY)

    where = {one.citizen: one.taker for one in found}
    after = [Case(one.id, where.get(one.id, one.consultant), one.since, one.weight) for one in held]
    assert len(where) == len(found)
    assert max(shares(after, team).values()) <= max(shares(held, team).values())
    assert all(one.taker_share[1] < one.giver_share[0] for one in found)
