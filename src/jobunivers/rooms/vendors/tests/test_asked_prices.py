# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A firm says what it asks: a price list for those who buy, and other prices in an agreement."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.notices.queries import text_of
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.agreements import actions as agreements
from jobunivers.rooms.agreements import tasks as agreements_tasks
from jobunivers.rooms.agreements.models import (
    Agreement,
    AgreementTerms,
    Amendment,
    PriceList,
    PriceRequest,
)
from jobunivers.rooms.agreements.queries import earliest_day
from jobunivers.rooms.agreements.tests.making import make_agreement
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.marketplace.models import Offer
from jobunivers.rooms.marketplace.tests.making import make_offer
from jobunivers.rooms.vendors import tasks
from jobunivers.rooms.vendors.tests.portal_making import on_market, page
from jobunivers.science.pricing import Act, PerAct, Terms
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
NOW = timezone.now()
LIST = "/administration/aftaler/"
FIRM = "/leverandoer/oekonomi/"


@pytest.fixture
def offer(vera: Person, aarhus: Municipality) -> Offer:
    """Return a solution of Vera's firm that stands on a shelf in Aarhus."""
    made = on_market(vera)
    with working_for(aarhus.pk):
        marketplace.ensure_shelves(at=NOW)
        marketplace.place(shelf_key="cv", offer_id=made.pk, at=NOW)
    return made


@pytest.fixture
def agreement(offer: Offer, aarhus: Municipality) -> Agreement:
    """Return an agreement in force on it: 12.50 a start, at most 1,000 kr. in all."""
    terms = Terms(acts=(PerAct(Act.STARTED, Decimal("12.50")),), budget=Decimal(1000))
    with working_for(aarhus.pk):
        return make_agreement(offer, terms=terms, notice_months=1)


def prices(**more: str) -> dict[str, str]:
    told = {"price_started": "15,50", "count_started": "each", "words": "Hjælp er med", "seen": "0"}
    return told | more


def from_on(agreement: Agreement) -> date:
    return earliest_day(agreement, timezone.localdate(timezone.now()))


def wish(agreement: Agreement, **more: str) -> dict[str, str]:
    told = {
        "from_on": from_on(agreement).isoformat(), "why": "Flere bruger den",
        "price_started": "20", "count_started": "each",
    }  # fmt: skip
    return told | more


def asked(client: KommuneClient, agreement: Agreement) -> PriceRequest:
    answer = client.post(f"{FIRM}aftale/{agreement.pk}/priser/", wish(agreement))
    assert answer.status_code == 302
    return PriceRequest.objects.get(agreement=agreement, state="open")


def heard(person: Person, kind: str) -> list[str]:
    with working_for(person.municipality_id):
        rows = Notice.objects.filter(person_id=person.pk, kind=kind).order_by("pk")
        return [text_of(one) for one in rows]


def test_published_prices_are_read_by_staff_alone_and_an_agreement_begins_with_them(
    as_vera: KommuneClient,
    as_anne: KommuneClient,
    as_omar: KommuneClient,
    as_kirsten: KommuneClient,
    offer: Offer,
) -> None:
    path, there = f"/leverandoer/loesninger/{offer.pk}/priser/", f"/markedspladsen/{offer.pk}/"
    assert as_vera.post(path, prices()).status_code == 302
    assert "15,50 kr. pr. start" in page(as_vera.get(path))
    assert "15,50" not in page(as_kirsten.get(there))
    read = page(as_omar.get(there))
    assert "15,50 kr. pr. start" in read
    assert "Hjælp er med" in read
    assert "Skriv en aftale med de priser" not in read
    assert f"aftaler/ny/{offer.vendor_id}/?loesning={offer.pk}" in page(as_anne.get(there))
    begun = page(as_anne.get(f"{LIST}ny/{offer.vendor_id}/?loesning={offer.pk}"))
    assert 'value="15,5' in begun
    # Only what is published, and only of that firm.
    assert 'value="15,5' not in page(as_anne.get(f"{LIST}ny/{offer.vendor_id}/?loesning=x"))
    as_vera.post(path, {"act": "fjern"})
    assert "15,50" not in page(as_omar.get(there))
    begun = page(as_anne.get(f"{LIST}ny/{offer.vendor_id}/?loesning={offer.pk}"))
    assert 'value="15,5' not in begun


def test_two_of_a_firm_write_prices_at_once_and_the_second_sees_both(
    as_vera: KommuneClient, offer: Offer
) -> None:
    path = f"/leverandoer/loesninger/{offer.pk}/priser/"
    as_vera.post(path, prices())
    answer = as_vera.post(path, prices(price_started="18"))
    assert answer.status_code == 409
    assert "15,50 kr. pr. start" in page(answer)
    seen = page(answer).split('name="seen" value="')[1].split('"')[0]
    assert as_vera.post(path, prices(price_started="18", seen=seen)).status_code == 302
    # Sent twice it is written once.
    assert as_vera.post(path, prices(price_started="18", seen=seen)).status_code == 302
    assert PriceList.objects.get(offer=offer).version == 2


@pytest.mark.parametrize(
    "bad",
    [
        {"price_started": ""}, {"price_started": "0,00005"}, {"price_started": "-1"},
        {"price_started": "gratis"}, {"band_1": "10", "band_1_to": "5"},
        {"minimum": "10", "cap": "5"},
    ],
)  # fmt: skip
def test_prices_that_cannot_be_counted_by_are_refused_and_nothing_is_shown(
    as_vera: KommuneClient, offer: Offer, bad: dict[str, str]
) -> None:
    path = f"/leverandoer/loesninger/{offer.pk}/priser/"
    assert as_vera.post(path, prices(**bad)).status_code == 422
    assert not PriceList.objects.exists()


def test_an_editor_of_a_firm_reads_prices_and_does_not_write_them(
    as_viktor: KommuneClient, as_vera: KommuneClient, offer: Offer
) -> None:
    path = f"/leverandoer/loesninger/{offer.pk}/priser/"
    as_vera.post(path, prices())
    shown = page(as_viktor.get(path))
    assert "15,50 kr. pr. start" in shown
    assert "Vis priserne for kommunerne" not in shown
    assert as_viktor.post(path, prices(price_started="1")).status_code == 403


def test_a_firm_asks_for_other_prices_and_they_go_the_way_of_every_change(
    as_vera: KommuneClient, as_anne: KommuneClient, as_bente: KommuneClient, agreement: Agreement
) -> None:
    assert "Bed om andre priser" in page(as_vera.get(FIRM))
    request = asked(as_vera, agreement)
    assert "Bed om andre priser" not in page(as_vera.get(FIRM))
    there = f"{LIST}anmodning/{request.pk}/"
    shown = page(as_anne.get(there))
    assert "12,50 kr. pr. start" in shown
    assert "20,00 kr. pr. start" in shown
    change_path = f"{LIST}{agreement.pk}/aendring/?anmodning={request.pk}"
    begun = page(as_anne.get(change_path))
    assert 'value="20' in begun
    assert "Flere bruger den" in begun
    told = wish(agreement, price_started="18", window_minutes="30", budget="1000", seen="0")
    assert as_anne.post(change_path, told).status_code == 302
    request.refresh_from_db()
    change = Amendment.objects.get(agreement=agreement)
    assert (request.state, request.amendment_id) == ("taken_up", change.pk)
    # Nothing is paid by it until the firm and a second person of the kommune have said yes.
    assert AgreementTerms.objects.filter(agreement=agreement).count() == 1
    for client, address, act in (
        (as_anne, f"{LIST}aendring/{change.pk}/afgoer/", "send"),
        (as_vera, f"{FIRM}aendring/{change.pk}/svar/", "ja"),
        (as_bente, f"{LIST}aendring/{change.pk}/afgoer/", "godkend"),
    ):
        change.refresh_from_db()
        client.post(address, {"act": act, "seen": str(change.version)})
    said = AgreementTerms.objects.filter(agreement=agreement).latest("from_on").said
    assert (said["acts"][0]["price"], said["budget"]) == ("18", "1000")


def test_a_no_says_why_and_the_firm_is_told_and_may_ask_again(
    as_vera: KommuneClient,
    as_anne: KommuneClient,
    anne: Person,
    vera: Person,
    agreement: Agreement,
    national: Municipality,
) -> None:
    request = asked(as_vera, agreement)
    data = {"agreement_id": agreement.pk, "request_id": request.pk, "step": "asked"}
    for _twice in range(2):
        agreements_tasks.tell_of_request(municipality_id=national.pk, event_data=data)
    [words] = heard(anne, "agreements.request")
    assert "beder om andre priser" in words
    there = f"{LIST}anmodning/{request.pk}/"
    assert as_anne.post(there, {"answer": " "}).status_code == 422
    assert as_anne.post(there, {"answer": "Ikke i år"}).status_code == 302
    assert as_anne.post(there, {"answer": "Ikke i år"}).status_code == 409
    declined = data | {"step": "declined"}
    for _twice in range(2):
        tasks.tell_of_money(municipality_id=national.pk, event_data=declined)
    [words] = heard(vera, "vendors.money")
    assert "har sagt nej til de priser, I bad om" in words
    assert "Ikke i år" in page(as_vera.get(f"{FIRM}oenske/{request.pk}/"))
    assert asked(as_vera, agreement).pk != request.pk


def test_a_request_is_taken_back_once_and_answered_by_nobody_then(
    as_vera: KommuneClient, as_anne: KommuneClient, agreement: Agreement
) -> None:
    request = asked(as_vera, agreement)
    path = f"{FIRM}oenske/{request.pk}/"
    assert as_vera.post(path).status_code == 302
    assert as_vera.post(path).status_code == 409
    assert as_anne.post(f"{LIST}anmodning/{request.pk}/", {"answer": "Nej"}).status_code == 409
    request.refresh_from_db()
    assert (request.state, request.answer) == ("withdrawn", "")


@pytest.mark.parametrize(
    "bad",
    [
        {"price_started": "12,50"},  # as it is
        {"why": ""},
        {"from_on": "2026-01-01"},
        {"from_on": "i morgen"},
        {"price_started": "0,00005"},
    ],
)
def test_what_cannot_be_asked_for_is_refused_with_its_reason(
    as_vera: KommuneClient, agreement: Agreement, bad: dict[str, str]
) -> None:
    answer = as_vera.post(f"{FIRM}aftale/{agreement.pk}/priser/", wish(agreement, **bad))
    assert answer.status_code == 422
    assert not PriceRequest.objects.exists()


def test_one_request_is_open_at_a_time_and_a_proposal_is_answered_first(
    as_vera: KommuneClient, as_anne: KommuneClient, agreement: Agreement
) -> None:
    request = asked(as_vera, agreement)
    path = f"{FIRM}aftale/{agreement.pk}/priser/"
    # The same sent again is the same; another one waits.
    assert as_vera.post(path, wish(agreement)).status_code == 302
    assert as_vera.post(path, wish(agreement, price_started="30")).status_code == 409
    assert PriceRequest.objects.count() == 1
    as_vera.post(f"{FIRM}oenske/{request.pk}/")
    told = wish(agreement, window_minutes="30", seen="0")
    as_anne.post(f"{LIST}{agreement.pk}/aendring/", told)
    change = Amendment.objects.get(agreement=agreement)
    decided = {"act": "send", "seen": str(change.version)}
    as_anne.post(f"{LIST}aendring/{change.pk}/afgoer/", decided)
    assert "Bed om andre priser" not in page(as_vera.get(FIRM))
    answer = as_vera.post(path, wish(agreement, price_started="30"))
    assert answer.status_code == 409
    assert "Svar på dem først" in page(answer)


def test_another_firms_and_another_kommunes_are_not_there(
    as_vera: KommuneClient,
    as_anne: KommuneClient,
    agreement: Agreement,
    odense: Municipality,
) -> None:
    with working_for(odense.pk):
        other = make_agreement(make_offer(at=NOW), notice_months=1)
        request = agreements.ask_for_prices(
            agreement=other,
            terms=Terms(acts=(PerAct(Act.STARTED, Decimal(9)),)),
            from_on=from_on(other),
            why="Andet",
            at=NOW,
            actor_id=None,
        )
    assert as_vera.get(f"{FIRM}aftale/{other.pk}/priser/").status_code == 404
    assert as_vera.get(f"{FIRM}oenske/{request.pk}/").status_code == 404
    assert as_anne.get(f"{LIST}anmodning/{request.pk}/").status_code == 404
    # Somebody else's request begins no change here.
    path = f"{LIST}{agreement.pk}/aendring/?anmodning={request.pk}"
    assert "Andet" not in page(as_anne.get(path))


def test_what_nobody_answers_by_its_day_lapses(
    as_vera: KommuneClient, agreement: Agreement, aarhus: Municipality
) -> None:
    request = asked(as_vera, agreement)
    with working_for(aarhus.pk):
        assert agreements.lapse_requests(at=timezone.now()) == 0
        assert agreements.lapse_requests(at=timezone.now() + timedelta(days=70)) == 1
    request.refresh_from_db()
    assert request.state == "lapsed"
