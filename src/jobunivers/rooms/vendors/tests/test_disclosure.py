# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be said of people in sums, whatever the counts are."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.rooms.vendors.queries.disclosure import (
    FEWEST,
    Counted,
    Rated,
    Shown,
    batched,
    month_shown,
    part,
)


def kommune(code: str, users: int, done: int = 0) -> Counted:
    return Counted(kommune=code, users=users, starts=users * 2, completers=done)


@st.composite
def months(draw: st.DrawFn) -> list[Counted]:
    users = draw(st.lists(st.integers(0, 40), max_size=8))
    return [
        kommune(f"{place:04}", many, draw(st.integers(0, many))) for place, many in enumerate(users)
    ]


@settings(max_examples=300)
@given(months())
def test_nobody_is_told_of_fewer_than_ten_nor_can_subtract_to_them(counted: list[Counted]) -> None:
    shown = month_shown(counted, None)
    users = sum(one.users for one in counted)
    assert shown.users == (users if users >= FEWEST else None)
    if shown.users is None:
        assert shown == Shown()
        return
    if shown.completers is not None:
        assert shown.completers >= FEWEST
        assert users - shown.completers == 0 or users - shown.completers >= FEWEST
    named = dict(shown.kommuner)
    assert all(people >= FEWEST for people in named.values())
    assert all(people == counted[int(code)].users for code, people in named.items())
    if named:
        rest = users - sum(named.values())
        assert shown.others == rest
        assert rest == 0 or rest >= FEWEST
        # Who is among the others cannot be told: it is more than one kommune with people, or ten.
        hidden = [one.users for one in counted if one.kommune not in named and one.users]
        assert not hidden or len(hidden) > 1


def test_the_kommune_that_would_tell_of_a_small_one_goes_in_among_the_others() -> None:
    shown = month_shown([kommune("0751", 40), kommune("0461", 12), kommune("0740", 3)], None)
    assert shown.kommuner == (("0751", 40),)
    assert shown.others == 15


def test_a_rest_of_few_hides_the_part() -> None:
    assert part(25, 30) is None
    assert part(9, 30) is None
    assert part(20, 30) == 20
    assert part(30, 30) == 30


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 5)), max_size=12))
def test_stars_that_are_told_are_ten_people_apart(months_: list[tuple[int, int]]) -> None:
    told: list[Rated] = []
    raters = stars = 0
    before: Rated | None = None
    for more, each in months_:
        raters, stars = raters + more, stars + more * each
        before = batched(before, Rated(raters, stars))
        if before and (not told or told[-1] != before):
            told.append(before)
    assert all(one.raters >= FEWEST for one in told)
    apart = [b.raters - a.raters for a, b in pairwise(told)]
    assert all(many >= FEWEST for many in apart)


def test_what_is_kept_reads_as_it_was() -> None:
    shown = month_shown([kommune("0751", 40, 20), kommune("0461", 12, 5)], Rated(12, 50))
    assert Shown.read(shown.as_json()) == shown
    assert shown.average == 50 / 12
