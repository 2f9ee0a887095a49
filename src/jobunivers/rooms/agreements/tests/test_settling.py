# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a month came to: counted, shared, put right, approved by two and booked."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Sum

from jobunivers.foundation.tenancy import actions as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.agreements import actions, queries
from jobunivers.rooms.agreements.actions import PartyEntry
from jobunivers.rooms.agreements.models import (
    Agreement,
    LedgerEntry,
    MonthCount,
    Settlement,
    SettlementLine,
    Sharing,
)
from jobunivers.rooms.agreements.tests.making import (
    AT,
    NOVEMBER,
    OCTOBER,
    SOMEBODY,
    make_acts,
    make_agreement,
)
from jobunivers.rooms.launching.models import HandOver
from jobunivers.rooms.marketplace.queries import acts_of
from jobunivers.science.pricing import Act, Band, Flat, PerAct, Terms

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(aarhus: Municipality) -> Iterator[Municipality]:
    with working_for(aarhus.pk):
        yield aarhus


def settled(agreement: Agreement, month: date = OCTOBER) -> Settlement:
    made = actions.settle(agreement=agreement, month=month, at=AT)
    assert made is not None
    return made


def lines(settlement: Settlement) -> list[tuple[str, bool, str]]:
    rows = SettlementLine.objects.filter(settlement_id=settlement.pk).order_by("place")
    return [(one.kind, one.correction, str(one.amount)) for one in rows]


@pytest.mark.usefixtures("here")
def test_a_month_is_settled_once_and_every_amount_leads_to_its_acts() -> None:
    agreement = make_agreement()
    make_acts(agreement, [11, 12, 13])
    made = settled(agreement)
    assert (str(made.net), str(made.vat), str(made.gross)) == ("37.50", "9.38", "46.88")
    [line] = SettlementLine.objects.filter(settlement_id=made.pk)
    assert (line.acts, len(line.digest), line.acts_first < line.acts_last) == (3, 64, True)
    assert settled(agreement).pk == made.pk
    assert Settlement.objects.count() == 1


@pytest.mark.usefixtures("here")
def test_what_is_no_ones_use_is_left_out_with_its_reason(omar: Person) -> None:
    agreement = make_agreement(last_on=date(2026, 10, 15))
    make_acts(agreement, [11, 11], apart=timedelta(minutes=5))
    make_acts(agreement, [omar.pk], plus=0)
    make_acts(agreement, [12], on=date(2026, 10, 16))
    make_acts(agreement, [13], on=date(2026, 10, 10))
    make_acts(agreement, [14] * 25, apart=timedelta(seconds=1))
    HandOver.objects.create(
        citizen_id=13 + SOMEBODY, offer_id=agreement.offers[0], data=["name"], terms="x",
        given_at=AT - timedelta(days=90), withdrawn_at=AT - timedelta(days=60),
    )  # fmt: skip
    made = settled(agreement)
    told = MonthCount.objects.get(agreement_id=agreement.pk).told
    assert told["left"] == {"OUTSIDE": 1, "WITHDRAWN": 1, "OWN": 1, "ROBOT": 25, "REPEAT": 1}
    assert str(made.net) == "12.50"


@pytest.mark.usefixtures("here")
def test_what_comes_late_is_a_line_of_its_own_in_the_next_month_and_less_is_a_credit() -> None:
    agreement = make_agreement()
    make_acts(agreement, [11, 12])
    assert str(settled(agreement).net) == "25.00"
    make_acts(agreement, [13])
    make_acts(agreement, [14], on=NOVEMBER)
    november = settled(agreement, NOVEMBER)
    assert lines(november) == [("acts", False, "12.50"), ("acts", True, "12.50")]
    for citizen in (11, 12, 13, 14):
        HandOver.objects.create(
            citizen_id=citizen + SOMEBODY, offer_id=agreement.offers[0], data=["name"], terms="x",
            given_at=AT - timedelta(days=90), withdrawn_at=AT - timedelta(days=60),
        )  # fmt: skip
    december = settled(agreement, date(2026, 12, 1))
    assert lines(december) == [("acts", True, "-37.50"), ("acts", True, "-12.50")]
    assert (str(december.net), str(december.gross)) == ("-50.00", "-62.50")


@pytest.mark.usefixtures("here")
def test_the_last_month_of_an_agreement_is_put_right_as_long_as_any_other() -> None:
    agreement = make_agreement(last_on=date(2026, 10, 15))
    make_acts(agreement, [1, 2])
    assert settled(agreement).net == Decimal("25.00")
    make_acts(agreement, [3])
    make_acts(agreement, [4], on=date(2026, 10, 16))  # after the last day
    assert actions.settle_due(at=datetime(2026, 11, 30, 8, tzinfo=UTC)) == 0
    for _night in range(2):
        actions.settle_due(at=datetime(2026, 12, 2, 8, tzinfo=UTC))
    assert lines(Settlement.objects.get(month=NOVEMBER)) == [("acts", True, "12.50")]
    # Where nothing came late there is nothing to check or to pay.
    assert actions.settle_due(at=datetime(2027, 1, 2, 8, tzinfo=UTC)) == 0
    make_acts(agreement, [5])
    assert actions.settle_due(at=datetime(2027, 2, 2, 8, tzinfo=UTC)) == 1
    make_acts(agreement, [6])
    assert actions.settle_due(at=datetime(2027, 4, 2, 8, tzinfo=UTC)) == 0
    assert [one.net for one in Settlement.objects.order_by("month")] == [
        Decimal("25.00"), Decimal("12.50"), Decimal("12.50"),
    ]  # fmt: skip


def test_kommuner_of_an_agreement_that_has_ended_share_what_is_put_right(
    aarhus: Municipality, odense: Municipality
) -> None:
    with working_for(aarhus.pk):
        agreement = make_agreement(
            last_on=date(2026, 10, 31),
            sharing=Sharing.FIXED,
            parties=[PartyEntry(kommune_id=aarhus.pk), PartyEntry(kommune_id=odense.pk)],
        )
        make_acts(agreement, [1])
    for one in (aarhus, odense, aarhus):
        with working_for(one.pk):
            actions.settle_due(at=AT)
    with working_for(odense.pk):
        make_acts(agreement, [2])
    for one in (aarhus, odense, aarhus):
        with working_for(one.pk):
            actions.settle_due(at=datetime(2026, 12, 2, 8, tzinfo=UTC))
    nets = []
    for one in (aarhus, odense):
        with working_for(one.pk):
            nets += [row.net for row in Settlement.objects.filter(month=NOVEMBER)]
    assert nets == [Decimal("6.25"), Decimal("6.25")]


def test_bands_minimum_cap_budget_and_three_kommuner_come_out_to_the_ore(
    aarhus: Municipality, odense: Municipality
) -> None:
    silkeborg = tenancy.open_municipality(code="0740", name="Silkeborg", slug="silkeborg", at=AT)
    all_three = (odense, silkeborg, aarhus)  # in the order of their codes
    terms = Terms(
        bands=(Band(2, Decimal(45)), Band(None, Decimal("25.01"))),
        acts=(PerAct(Act.SHOWN, Decimal("0.005")),),
        minimum=Decimal(100), cap=Decimal(160), budget=Decimal(350),
    )  # fmt: skip
    with working_for(aarhus.pk):
        agreement = make_agreement(
            terms=terms,
            last_on=date(2026, 12, 15),
            sharing=Sharing.FIXED,
            parties=[PartyEntry(kommune_id=one.pk) for one in all_three],
        )
        make_acts(agreement, [1, 2])
        make_acts(agreement, [1, 2], act="shown")
    with working_for(odense.pk):
        make_acts(agreement, [3])
        make_acts(agreement, [3], act="shown")

    def nets(month: date, at: datetime) -> list[str]:
        for one in (*all_three, *all_three):
            with working_for(one.pk):
                actions.settle_due(at=at)
        found = []
        for one in all_three:
            with working_for(one.pk):
                row = Settlement.objects.get(month=month)
                assert row.vat == (row.net / 4).quantize(Decimal("0.01"), ROUND_HALF_UP)
                found.append(str(row.net))
        return found

    # 2 × 45 + 25.01 + 3 × 0.005 (0.02), each line shared in whole øre.
    assert nets(OCTOBER, AT) == ["38.35", "38.35", "38.33"]
    with working_for(aarhus.pk):
        make_acts(agreement, [4])
        make_acts(agreement, list(range(10, 20)), on=NOVEMBER)
    # Capped at 160, and 25.01 of October that came late.
    november = nets(NOVEMBER, datetime(2026, 12, 2, 8, tzinfo=UTC))
    assert sum(map(Decimal, november)) == Decimal("185.01")
    with working_for(odense.pk):
        make_acts(agreement, list(range(20, 25)), on=date(2026, 12, 1))
    # 15 of 31 days of the cap are 77.42; of the budget there are 350 - 115.03 - 185.01 left.
    december = nets(date(2026, 12, 1), datetime(2027, 1, 2, 8, tzinfo=UTC))
    assert sum(map(Decimal, december)) == Decimal("49.96")
    with working_for(aarhus.pk):
        own = Settlement.objects.get(month=date(2026, 12, 1))
        kept = SettlementLine.objects.filter(settlement_id=own.pk).order_by("place")
        assert [(one.kind, str(one.whole)) for one in kept] == [
            ("citizens", "90.00"), ("citizens", "75.03"), ("cap", "-87.61"), ("budget", "-27.46"),
        ]  # fmt: skip


@pytest.mark.usefixtures("here")
def test_a_budget_that_is_used_up_mid_month_pays_what_is_left_and_no_more() -> None:
    terms = Terms(acts=(PerAct(Act.STARTED, Decimal(10)),), budget=Decimal(25))
    agreement = make_agreement(terms=terms)
    make_acts(agreement, [11, 12, 13])
    assert lines(settled(agreement)) == [("acts", False, "30.00"), ("budget", False, "-5.00")]
    make_acts(agreement, [14], on=NOVEMBER)
    november = settled(agreement, NOVEMBER)
    assert (str(november.net), lines(november)[-1]) == ("0.00", ("budget", False, "-10.00"))


@pytest.mark.usefixtures("here")
def test_half_a_ore_a_click_is_paid_by_the_month() -> None:
    terms = Terms(acts=(PerAct(Act.SHOWN, Decimal("0.005")),))
    agreement = make_agreement(terms=terms)
    make_acts(agreement, [11, 12, 13], act="shown")
    assert str(settled(agreement).net) == "0.02"


@pytest.mark.usefixtures("here")
def test_months_are_settled_in_their_order() -> None:
    agreement = make_agreement()
    with pytest.raises(actions.WrongStep):
        actions.settle(agreement=agreement, month=NOVEMBER, at=AT)
    with pytest.raises(actions.WrongStep):
        actions.settle(agreement=make_agreement(signed=False), month=OCTOBER, at=AT)


def test_kommuner_share_and_each_sees_its_own(aarhus: Municipality, odense: Municipality) -> None:
    with working_for(aarhus.pk):
        agreement = make_agreement(
            terms=Terms(flat=Flat(Decimal("100.01"))),
            sharing=Sharing.FIXED,
            parties=[PartyEntry(kommune_id=aarhus.pk, weight=Decimal(2)),
                     PartyEntry(kommune_id=odense.pk, weight=Decimal(1))],
        )  # fmt: skip
        with pytest.raises(actions.NotCounted) as told:
            actions.settle(agreement=agreement, month=OCTOBER, at=AT)
        assert told.value.codes == ["0461"]
    with working_for(odense.pk):
        theirs = settled(agreement)
        assert (str(theirs.net), Settlement.objects.count()) == ("33.34", 1)
    with working_for(aarhus.pk):
        ours = settled(agreement)
        assert (str(ours.net), Settlement.objects.count()) == ("66.67", 1)


def test_by_use_each_pays_what_its_citizens_used_and_who_leaves_pays_no_more(
    aarhus: Municipality, odense: Municipality
) -> None:
    both = [PartyEntry(kommune_id=aarhus.pk), PartyEntry(kommune_id=odense.pk)]
    with working_for(aarhus.pk):
        agreement = make_agreement(sharing=Sharing.USE, parties=both)
        make_acts(agreement, [11, 12, 13])
        actions.count_month(agreement=agreement, month=OCTOBER, at=AT)
        actions.leave(
            agreement=agreement, kommune_id=odense.pk, last_on=date(2026, 10, 31), at=AT,
            actor_id=None,
        )  # fmt: skip
        with pytest.raises(actions.NotPossible):
            actions.leave(
                agreement=agreement, kommune_id=aarhus.pk, last_on=OCTOBER, at=AT, actor_id=None
            )
    with working_for(odense.pk):
        make_acts(agreement, [21])
        assert str(settled(agreement).net) == "12.50"
    with working_for(aarhus.pk):
        assert str(settled(agreement).net) == "37.50"
        assert settled(agreement, NOVEMBER).net == 0
    with working_for(odense.pk):
        assert actions.settle(agreement=agreement, month=NOVEMBER, at=AT) is None


@pytest.mark.usefixtures("here")
def test_two_people_approve_and_the_ledger_comes_to_nothing() -> None:
    agreement = make_agreement()
    make_acts(agreement, list(range(20)))
    made = settled(agreement)
    with pytest.raises(actions.WrongStep):
        actions.approve(settlement=made, at=AT, actor_id=2)
    actions.check(settlement=made, at=AT, actor_id=1)
    with pytest.raises(actions.SamePerson):
        actions.approve(settlement=made, at=AT, actor_id=1)
    stale = Settlement.objects.get(pk=made.pk)
    actions.approve(settlement=made, at=AT, actor_id=2)
    with pytest.raises(actions.WrongStep):
        actions.approve(settlement=stale, at=AT, actor_id=3)
    actions.export(settlement=made, document="<Invoice/>", at=AT, actor_id=2)
    actions.pay(settlement=made, at=AT, actor_id=2)
    sums: dict[str, Decimal] = {}
    for entry in LedgerEntry.objects.all():
        sums[entry.debit] = sums.get(entry.debit, Decimal(0)) + entry.amount
        sums[entry.credit] = sums.get(entry.credit, Decimal(0)) - entry.amount
    assert sum(sums.values()) == 0
    assert {name: str(one) for name, one in sums.items()} == {
        "cost": "250.00", "vat": "62.50", "owed": "0.00", "bank": "-312.50",
    }  # fmt: skip
    told = queries.vendor_statement(agreement.vendor_id, at=AT)
    assert [(str(one.gross), one.acts, one.document) for one in told.months] == [
        ("312.50", 20, True)
    ]
    [month] = told.months
    assert queries.vendor_invoice(agreement.vendor_id, month.pk) == b"<Invoice/>"
    assert queries.vendor_invoice(agreement.vendor_id + 1, month.pk) is None


@pytest.mark.usefixtures("here")
def test_a_firm_is_not_told_the_acts_of_fewer_than_ten_people() -> None:
    agreement = make_agreement()
    make_acts(agreement, list(range(9)))
    made = settled(agreement)
    actions.check(settlement=made, at=AT, actor_id=1)
    actions.approve(settlement=made, at=AT, actor_id=2)
    [month] = queries.vendor_statement(agreement.vendor_id, at=AT).months
    assert (month.acts, str(month.net)) == (None, "112.50")
    assert queries.vendor_statement(agreement.vendor_id + 1, at=AT).agreements == ()


@pytest.mark.usefixtures("here")
def test_the_database_refuses_one_person_and_a_ledger_that_moves_nothing() -> None:
    made = settled(make_agreement())
    with pytest.raises(IntegrityError), transaction.atomic():
        Settlement.objects.filter(pk=made.pk).update(
            state="approved", approved_at=AT, checked_by_id=1, approved_by_id=1
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        LedgerEntry.objects.create(
            debit="cost", credit="cost", amount=1, vendor_id=1, agreement_id=1, settlement_id=1,
            at=AT, key="x",
        )  # fmt: skip
    assert LedgerEntry.objects.aggregate(all=Sum("amount"))["all"] is None


@pytest.mark.usefixtures("here")
def test_other_prices_come_from_the_first_of_a_month_that_is_not_billed() -> None:
    agreement = make_agreement()
    make_acts(agreement, [11])
    dearer = Terms(acts=(PerAct(Act.STARTED, Decimal(20)),))
    settled(agreement)
    for day, code in (
        (date(2026, 11, 2), "first_of_month"),
        (OCTOBER, "first_of_month"),
        (date(2026, 11, 1), ""),
    ):
        change = {"agreement": agreement, "terms": dearer, "from_on": day}
        if code:
            with pytest.raises(actions.NotPossible) as told:
                actions.change_terms(**change, at=AT, actor_id=None)  # type: ignore[arg-type]
            assert told.value.code == code
        else:
            actions.change_terms(**change, at=AT, actor_id=None)  # type: ignore[arg-type]
    make_acts(agreement, [12], on=NOVEMBER)
    assert str(settled(agreement, NOVEMBER).net) == "20.00"
    with pytest.raises(actions.NotPossible) as billed:
        actions.change_terms(
            agreement=agreement, terms=dearer, from_on=NOVEMBER, at=AT, actor_id=None
        )
    assert billed.value.code == "billed"


@pytest.mark.usefixtures("here")
def test_the_same_count_again_adds_no_row() -> None:
    agreement = make_agreement()
    make_acts(agreement, [11])
    for _twice in range(2):
        actions.count_month(agreement=agreement, month=OCTOBER, at=AT)
    assert MonthCount.objects.filter(agreement_id=agreement.pk).count() == 1


@pytest.mark.usefixtures("here")
def test_very_many_acts_are_read_in_slices_and_none_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    agreement = make_agreement()
    make_acts(agreement, list(range(30)), apart=timedelta(hours=20))
    first = AT - timedelta(days=32)
    whole = acts_of(agreement.offers, first=first, end=AT)
    monkeypatch.setattr("jobunivers.rooms.marketplace.queries.acts._AT_A_TIME", 7)
    assert sorted(acts_of(agreement.offers, first=first, end=AT).id) == sorted(whole.id)
    assert len(whole) == 30
