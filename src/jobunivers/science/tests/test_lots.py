# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Not all may have it: who does, and how likely each was."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.lots import How, apart, draw

FITS = st.lists(st.integers(0, 5), max_size=30)


@settings(max_examples=60, deadline=None)
@given(FITS, st.sampled_from(["all", "best", "lot"]), st.integers(0, 40), st.integers(0, 50))
def test_the_chances_add_up_to_those_who_get_it(
    fits: list[int], how: How, number: int, share: int
) -> None:
    drawn = draw(np.array(fits, dtype=np.int64), how=how, number=number, held_out=share, seed=7)

    assert np.isclose(drawn.chance.sum(), drawn.chosen.sum())
    assert not (drawn.chosen & drawn.held_out).any()
    assert (drawn.chance[drawn.chosen] > 0).all()
    both = int(drawn.chosen.sum() + drawn.held_out.sum())
    assert both == (len(fits) if how == "all" else min(number, len(fits)))


@settings(max_examples=40, deadline=None)
@given(FITS, st.integers(0, 30), st.integers(0, 2**31))
def test_nobody_who_fits_better_is_passed_over(fits: list[int], number: int, seed: int) -> None:
    worth = np.array(fits, dtype=np.int64)
    drawn = draw(worth, how="best", number=number, held_out=0, seed=seed)

    if drawn.chosen.any() and not drawn.chosen.all():
        assert worth[drawn.chosen].min() >= worth[~drawn.chosen].max()


def test_the_same_seed_gives_the_same_lots_and_another_gives_others() -> None:
    fits = np.zeros(100, dtype=np.int64)
    first, again, other = (
        draw(fits, how="lot", number=50, held_out=20, seed=seed) for seed in (1, 1, 2)
    )
    assert (first.chosen == again.chosen).all()
    assert (first.chosen != other.chosen).any()
    assert first.held_out.sum() == 10


def test_the_told_chance_is_how_often_lots_fall_so() -> None:
    fits = np.array([9, 5, 5, 5, 1], dtype=np.int64)
    times = 400
    got = sum(
        draw(fits, how="best", number=3, held_out=0, seed=seed).chosen.astype(int)
        for seed in range(times)
    )
    told = draw(fits, how="best", number=3, held_out=0, seed=0).chance
    assert np.abs(np.asarray(got) / times - told).max() < 0.1


@pytest.mark.parametrize(("number", "share"), [(None, 0), (-1, 0), (3, 51), (3, -1)])
def test_what_cannot_be_drawn_is_refused(number: int | None, share: int) -> None:
    with pytest.raises(ValueError, match=r"must be said|can be held out"):
        draw(np.zeros(3, dtype=np.int64), how="lot", number=number, held_out=share, seed=0)


def test_each_is_held_out_by_her_own_lot_and_the_same_seed_draws_the_same() -> None:
    out = apart(10_000, held_out=20, seed=3)
    assert 1_850 < int(out.sum()) < 2_150
    assert out.tolist() == apart(10_000, held_out=20, seed=3).tolist()
    assert not apart(50, held_out=0, seed=3).any()
    # One alone can be held out too, which a share of whole people never does.
    assert any(apart(1, held_out=50, seed=seed)[0] for seed in range(20))
    with pytest.raises(ValueError, match="50 per cent"):
        apart(10, held_out=51, seed=1)
