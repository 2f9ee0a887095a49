# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The picture of the flows says what the numbers say."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.rooms.segmentation.queries.drawing import Drawing, draw

ORDER = ("digital", "guided", "combined", "close")
CODES = st.sampled_from((*ORDER, ""))
FLOWS = st.lists(
    st.dictionaries(st.tuples(CODES, CODES), st.integers(0, 40_000), max_size=12), max_size=4
)


def drawn(flows: list[dict[tuple[str, str], int]]) -> Drawing:
    return draw(flows, ORDER, width=960, tallest=300)


def test_where_nobody_is_nothing_is_drawn() -> None:
    assert drawn([]).bars == ()
    assert drawn([{("digital", "close"): 0}]).bars == ()


def test_a_bar_is_as_high_as_it_has_people() -> None:
    picture = drawn([{("digital", "digital"): 75, ("digital", "close"): 25}])

    heights = {(bar.column, bar.code): bar.height for bar in picture.bars}
    assert heights == {(0, "digital"): 300, (1, "digital"): 225, (1, "close"): 75}


def test_the_bars_stand_in_the_order_of_closeness_and_do_not_lie_on_each_other() -> None:
    picture = drawn([{("close", "digital"): 5, ("digital", "close"): 5, ("", "combined"): 1}])

    for column in (0, 1):
        bars = [bar for bar in picture.bars if bar.column == column]
        places = [(*ORDER, "").index(bar.code) for bar in bars]
        assert places == sorted(places)
        for upper, lower in pairwise(bars):
            assert lower.y >= upper.y + upper.height


def test_a_course_is_named_once_where_its_name_has_room() -> None:
    step = {("digital", "digital"): 5, ("digital", ""): 1}

    picture = drawn([step, step])

    named = [(bar.column, bar.code) for bar in picture.bars if bar.named]
    assert named == [(0, "digital"), (1, ""), (2, "")]


@settings(max_examples=80, deadline=None)
@given(FLOWS)
def test_nobody_is_left_out_and_nothing_lies_outside(
    flows: list[dict[tuple[str, str], int]],
) -> None:
    picture = drawn(flows)

    for column, interval in enumerate(flows if picture.bars else []):
        shown = {(r.start, r.end): r.people for r in picture.ribbons if r.column == column}
        assert shown == {pair: people for pair, people in interval.items() if people}
    for bar in picture.bars:
        assert 0 <= bar.x <= picture.width - bar.width
        assert bar.y > 0
        assert bar.y + bar.height <= picture.height
    for ribbon in picture.ribbons:
        numbers = [float(number) for number in re.findall(r"-?\d+\.\d+", ribbon.path)]
        assert all(0 <= number <= max(picture.width, picture.height) for number in numbers)


@settings(max_examples=80, deadline=None)
@given(FLOWS)
def test_the_same_numbers_give_the_same_picture_in_whatever_order_they_come(
    flows: list[dict[tuple[str, str], int]],
) -> None:
    assert drawn(flows) == drawn([dict(reversed(one.items())) for one in flows])
