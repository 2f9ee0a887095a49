# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import random
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.foundation.tiles.arranging import (
    Arrangement,
    CannotArrange,
    across,
    added,
    begun,
    looked_at,
    moved,
    ordered,
    read,
    removed,
)

CODES = tuple(f"room.tile{number}" for number in range(8))
SHOWN = frozenset(CODES[:6])  # the rooms of the last two are switched off


@st.composite
def pages(draw: st.DrawFn) -> Arrangement:
    standing = draw(st.lists(st.sampled_from(CODES), unique=True))
    cut = draw(st.integers(0, len(standing)))
    return Arrangement(
        view=draw(st.sampled_from(["rich", "simple"])),
        main=tuple(standing[:cut]),
        side=tuple(standing[cut:]),
        simple=tuple(draw(st.lists(st.sampled_from(CODES), unique=True))),
    )


def shown_in(page: Arrangement) -> dict[str, list[str]]:
    return {
        name: [code for code in column if code in SHOWN] for name, column in page.columns.items()
    }


@settings(max_examples=60, deadline=None)
@given(page=pages(), code=st.sampled_from(CODES), by=st.sampled_from([-1, 1]))
def test_moving_loses_nothing_and_moves_one_shown_place(
    page: Arrangement, code: str, by: int
) -> None:
    try:
        after = moved(page, code, by, shown=SHOWN)
    except CannotArrange:
        return
    name = page.column_of(code)
    before_order, order = getattr(page, name), getattr(after, name)

    assert Counter(order) == Counter(before_order)
    assert after.column_of(code) == name
    if code in SHOWN:
        seen, seen_before = shown_in(after)[name], shown_in(page)[name]
        assert seen.index(code) == seen_before.index(code) + by


@settings(max_examples=60, deadline=None)
@given(page=pages(), code=st.sampled_from(CODES))
def test_moving_up_and_down_again_is_as_before(page: Arrangement, code: str) -> None:
    try:
        up = moved(page, code, -1, shown=frozenset(CODES))
    except CannotArrange:
        return
    assert moved(up, code, 1, shown=frozenset(CODES)) == page


@settings(max_examples=60, deadline=None)
@given(page=pages(), code=st.sampled_from(CODES))
def test_a_tile_stands_once_in_a_view_whatever_is_done(page: Arrangement, code: str) -> None:
    acts: tuple[Callable[[], Arrangement], ...] = (
        lambda: across(page, code),
        lambda: removed(page, code),
        lambda: added(page, code, wide=True),
        lambda: added(page, code, wide=False),
    )
    for act in acts:
        try:
            after = act()
        except CannotArrange:
            continue
        assert len(set(after.codes)) == len(after.codes)
        others = Counter(one for one in after.codes if one != code)
        assert others == Counter(one for one in page.codes if one != code)


@settings(max_examples=60, deadline=None)
@given(page=pages(), draw=st.randoms(use_true_random=False))
def test_dragging_keeps_what_is_not_shown(page: Arrangement, draw: random.Random) -> None:
    wanted = [code for column in shown_in(page).values() for code in column]
    draw.shuffle(wanted)
    names = list(page.columns)
    said = {names[0]: wanted[:2], **({names[1]: wanted[2:]} if len(names) > 1 else {})}
    if len(names) == 1:
        said = {names[0]: wanted}
    after = ordered(page, said, shown=SHOWN)

    assert Counter(after.codes) == Counter(page.codes)
    assert shown_in(after) == {name: list(said.get(name, [])) for name in names}


def test_a_drag_that_names_other_tiles_is_refused() -> None:
    page = Arrangement(main=("a", "b"), side=("c",))
    for said in ({"main": ["a"], "side": ["c"]}, {"main": ["a", "b", "b"], "side": ["c"]},
                 {"main": ["a", "b", "x"], "side": ["c"]}):  # fmt: skip
        with pytest.raises(CannotArrange):
            ordered(page, said, shown=frozenset("abcx"))


def test_the_views_are_apart() -> None:
    page = Arrangement(main=("a",), side=("b",), simple=("a",))
    simple = removed(looked_at(page, "simple"), "a")

    assert looked_at(simple, "rich").codes == ("a", "b")
    assert simple.codes == ()
    with pytest.raises(CannotArrange):
        looked_at(page, "fancy")


def test_what_is_kept_comes_back_as_it_was_and_odd_rows_are_read_too() -> None:
    page = Arrangement(view="simple", main=("a",), side=("b",), simple=("c",), own=("c",))

    assert read(page.as_kept()) == page
    assert read({}) == Arrangement()
    assert read({"view": "fancy", "main": None}) == Arrangement()


def test_a_tile_of_the_start_comes_where_the_start_has_it() -> None:
    start = Arrangement(main=("room.new", "room.a", "room.b"), side=("room.c",))
    page = Arrangement(main=("room.x", "room.b", "room.a"))
    after = begun(page, "room.new", start=start)
    assert after.main == ("room.x", "room.new", "room.b", "room.a")
    assert after.own == ("room.new",)
    # Of what followed it there nothing is left: it comes last.
    assert begun(Arrangement(main=("room.x",)), "room.b", start=start).main == (
        "room.x", "room.b",
    )  # fmt: skip
    with pytest.raises(CannotArrange):
        begun(after, "room.new", start=start)
    with pytest.raises(CannotArrange):
        begun(page, "room.unheard", start=start)
