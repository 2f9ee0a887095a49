# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What terms would have cost: counted before anybody looks, priced when somebody does."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.agreements import actions, tasks
from jobunivers.rooms.agreements.actions import PartyEntry, trying
from jobunivers.rooms.agreements.models import Agreement, Sharing, Trial
from jobunivers.rooms.agreements.queries import measures
from jobunivers.rooms.agreements.queries.changes import change_page
from jobunivers.rooms.agreements.queries.measures import Counted
from jobunivers.rooms.agreements.queries.pages import agreement_page
from jobunivers.rooms.agreements.queries.trials import effect_part, key_of
from jobunivers.rooms.agreements.tests.making import (
    AT,
    OCTOBER,
    PER_START,
    make_acts,
    make_agreement,
    make_change,
)
from jobunivers.science.pricing import (
    Act,
    Counting,
    Flat,
    Ladder,
    Measure,
    PerAct,
    Step,
    Terms,
)

pytestmark = pytest.mark.django_db
LADDER = Ladder((Step(Decimal(0), Decimal(0)), Step(Decimal("0.02"), Decimal(10))), Decimal(-20))


@pytest.fixture
def here(aarhus: Municipality) -> Iterator[Municipality]:
    with working_for(aarhus.pk):
        yield aarhus


def draft(**more: Any) -> Agreement:
    made = make_agreement(signed=False, **more)
    make_acts(made, [11, 12])
    return made


@pytest.mark.usefixtures("here")
def test_a_page_says_which_months_are_not_counted_and_counts_none_itself() -> None:
    agreement = draft()
    page = agreement_page(agreement, AT)
    assert list(page.waiting) == [date(2026, 8, 1), date(2026, 9, 1), OCTOBER]
    assert page.simulated == []
    assert actions.try_out(agreement=agreement, at=AT) == 3
    page = agreement_page(agreement, AT)
    assert list(page.waiting) == []
    assert [(one.month, one.net) for one in page.simulated][:1] == [(OCTOBER, "25,00 kr.")]


@pytest.mark.usefixtures("here")
def test_a_page_about_a_draft_asks_for_no_act() -> None:
    agreement = draft()
    actions.try_out(agreement=agreement, at=AT)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        agreement_page(agreement, AT)
    assert not [one for one in asked.captured_queries if "useact" in one["sql"]]


@pytest.mark.usefixtures("here")
def test_another_price_is_put_on_what_is_counted_and_another_way_of_counting_is_counted() -> None:
    agreement = draft()
    actions.try_out(agreement=agreement, at=AT)
    assert actions.try_out(agreement=agreement, at=AT) == 0
    dearer = Terms(acts=(PerAct(Act.STARTED, Decimal(20)),))
    once = Terms(acts=(PerAct(Act.STARTED, Decimal(20), Counting.ONCE),))
    assert key_of([1], PER_START) == key_of([1], dearer)
    others = {
        key_of([2], PER_START),
        key_of([1], once),
        key_of([1], replace(dearer, effect=LADDER)),
    }
    assert key_of([1], PER_START) not in others
    assert len(others) == 3


@pytest.mark.usefixtures("here")
def test_few_acts_are_counted_at_once_and_many_are_left_to_the_worker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    agreement = draft()
    monkeypatch.setattr(trying, "_FEW", 2)
    actions.try_if_few(agreement=agreement, at=AT)
    assert not Trial.objects.exists()
    monkeypatch.setattr(trying, "_FEW", 3)
    actions.try_if_few(agreement=agreement, at=AT)
    assert Trial.objects.filter(agreement_id=agreement.pk).count() == 3


@pytest.mark.usefixtures("here")
def test_months_that_are_no_longer_shown_go_and_the_new_one_comes() -> None:
    agreement = draft()
    actions.try_out(agreement=agreement, at=AT)
    later = AT.replace(month=12)
    assert actions.try_all(at=later) == 1
    months = Trial.objects.order_by("month").values_list("month", flat=True)
    assert list(months) == [date(2026, 9, 1), OCTOBER, date(2026, 11, 1)]


def test_the_worker_counts_for_each_kommune_of_an_agreement_its_own(
    aarhus: Municipality, odense: Municipality
) -> None:
    both = [PartyEntry(kommune_id=aarhus.pk), PartyEntry(kommune_id=odense.pk)]
    with working_for(aarhus.pk):
        agreement = draft(sharing=Sharing.USE, parties=both)
    with working_for(odense.pk):
        make_acts(agreement, [21])
    for _twice in range(2):
        tasks.try_out(municipality_id=aarhus.pk, event_data={"agreement_id": agreement.pk})
    for kommune, starts in ((aarhus, 2), (odense, 1)):
        with working_for(kommune.pk):
            counted = Trial.objects.filter(agreement_id=agreement.pk)
            sums = [sum(one.told["acts"].values()) for one in counted]
            assert (len(sums), sum(sums)) == (3, starts)


@pytest.mark.usefixtures("here")
def test_a_change_is_compared_on_the_kommunes_own_months() -> None:
    agreement = make_agreement()
    make_acts(agreement, [11, 12, 11])
    once = Terms(acts=(PerAct(Act.STARTED, Decimal(30), Counting.MONTHLY),), cap=Decimal(50))
    change = make_change(agreement, by=1, terms=once)
    assert change_page(agreement, change, reader_id=1, at=AT).compared.whole is None
    assert actions.try_out(agreement=agreement, at=AT) == 6
    page = change_page(agreement, change, reader_id=1, at=AT)
    assert page.compared.whole is not None
    whole = page.compared.whole
    assert (whole.now, whole.then, whole.difference) == ("37,50 kr.", "50,00 kr.", "+12,50 kr.")
    assert len(page.compared.months) == 3


@pytest.mark.usefixtures("here")
def test_the_effect_moves_nothing_until_it_is_measured_and_an_assumed_one_is_told_as_such() -> None:
    agreement = draft(terms=Terms(flat=Flat(Decimal(1000)), effect=LADDER))
    actions.try_out(agreement=agreement, at=AT)
    page = agreement_page(agreement, AT)
    assert page.effect is not None
    assert (page.effect.measured, page.effect.months) == (False, [])
    assert [one.net for one in page.simulated] == ["1.000,00 kr."] * 3
    told = [(one.reached, one.percent, one.amount) for one in page.effect.steps]
    assert told == [
        ("Effekt under 0", "-20", "\N{MINUS SIGN}600,00 kr."),
        ("Effekt på 0 eller mere", "0", "0,00 kr."),
        ("Effekt på 0,02 eller mere", "10", "300,00 kr."),
    ]
    assumed = agreement_page(agreement, AT, Decimal("0.03")).effect
    assert assumed is not None
    assert assumed.assumed == "0,03"
    assert [one.net for one in assumed.months] == ["1.100,00 kr."] * 3


def test_a_step_tells_what_is_left_of_it_after_the_cap() -> None:
    terms = Terms(flat=Flat(Decimal(1000)), effect=LADDER, cap=Decimal(1050))
    part = effect_part(terms, {OCTOBER: Counted(measure=Measure())}, None)
    assert part is not None
    assert part.steps[-1].amount == "50,00 kr."
    assert effect_part(PER_START, {}, None) is None


@pytest.mark.usefixtures("here")
def test_a_signed_agreement_tells_of_the_effect_from_what_was_settled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    agreement = make_agreement(terms=Terms(flat=Flat(Decimal(1000)), effect=LADDER))
    actions.settle(agreement=agreement, month=OCTOBER, at=AT)
    monkeypatch.setattr(measures, "_effects", [lambda _offers, _first, _last: Decimal("0.05")])
    page = agreement_page(agreement, AT)
    assert page.effect is not None
    assert (page.effect.measured, page.effect.counted) == (True, 1)
    assert page.effect.steps[-1].amount == "100,00 kr."
