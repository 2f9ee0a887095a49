# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A firm comes in: asks on a public page, is held against the register, and is let in."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person, Persona
from jobunivers.integrations.cvr import Firm
from jobunivers.integrations.cvr.fake import FakeCvr
from jobunivers.rooms.marketplace.models import Vendor
from jobunivers.rooms.vendors import actions, tasks
from jobunivers.rooms.vendors.models import CvrAnswer, SignUp, VendorMember
from jobunivers.rooms.vendors.tests.portal_making import drafted, on_market, page
from jobunivers.testing.browsers import KommuneClient, browser

pytestmark = pytest.mark.django_db
ASK = "/bliv-leverandoer/"
LIST = "/administration/leverandoerer/"
TOLD = {
    "name": "Klarhed IVS",
    "cvr": "DK 99 99 00 15",
    "contact_name": "Karla Klar",
    "contact_email": "karla@klarhed.example",
    "about": "Vi hjælper <b>ledige</b>.",
}


@pytest.mark.parametrize(
    "bad",
    [
        {"cvr": "12345678"},
        {"cvr": ""},
        {"name": ""},
        {"contact_email": "x"},
        {"website": "javascript:x"},
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_sent(
    visitor: KommuneClient, bad: dict[str, str]
) -> None:
    assert visitor.get(ASK).status_code == 200
    assert visitor.post(ASK, TOLD | bad).status_code == 422
    assert not SignUp.objects.exists()


def test_a_firm_asks_once_and_too_many_are_asked_to_wait(visitor: KommuneClient) -> None:
    assert visitor.post(ASK, TOLD).status_code == 302
    assert visitor.post(ASK, TOLD).status_code == 422
    for number in range(40):
        visitor.post(ASK, TOLD | {"cvr": "", "abroad": f"DE {number}"})
    assert SignUp.objects.count() == 30


def test_both_names_stand_side_by_side_and_the_firm_gets_in(
    visitor: KommuneClient,
    as_nadia: KommuneClient,
    national: Municipality,
    settings: Settings,
) -> None:
    visitor.post(ASK, TOLD)
    row = SignUp.objects.get()
    firm = Firm(cvr="99990015", name="Noget Helt Andet ApS", closed="31/12 - 2024")
    with FakeCvr([firm]) as fake:
        settings.CVR = fake.address
        shown = page(as_nadia.get(f"{LIST}{row.pk}/"))
        as_nadia.get(f"{LIST}{row.pk}/")
    assert fake.asked == ["99990015"]  # what was answered is not asked again within the hour
    assert "Noget Helt Andet ApS" in shown
    assert "Klarhed IVS" in shown
    assert "31/12 - 2024" in shown
    assert "&lt;b&gt;ledige" in shown
    assert as_nadia.post(f"{LIST}{row.pk}/", {"act": "luk-ind"}).status_code == 302
    assert as_nadia.post(f"{LIST}{row.pk}/", {"act": "luk-ind"}).status_code == 409
    with working_for(national.pk):
        member = VendorMember.objects.get()
        person = Person.objects.get(pk=member.person_id)
        assert (person.name, person.role) == ("Karla Klar", "vendor")
        assert Persona.objects.filter(person=person).exists()  # the demo's way in
    assert "I har ingen løsninger endnu" in page(browser(national, person).get("/leverandoer/"))
    assert Vendor.objects.get(cvr="99990015").name == "Klarhed IVS"


def test_a_register_that_is_silent_holds_nothing_back(
    visitor: KommuneClient, as_nadia: KommuneClient, settings: Settings
) -> None:
    visitor.post(ASK, TOLD)
    row = SignUp.objects.get()
    settings.CVR = "http://127.0.0.1:9/api"
    assert "kunne ikke spørges lige nu" in page(as_nadia.get(f"{LIST}{row.pk}/"))
    assert CvrAnswer.objects.get().outcome == "silent"
    assert as_nadia.post(f"{LIST}{row.pk}/", {"act": "luk-ind"}).status_code == 302


def test_a_no_says_why(visitor: KommuneClient, as_nadia: KommuneClient) -> None:
    visitor.post(ASK, TOLD)
    row = SignUp.objects.get()
    assert as_nadia.post(f"{LIST}{row.pk}/", {"act": "afvis", "why": " "}).status_code == 422
    told = {"act": "afvis", "why": "Ikke noget for ledige."}
    assert as_nadia.post(f"{LIST}{row.pk}/", told).status_code == 302
    assert "Ikke noget for ledige." in page(as_nadia.get(f"{LIST}{row.pk}/"))
    assert "afvist" in page(as_nadia.get(f"{LIST}?vis=besvaret"))
    assert not VendorMember.objects.exists()


def test_a_number_that_another_firm_has_is_not_let_in_twice(
    visitor: KommuneClient, as_nadia: KommuneClient
) -> None:
    visitor.post(ASK, TOLD)
    Vendor.objects.create(
        key="x", name="X", cvr="99990015", joined_at=timezone.now(), changed_at=timezone.now()
    )
    row = SignUp.objects.get()
    assert as_nadia.post(f"{LIST}{row.pk}/", {"act": "luk-ind"}).status_code == 422


def test_each_side_is_told_of_what_waits(
    vera: Person, nadia: Person, national: Municipality
) -> None:
    offer = drafted(vera)
    with working_for(national.pk):
        row = actions.write_message(
            offer=offer, words="Hej", from_firm=True, seen=0, at=timezone.now(), actor_id=vera.pk
        )
        told = {"offer_id": offer.pk, "message_id": row.pk, "from_firm": True}
        for _ in range(2):
            tasks.tell_of_message.func(municipality_id=national.pk, event_data=told)
        decided = {"offer_id": offer.pk, "version": 1, "said": "sent_back", "decision_id": 7}
        for _ in range(2):
            tasks.tell_of_decision.func(municipality_id=national.pk, event_data=decided)
        tasks.tell_of_submitted.func(
            municipality_id=national.pk, event_data={"offer_id": offer.pk, "version": 1}
        )
        told_whom = sorted(Notice.objects.values_list("person_id", "kind"))
    assert told_whom == sorted(
        [
            (nadia.pk, "vendors.message"),
            (vera.pk, "vendors.decided"),
            (nadia.pk, "vendors.news"),
        ]
    )


def test_more_solutions_cost_no_more_questions(as_vera: KommuneClient, vera: Person) -> None:
    def asked(path: str) -> int:
        as_vera.get(path)
        with CaptureQueriesContext(connection) as captured:
            assert as_vera.get(path).status_code == 200
        return len(captured)

    on_market(vera)
    drafted(vera)
    few = [asked("/leverandoer/"), asked("/leverandoer/loesninger/")]
    for _ in range(4):
        on_market(vera)
        drafted(vera)
    assert [asked("/leverandoer/"), asked("/leverandoer/loesninger/")] == few
