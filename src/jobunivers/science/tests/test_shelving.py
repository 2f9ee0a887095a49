# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.shelving import (
    EVERYWHERE,
    Asked,
    EntrySaid,
    Reason,
    ShelfSaid,
    Stance,
    Tier,
    Verdict,
    missing,
    shelve,
)

DAY = date(2026, 11, 26)
ASKED = Asked(course="combined", day=DAY)
COUNTRYS = ShelfSaid(key="cv", tier=Tier.COUNTRY)


def said(tier: Tier = Tier.COUNTRY, stance: Stance = Stance.SHOW, **more: Any) -> EntrySaid:
    return EntrySaid(**{"shelf": "cv", "item": 1, "tier": tier, "stance": stance, **more})


def only(*entries: EntrySaid, asked: Asked = ASKED, shelf: ShelfSaid = COUNTRYS) -> Verdict:
    [found] = shelve([shelf], entries, asked)
    [verdict] = found.verdicts
    return verdict


def test_the_countrys_word_counts_where_nobody_nearer_has_said_anything() -> None:
    verdict = only(said())
    assert (verdict.shown, verdict.tier, verdict.reason) == (True, Tier.COUNTRY, Reason.SHOWN)


@pytest.mark.parametrize("above", [Tier.COUNTRY, Tier.CLUSTER])
def test_a_kommune_hides_what_those_above_show_and_shows_what_they_hide(above: Tier) -> None:
    hidden = only(said(above, Stance.FEATURE), said(Tier.KOMMUNE, Stance.HIDE))
    assert (hidden.shown, hidden.tier, hidden.reason) == (False, Tier.KOMMUNE, Reason.HIDDEN)
    shown = only(said(above, Stance.HIDE), said(Tier.KOMMUNE))
    assert (shown.shown, shown.tier) == (True, Tier.KOMMUNE)


def test_a_cluster_stands_between_the_country_and_a_kommune() -> None:
    words = [said(), said(Tier.CLUSTER, Stance.FEATURE)]
    assert only(*words).reason == Reason.FEATURED
    assert only(*words, said(Tier.KOMMUNE)).reason == Reason.SHOWN


def test_what_is_taken_down_is_off_every_shelf_of_the_kommune() -> None:
    down = said(Tier.KOMMUNE, Stance.HIDE, shelf=EVERYWHERE)
    shelves = [COUNTRYS, ShelfSaid(key="learning", tier=Tier.KOMMUNE)]
    entries = [said(), said(Tier.KOMMUNE, Stance.FEATURE, shelf="learning"), down]
    found = shelve(shelves, entries, ASKED)
    assert [[one.reason for one in shelf.verdicts] for shelf in found] == [
        [Reason.TAKEN_DOWN],
        [Reason.TAKEN_DOWN],
    ]


def test_a_kommune_may_show_what_the_country_took_down() -> None:
    down = said(Tier.COUNTRY, Stance.HIDE, shelf=EVERYWHERE)
    assert only(said(), down).reason == Reason.TAKEN_DOWN
    assert only(said(Tier.KOMMUNE), down).shown


@pytest.mark.parametrize(
    ("limits", "asked", "why"),
    [
        ({"courses": frozenset({"close_support"})}, ASKED, Reason.OTHER_COURSE),
        ({"courses": frozenset({"combined"})}, replace(ASKED, course=None), Reason.OTHER_COURSE),
        ({"first": date(2026, 11, 27)}, ASKED, Reason.NOT_YET),
        ({"last": date(2026, 11, 25)}, ASKED, Reason.OVER),
        ({"least_level": 3}, replace(ASKED, level=2), Reason.LEVEL),
        ({"first": DAY, "last": DAY, "least_level": 5}, ASKED, None),
        ({"courses": frozenset({"combined"})}, ASKED, None),
    ],
)
def test_a_word_holds_for_the_courses_days_and_levels_it_names(
    limits: dict[str, Any], asked: Asked, why: Reason | None
) -> None:
    entry = said(**limits)
    assert missing(entry, asked) == why
    verdict = only(entry, asked=asked)
    assert (verdict.shown, verdict.reason) == (why is None, why or Reason.SHOWN)


def test_outside_a_kommunes_limits_the_word_above_counts() -> None:
    hides = said(Tier.KOMMUNE, Stance.HIDE, courses=frozenset({"combined"}))
    assert not only(said(), hides).shown
    assert only(said(), hides, asked=replace(ASKED, course="self_driven")).tier == Tier.COUNTRY
    hides = said(Tier.KOMMUNE, Stance.HIDE, last=date(2026, 11, 25))
    assert only(said(), hides).shown


def test_a_shelf_is_as_the_nearest_has_it_and_hides_all_on_it() -> None:
    own = ShelfSaid(key="cv", tier=Tier.KOMMUNE, order=5, hidden=True)
    [found] = shelve([own, COUNTRYS], [said()], ASKED)
    assert (found.tier, found.order, found.shown) == (Tier.KOMMUNE, 5, ())
    assert found.verdicts[0].reason == Reason.SHELF_HIDDEN


def test_featured_comes_first_then_the_order_said_by_the_one_whose_word_counts() -> None:
    entries = [
        said(item=1, order=30),
        said(item=2, order=10),
        said(item=3, order=90, stance=Stance.FEATURE),
        said(item=1, order=5, tier=Tier.KOMMUNE),
        said(item=4, stance=Stance.HIDE, order=1),
    ]
    [found] = shelve([COUNTRYS], entries, ASKED)
    assert [one.item for one in found.verdicts] == [3, 1, 2, 4]
    assert [one.item for one in found.shown] == [3, 1, 2]


def test_what_is_said_on_a_shelf_that_nobody_has_is_left_out() -> None:
    [found] = shelve([COUNTRYS], [said(shelf="gone")], ASKED)
    assert found.verdicts == ()


days = st.none() | st.dates(date(2026, 11, 24), date(2026, 11, 28))
a_word = st.builds(
    EntrySaid,
    shelf=st.sampled_from(["cv", "talk", EVERYWHERE]),
    item=st.integers(1, 3),
    tier=st.sampled_from(Tier),
    stance=st.sampled_from(Stance),
    order=st.integers(1, 3),
    courses=st.frozensets(st.sampled_from(["combined", "self_driven"]), max_size=1),
    least_level=st.integers(1, 3),
    first=days,
    last=days,
)
a_shelf = st.builds(
    ShelfSaid,
    key=st.sampled_from(["cv", "talk"]),
    tier=st.sampled_from(Tier),
    order=st.integers(1, 3),
    hidden=st.booleans(),
)
an_asker = st.builds(
    Asked,
    course=st.sampled_from([None, "combined", "self_driven"]),
    day=st.dates(date(2026, 11, 24), date(2026, 11, 28)),
    level=st.integers(1, 3),
)
SHELVES = [COUNTRYS, ShelfSaid(key="talk", tier=Tier.COUNTRY)]


@given(st.lists(a_shelf, max_size=4), st.lists(a_word, max_size=8), an_asker, st.randoms())
@settings(max_examples=80, deadline=None)
def test_the_order_in_which_rows_come_changes_nothing(
    shelves: list[ShelfSaid], entries: list[EntrySaid], asked: Asked, chance: Any
) -> None:
    before = shelve(shelves, entries, asked)
    chance.shuffle(shelves)
    chance.shuffle(entries)
    assert shelve(shelves, entries, asked) == before


@given(st.lists(a_word, max_size=8), an_asker)
@settings(max_examples=80, deadline=None)
def test_a_kommune_that_hides_has_the_last_word(entries: list[EntrySaid], asked: Asked) -> None:
    hides = said(Tier.KOMMUNE, Stance.HIDE)
    [cv, _] = shelve(SHELVES, [*entries, hides], asked)
    assert 1 not in {one.item for one in cv.shown}


def test_a_word_taken_away_gives_back_the_one_above() -> None:
    words = [said(), said(Tier.CLUSTER, Stance.HIDE), said(Tier.KOMMUNE, Stance.FEATURE)]
    told = [only(*words[:many]).reason for many in (3, 2, 1)]
    assert told == [Reason.FEATURED, Reason.HIDDEN, Reason.SHOWN]


@given(st.lists(a_word, max_size=8), an_asker, st.sampled_from(Stance))
@settings(max_examples=80, deadline=None)
def test_a_word_on_one_item_moves_no_other(
    entries: list[EntrySaid], asked: Asked, stance: Stance
) -> None:
    own = said(Tier.KOMMUNE, stance, item=1)
    before, after = (shelve(SHELVES, some, asked) for some in (entries, [*entries, own]))
    others = [
        [[one for one in shelf.verdicts if one.item != 1] for shelf in shelves]
        for shelves in (before, after)
    ]
    assert others[0] == others[1]


@given(st.lists(a_word, max_size=8), an_asker)
@settings(max_examples=80, deadline=None)
def test_what_does_not_hold_changes_nothing_that_is_shown(
    entries: list[EntrySaid], asked: Asked
) -> None:
    holding = [one for one in entries if missing(one, asked) is None]
    with_all = [list(shelf.shown) for shelf in shelve(SHELVES, entries, asked)]
    with_few = [list(shelf.shown) for shelf in shelve(SHELVES, holding, asked)]
    numbers = [[(one.item, one.tier, one.reason) for one in shelf] for shelf in with_all]
    assert sorted(map(sorted, numbers)) == sorted(
        sorted((one.item, one.tier, one.reason) for one in shelf) for shelf in with_few
    )
