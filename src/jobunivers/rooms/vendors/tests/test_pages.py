# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages about solutions: those who decide, administrators, and everybody's register."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobunivers.foundation.files.tests.making import pdf_bytes, pdf_upload
from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.marketplace.models import Offer
from jobunivers.rooms.marketplace.tests.making import entry, make_offer
from jobunivers.rooms.vendors import actions
from jobunivers.rooms.vendors.models import Gate
from jobunivers.rooms.vendors.tests.making import abroad, answered, full
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
QUEUE = "/administration/loesninger/"


def page(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.fixture
def waiting(national: Municipality) -> Offer:
    """Return an approved solution with a newer version that waits."""
    with working_for(national.pk):
        offer = make_offer(at=timezone.now(), title_da="Gammel titel")
    with working_for(national.pk), writing_shared():
        words = entry(title_da="Ny titel", data=["name"], note="Nyt navn")
        offer.refresh_from_db()
        marketplace.save_version(offer=offer, version=offer.version, entry=words, at=timezone.now())
        marketplace.submit(offer=offer, at=timezone.now())
    return offer


def fresh(offer: Offer, national: Municipality) -> Offer:
    with working_for(national.pk):
        return Offer.objects.select_related("current").get(pk=offer.pk)


def test_the_queue_shows_what_waits_and_the_page_what_is_new(
    as_nadia: KommuneClient, waiting: Offer
) -> None:
    assert "Gammel titel" in page(as_nadia.get(QUEUE))
    shown = page(as_nadia.get(f"{QUEUE}{waiting.pk}/"))
    assert "Gammel titel" in shown
    assert "Ny titel" in shown
    assert "Dit navn" in shown  # what is handed over from now on
    assert "Det mangler, hvem aftalen er med." in shown
    assert "artikel 28" in shown  # and why it is asked for


def test_approving_says_what_still_holds_it_back(
    as_nadia: KommuneClient, waiting: Offer, national: Municipality
) -> None:
    told = {"act": "godkend", "number": "2"}
    answer = as_nadia.post(f"{QUEUE}{waiting.pk}/afgoer/", told, follow=True)
    assert "når tjeklisten er i orden" in page(answer)
    offer = fresh(waiting, national)
    assert offer.current is not None
    assert offer.current.title_da == "Ny titel"
    assert "dpa" in offer.blocked
    again = as_nadia.post(f"{QUEUE}{waiting.pk}/afgoer/", told)
    assert again.status_code == 409


def test_sending_back_and_taking_down_ask_why(
    as_nadia: KommuneClient, waiting: Offer, national: Municipality
) -> None:
    path = f"{QUEUE}{waiting.pk}/afgoer/"
    assert as_nadia.post(path, {"act": "send-tilbage", "number": "2"}).status_code == 422
    as_nadia.post(path, {"act": "send-tilbage", "number": "2", "why": "Prisen mangler"})
    assert "Ny titel" not in page(as_nadia.get(f"{QUEUE}{waiting.pk}/"))
    assert as_nadia.post(path, {"act": "tag-ned", "why": " "}).status_code == 422
    as_nadia.post(path, {"act": "tag-ned", "why": "Lukket"})
    assert fresh(waiting, national).state == "withdrawn"
    assert as_nadia.post(path, {"act": "hvad", "number": "x"}).status_code == 422


def _answers(**more: str) -> dict[str, Any]:
    today = timezone.localdate(timezone.now()).isoformat()
    return {
        "dpa_with": "Nordlys", "dpa_on": today, "nsis_needed": "low", "nsis_used": "substantial",
        "incident_name": "Vagten", "incident_phone": "70 00 00 00", "statement_on": today,
        "statement_url": "https://x.example/was", "support_hours": "9-15", "answer_hours": "24",
        "support_email": "hj@x.example", "seen": "0", "hvem-TOTAL_FORMS": "2",
        "hvem-INITIAL_FORMS": "0", "hvem-0-name": "Nordlys", "hvem-0-country": "DK",
        "hvem-0-ground": "eu",
    } | more  # fmt: skip


def test_answers_are_written_by_one_and_accepted_by_another(
    as_nadia: KommuneClient, national: Municipality
) -> None:
    with working_for(national.pk):
        offer = make_offer(at=timezone.now(), data=["name"])
    told = _answers() | {"dpa_file": pdf_upload()}
    assert as_nadia.post(f"{QUEUE}{offer.pk}/svar/", told).status_code == 302
    assert "?vis=svar" in page(as_nadia.get(QUEUE))
    assert offer.vendor is not None
    assert offer.vendor.name in page(as_nadia.get(f"{QUEUE}?vis=svar"))
    own = as_nadia.post(f"{QUEUE}{offer.pk}/afgoer/", {"act": "godkend-svar", "number": "1"})
    assert own.status_code == 409
    Gate.objects.update(said_by_id=None)
    as_nadia.post(f"{QUEUE}{offer.pk}/afgoer/", {"act": "godkend-svar", "number": "1"})
    assert fresh(offer, national).blocked == []
    kept = Gate.objects.get().accepted["dpa_file"]
    document = as_nadia.get(f"{QUEUE}dokument/{kept}/")
    assert document["Content-Type"] == "application/pdf"
    assert document["Content-Disposition"].startswith("attachment")


def test_a_document_that_runs_is_refused_with_the_reason_and_nothing_is_saved(
    as_nadia: KommuneClient, national: Municipality
) -> None:
    with working_for(national.pk):
        offer = make_offer(at=timezone.now())
    bad = pdf_upload(content=pdf_bytes(script="app.alert(1)"))
    answer = as_nadia.post(f"{QUEUE}{offer.pk}/svar/", _answers() | {"dpa_file": bad})
    assert answer.status_code == 422
    assert not Gate.objects.exists()


@pytest.mark.parametrize(
    "bad",
    [
        {"dpa_on": "i går"},
        {"dpa_until": "2001-01-01"},
        {"answer_hours": "0"},
        {"statement_url": "ikke en adresse"},
        {"hvem-0-country": ""},
        {"hvem-0-ground": "adequacy:DK"},
        {"hvem-1-country": "US"},
        {"hvem-TOTAL_FORMS": "x"},
        {"support_email": "x"},
    ],
)
def test_what_cannot_be_read_is_shown_again(
    as_nadia: KommuneClient, national: Municipality, bad: dict[str, str]
) -> None:
    with working_for(national.pk):
        offer = make_offer(at=timezone.now())
    assert as_nadia.post(f"{QUEUE}{offer.pk}/svar/", _answers(**bad)).status_code == 422
    assert not Gate.objects.exists()


def test_two_windows_show_both_answers_and_the_second_may_save_again(
    as_nadia: KommuneClient, national: Municipality
) -> None:
    with working_for(national.pk):
        offer = make_offer(at=timezone.now())
    path = f"{QUEUE}{offer.pk}/svar/"
    as_nadia.post(path, _answers(faults="Den første"))
    answer = as_nadia.post(path, _answers(faults="Den anden"))
    assert answer.status_code == 409
    assert "Den første" in page(answer)
    assert "Den anden" in page(answer)
    assert 'name="seen" value="1"' in page(answer)
    assert as_nadia.post(path, _answers(faults="Den anden", seen="1")).status_code == 302


def test_everybody_may_read_where_data_are(visitor: KommuneClient, national: Municipality) -> None:
    assert "Ingen løsninger har data endnu" in page(visitor.get("/overfoersler/"))
    with working_for(national.pk):
        answered(full(processors=(abroad(),)), title_da="Sky-kurset")
    shown = page(visitor.get("/overfoersler/"))
    assert "Sky-kurset" in shown
    assert "Data Privacy Framework" in shown
    assert "opdigtet firma" in shown


def test_a_fallen_ground_is_marked_on_a_page_and_said_in_the_register(
    as_nadia: KommuneClient, visitor: KommuneClient, national: Municipality
) -> None:
    with working_for(national.pk):
        offer = answered(full(processors=(abroad(),)))
    assert as_nadia.post("/administration/grundlag/adequacy:US/falder/", {}).status_code == 422
    told = {"from_on": timezone.localdate(timezone.now()).isoformat(), "why": "Dommen i dag."}
    as_nadia.post("/administration/grundlag/adequacy:US/falder/", told)
    assert fresh(offer, national).blocked == ["transfer"]
    assert "Dommen i dag." in page(visitor.get("/overfoersler/"))
    as_nadia.post("/administration/grundlag/adequacy:US/gaelder/")
    assert fresh(offer, national).blocked == []
    assert as_nadia.get("/administration/grundlag/eu/falder/").status_code == 404


def test_an_administrator_reads_the_answers_of_what_is_on_the_own_shelves_alone(
    as_anne: KommuneClient, aarhus: Municipality, national: Municipality
) -> None:
    assert "Her er ingen svar endnu" in page(as_anne.get("/administration/leverandoersvar/"))
    with working_for(aarhus.pk):
        marketplace.ensure_shelves(at=timezone.now())
        shown = answered(title_da="På hylden")
        answered(title_da="Ikke på hylden")
        marketplace.place(shelf_key="cv", offer_id=shown.pk, at=timezone.now())
        actions.fill_gate(offer=shown, answers=full(support_hours=""), at=timezone.now())
    words = page(as_anne.get("/administration/leverandoersvar/"))
    assert "På hylden" in words
    assert "Ikke på hylden" not in words
    assert "Holdt tilbage" in words
    assert "hjælp til borgere" in words


def test_a_solution_of_nobody_is_not_there(as_nadia: KommuneClient, nadia: Person) -> None:
    assert as_nadia.get(f"{QUEUE}999999/").status_code == 404
    assert as_nadia.get(f"{QUEUE}99999999999999999999/").status_code == 404
    assert as_nadia.get(f"{QUEUE}dokument/99999999999999999999/").status_code == 404


def test_more_solutions_cost_no_more_questions(
    as_nadia: KommuneClient,
    as_anne: KommuneClient,
    aarhus: Municipality,
    national: Municipality,
) -> None:
    def fill(count: int) -> None:
        with working_for(aarhus.pk):
            marketplace.ensure_shelves(at=timezone.now())
            for _ in range(count):
                one = answered(full(processors=(abroad(),)))
                marketplace.place(shelf_key="cv", offer_id=one.pk, at=timezone.now())

    def asked() -> list[int]:
        pages = (
            (as_nadia, f"{QUEUE}?vis=alle"),
            (as_nadia, "/overfoersler/"),
            (as_nadia, "/administration/grundlag/"),
            (as_anne, "/administration/leverandoersvar/"),
        )
        counts = []
        for browser, path in pages:
            browser.get(path)
            with CaptureQueriesContext(connection) as captured:
                assert browser.get(path).status_code == 200
            counts.append(len(captured))
        return counts

    fill(1)
    few = asked()
    fill(4)
    assert asked() == few
