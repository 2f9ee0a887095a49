# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a month costs, to the øre."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from jobunivers.science.pricing import (
    Act,
    Band,
    Counting,
    Flat,
    Kind,
    Ladder,
    Measure,
    PerAct,
    Period,
    Span,
    Step,
    Terms,
    as_json,
    priced,
    rounded,
    shared,
    split,
    terms_of,
    total,
    vat,
    within_budget,
)
from jobunivers.science.pricing.said import BadTerms

AMOUNTS = some.decimals(-1_000_000, 1_000_000, places=2)
PRICES = some.decimals(0, 10_000, places=4)
WEIGHTS = some.lists(some.decimals(0, 1_000_000, places=3), min_size=1, max_size=12)
DAYS = some.dates(date(2024, 1, 1), date(2027, 12, 31))
YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
JUNE = date(2026, 6, 1)
few = settings(max_examples=60)


def kr(text: str | int) -> Decimal:
    return Decimal(text)


@few
@given(AMOUNTS, WEIGHTS)
def test_shares_add_up_to_the_ore_and_none_is_an_ore_from_its_own(
    amount: Decimal, weights: list[Decimal]
) -> None:
    whole = sum(weights)
    if not whole:
        with pytest.raises(ValueError, match="Decimal"):
            shared(amount, weights)
        return
    parts = shared(amount, weights)
    assert sum(parts) == amount
    for got, weight in zip(parts, weights, strict=True):
        assert abs(got - amount * weight / whole) <= Decimal("0.01")
    assert shared(-amount, weights) == [-one for one in parts]


@few
@given(AMOUNTS, DAYS, some.integers(0, 500), some.sampled_from(Period))
def test_the_months_of_a_flat_price_add_up_to_its_days(
    amount: Decimal, first: date, length: int, period: Period
) -> None:
    amount = abs(amount)
    last = first + timedelta(days=length)
    months = {(first + timedelta(days=day)).replace(day=1) for day in range(length + 1)}
    lines = [
        line
        for month in sorted(months)
        for line in priced(Terms(flat=Flat(amount, period)), Span(first, last), month, Measure())
    ]
    year = Span(date(first.year, 1, 1), date(first.year, 12, 31))
    assert all(line.days for line in lines)
    if (first, last) == (year.first, year.last):
        assert total(lines) == amount * {"month": 12, "quarter": 4, "year": 1}[period.value]
    whole = [priced(Terms(flat=Flat(amount, period)), year, date(first.year, m, 1), Measure())
             for m in range(1, 13)]  # fmt: skip
    periods = {Period.MONTH: 12, Period.QUARTER: 4, Period.YEAR: 1}[period]
    assert sum(total(month) for month in whole) == amount * periods


@few
@given(PRICES, some.integers(0, 10_000_000))
def test_a_line_is_rounded_once_and_never_each_act(price: Decimal, many: int) -> None:
    terms = Terms(acts=(PerAct(Act.STARTED, price),))
    lines = priced(terms, YEAR, JUNE, Measure(acts={(Act.STARTED, Counting.EACH): many}))
    assert abs(total(lines) - price * many) <= Decimal("0.005")
    assert total(lines) == rounded(price * many)


@few
@given(some.lists(some.integers(1, 500), max_size=5, unique=True), some.data())
def test_marginal_bands_charge_every_citizen_once_and_never_fall(
    tops: list[int], data: some.DataObject
) -> None:
    tops.sort()
    bands = tuple(Band(top, data.draw(PRICES)) for top in [*tops, None])
    terms = Terms(bands=bands)
    active = data.draw(some.integers(0, 2_000))
    lines = priced(terms, YEAR, JUNE, Measure(active=active))
    assert sum(line.quantity for line in lines) == active
    more = priced(terms, YEAR, JUNE, Measure(active=active + 1))
    assert total(more) >= total(lines)


@few
@given(
    some.lists(AMOUNTS, min_size=1, max_size=12),
    some.decimals(0, 1_000_000, places=2) | some.none(),
)
def test_what_is_billed_is_never_above_the_budget_and_nothing_is_lost(
    months: list[Decimal], budget: Decimal | None
) -> None:
    owed = billed = Decimal(0)
    for month in months:
        owed += month
        billed += within_budget(budget, owed, billed)
        assert billed == (owed if budget is None else min(owed, budget))


def test_half_a_ore_a_click_is_rounded_on_the_line_alone() -> None:
    terms = Terms(acts=(PerAct(Act.SHOWN, kr("0.005")),))
    for many, costs in ((1, "0.01"), (3, "0.02"), (200, "1.00"), (10_000_001, "50000.01")):
        counted = Measure(acts={(Act.SHOWN, Counting.EACH): many})
        assert total(priced(terms, YEAR, JUNE, counted)) == kr(costs)


def test_an_agreement_that_ends_mid_month_costs_its_days() -> None:
    span = Span(date(2026, 1, 1), date(2026, 6, 10))
    terms = Terms(flat=Flat(kr(3000)), minimum=kr(6000))
    lines = priced(terms, span, JUNE, Measure())
    assert [(line.kind, line.amount, line.days) for line in lines] == [
        (Kind.FLAT, kr("1000.00"), 10),
        (Kind.MINIMUM, kr("1000.00"), 0),
    ]
    assert priced(terms, span, date(2026, 7, 1), Measure()) == []


def test_a_cap_takes_off_what_is_above_it_and_a_minimum_is_filled_up() -> None:
    counted = Measure(acts={(Act.STARTED, Counting.EACH): 100})
    terms = Terms(acts=(PerAct(Act.STARTED, kr(10)),), cap=kr(600))
    lines = priced(terms, YEAR, JUNE, counted)
    assert (lines[-1].kind, lines[-1].amount, lines[-1].quantity) == (Kind.CAP, kr(-400), kr(-1))
    assert total(lines) == 600


def test_effect_counts_by_its_lower_bound_and_says_nothing_while_unknown() -> None:
    ladder = Ladder((Step(kr("0.00"), kr(0)), Step(kr("0.02"), kr(10))), below=kr(-20))
    terms = Terms(flat=Flat(kr(1000)), effect=ladder)
    for low, costs in ((None, 1000), (kr("0.01"), 1000), (kr("0.02"), 1100), (kr("-0.01"), 800)):
        assert total(priced(terms, YEAR, JUNE, Measure(effect_low=low))) == costs


def test_ratings_move_nothing_before_there_are_ten() -> None:
    terms = Terms(flat=Flat(kr(1000)), feedback=Ladder((Step(kr(4), kr(5)),), below=kr(-5)))
    assert total(priced(terms, YEAR, JUNE, Measure(ratings=9, stars=45))) == 1000
    assert total(priced(terms, YEAR, JUNE, Measure(ratings=10, stars=40))) == 1050
    assert total(priced(terms, YEAR, JUNE, Measure(ratings=10, stars=39))) == 950


def test_each_line_shared_by_kommuner_adds_up() -> None:
    lines = priced(Terms(flat=Flat(kr("100.01")), minimum=kr("200.03")), YEAR, JUNE, Measure())
    parts = split(lines, [kr(1), kr(1), kr(1)])
    assert [sum(row) for row in zip(*([one.amount for one in p] for p in parts), strict=True)] == [
        one.amount for one in lines
    ]
    assert split(lines, [kr(1)]) == [lines]


def test_vat_is_counted_once_of_the_sum() -> None:
    assert vat(kr("0.02")) == kr("0.01")
    assert vat(kr("-0.02")) == kr("-0.01")


def test_terms_are_read_as_they_were_written() -> None:
    terms = Terms(
        flat=Flat(kr("12.3450"), Period.YEAR),
        bands=(Band(10, kr(5)), Band(None, kr("0.0001"))),
        acts=(PerAct(Act.COMPLETED, kr(80), Counting.ONCE),),
        effect=Ladder((Step(kr(0), kr(5)),), kr(-5)),
        cap=kr(900),
        budget=kr(10_000),
    )
    assert terms_of(as_json(terms)) == terms


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"acts": [{"act": "started", "price": "0.00005", "counting": "each"}]}, "price"),
        ({"acts": [{"act": "started", "price": "-1", "counting": "each"}]}, "price"),
        ({"acts": [{"act": "started", "price": "NaN", "counting": "each"}]}, "number"),
        ({"acts": [{"act": "stolen", "price": "1", "counting": "each"}]}, "choice"),
        ({"bands": [{"up_to": 5, "price": "1"}]}, "last_band_is_open"),
        ({"bands": [{"up_to": 5, "price": "1"}, {"up_to": 5, "price": "1"},
                    {"up_to": None, "price": "1"}]}, "bands_rise"),
        ({"flat": {"amount": "5", "period": "day"}}, "choice"),
        ({"flat": None}, "nothing_is_paid"),
        ({"cap": "5", "minimum": "6"}, "above_cap"),
        ({"effect": {"steps": [], "below": "0"}}, "twice"),
        ({"feedback": {"steps": [{"least": "1", "percent": "101"}], "below": "0"}}, "percent"),
        ({"guard": {"most_a_minute": "0"}}, "number"),
        ({"cap": "1e400"}, "number"),
    ],
)  # fmt: skip
def test_terms_that_cannot_be_counted_by_say_why(change: dict[str, object], code: str) -> None:
    said = as_json(Terms(flat=Flat(kr(5)))) | change
    with pytest.raises(BadTerms) as told:
        terms_of(said)
    assert told.value.code == code
