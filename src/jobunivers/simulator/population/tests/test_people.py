# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import random
from collections import Counter
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.simulator import words
from jobunivers.simulator.people import Citizen, citizens
from jobunivers.simulator.population import careers, names
from jobunivers.simulator.population.cpr import (
    can_belong_to_somebody,
    invented_cpr,
    passes_modulus,
)
from jobunivers.simulator.population.papers import papers
from jobunivers.simulator.world import Weighted, all_places

TODAY = date(2026, 11, 23)


def people(seed: int, count: int) -> list[Citizen]:
    return list(citizens(random.Random(seed), count, today=TODAY))


@settings(max_examples=300, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2036, 12, 31)), st.booleans(), st.integers(0, 2**32))
def test_no_cpr_number_can_belong_to_anybody(born_on: date, woman: bool, seed: int) -> None:
    cpr = invented_cpr(random.Random(seed), born_on, woman=woman)

    assert len(cpr) == 11
    assert cpr[6] == "-"
    assert not can_belong_to_somebody(cpr)
    assert not passes_modulus(cpr.replace("-", ""))
    assert int(cpr[-1]) % 2 == (not woman)


def test_the_check_knows_the_numbers_that_people_have() -> None:
    assert can_belong_to_somebody("010190-1234")
    assert can_belong_to_somebody("610190-1234")  # a replacement number
    assert passes_modulus("0707614285")  # the worked example of the CPR office's description


def test_papers_lead_nowhere_and_towns_are_real() -> None:
    there = {(place.postal_code, place.city) for place in all_places()}
    rng = random.Random(3)
    for one in people(3, 1_000):
        mine = papers(rng, one.name, one.place, born_on=one.born_on, woman=one.sex == "woman")
        digits = mine.phone.replace(" ", "")
        assert len(digits) == 8
        assert digits[0] == "0"
        assert digits[1] != "0"
        assert mine.email.endswith(".example")
        assert mine.email.isascii()
        assert (mine.postal_code, mine.city) in there
        assert not can_belong_to_somebody(mine.cpr)


def test_nobody_works_in_two_places_or_while_out_of_work_or_before_the_trade_was_learnt() -> None:
    for one in people(4, 1_500):
        times = [(job.started_on, job.ended_on or TODAY) for job in one.jobs]
        times += [(gap.began_on, gap.ended_on) for gap in one.earlier]
        for (began, ended), (following, _) in pairwise(sorted(times)):
            assert began < ended
            assert ended <= following
        if times:
            assert max(ended for _, ended in times) <= one.unemployed_since
        trained = {o.slug for o in words.occupations() if o.education}
        for job in one.jobs:
            if job.occupation in trained:
                assert job.started_on.year >= one.education.ended_year


def test_nobody_has_ended_an_education_too_young_or_in_the_future() -> None:
    for one in people(5, 1_500):
        age = one.education.ended_year - one.born_on.year
        assert age >= careers.GRADUATES[one.education.level]
        assert one.education.ended_year < TODAY.year


def test_times_out_of_work_that_are_given_hold_no_job() -> None:
    trade = [one for one in words.occupations() if one.slug == "tjener"]
    out = (
        careers.Out(date(2025, 3, 1), date(2025, 9, 1)),
        careers.Out(date(2024, 1, 1), date(2024, 2, 1)),
    )
    for seed in range(200):
        jobs, gaps = careers.history(
            random.Random(seed), trade[0], words_weighted(trade), born=1980, graduated=2004,
            until=date(2026, 1, 1), out=out,
        )  # fmt: skip
        assert gaps == out
        for job in jobs:
            assert job.ended_on is not None
            for gap in out:
                assert job.ended_on <= gap.began_on or job.started_on >= gap.ended_on


def words_weighted(trade: list[words.Occupation]) -> Weighted[words.Occupation]:
    return Weighted(trade, [one.weight for one in trade])


def test_names_follow_the_generations() -> None:
    rng = random.Random(6)
    old = Counter(names.draw(rng, 1955).first for _ in range(3_000))
    young = Counter(names.draw(rng, 2003).first for _ in range(3_000))

    assert old["Kirsten"] > 10 * young["Kirsten"]
    assert young["Freja"] > 10 * old["Freja"]


def test_full_names_are_seldom_shared() -> None:
    counted = Counter(one.name for one in people(7, 2_500))

    assert len(counted) > 2_250
    assert 0.02 < sum(n for name, n in counted.items() if name.endswith(" Nielsen")) / 2_500 < 0.06
