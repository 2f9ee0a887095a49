# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen sees, searches, begins, saves and compares."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace import actions, queries
from jobunivers.rooms.marketplace.models import KeptOffer, OfferUse, UseAct
from jobunivers.rooms.marketplace.queries import Kind, Source, Way
from jobunivers.rooms.marketplace.queries.opening import Opener
from jobunivers.rooms.marketplace.tests.catalogue import on_shelf, used, withdrawn
from jobunivers.rooms.marketplace.tests.making import make_offer
from jobunivers.testing.browsers import KommuneClient, text_of

Index = Callable[[], int]
pytestmark = pytest.mark.django_db


def test_the_shelves_stand_with_what_is_on_them_and_say_whose_it_is(
    as_kirsten: KommuneClient,
) -> None:
    on_shelf("Skriv et CV, der bliver læst")
    on_shelf("Lektion fra biblioteket", source=Source.SHARED)

    html = text_of(as_kirsten.get("/markedspladsen/"))

    assert "Skriv et CV, der bliver læst" in html
    assert "Nordlys Læring ApS" in html
    assert "Opdigtet firma" in html
    assert "Fælles bibliotek" in html


def test_empty_shelves_help_onwards(as_kirsten: KommuneClient) -> None:
    html = text_of(as_kirsten.get("/markedspladsen/"))

    assert "Din kommune er ved at fylde hylderne" in html
    assert "/markedspladsen/soeg/" in html


def test_words_find_what_stands_on_the_shelves_misspelt_or_not(
    as_kirsten: KommuneClient, offers_index: Index
) -> None:
    on_shelf("Truckkursus for begyndere", kind=Kind.COURSE)
    on_shelf("Øv en jobsamtale", kind=Kind.LESSON)
    with working_for(Municipality.objects.get(code="0751").pk):
        make_offer(title_da="Truckkursus uden hylde")
    offers_index()

    html = text_of(as_kirsten.get("/markedspladsen/soeg/?q=truckkursus"))
    assert "1 ting om “truckkursus”" in html
    assert "uden hylde" not in html
    assert "for begyndere" in text_of(as_kirsten.get("/markedspladsen/soeg/?q=truckkurzus"))
    everything = text_of(as_kirsten.get("/markedspladsen/soeg/"))
    assert "2 ting" in everything


def test_filters_have_counts_and_an_address_of_their_own(
    as_kirsten: KommuneClient, offers_index: Index
) -> None:
    on_shelf("Kursus et", kind=Kind.COURSE)
    on_shelf("Kursus to", kind=Kind.COURSE)
    on_shelf("Værktøjet", kind=Kind.TOOL)
    offers_index()

    html = text_of(as_kirsten.get("/markedspladsen/soeg/?slags=tool"))

    assert re.search(r"Kursus\s*<span class=\"vac-count-of\">\(2\)", html)
    assert "Værktøjet" in html
    assert "Kursus et" not in html
    odd = text_of(as_kirsten.get("/markedspladsen/soeg/?slags=raket&sortering=x&side=zz"))
    assert "“raket”" in odd
    assert "3 ting" in odd


def test_a_search_without_an_index_or_without_hits_says_what_to_do(
    as_kirsten: KommuneClient, offers_index: Index
) -> None:
    assert "Søgningen er ikke klar endnu" in text_of(as_kirsten.get("/markedspladsen/soeg/"))
    offers_index()
    nothing = text_of(as_kirsten.get("/markedspladsen/soeg/?q=xyzzyplugh"))
    assert "Her er ikke noget, der passer" in nothing
    part = text_of(as_kirsten.part("/markedspladsen/soeg/?q=xyzzyplugh", "results"))
    assert "<html" not in part


def test_typing_ahead_offers_what_there_is(as_kirsten: KommuneClient, offers_index: Index) -> None:
    on_shelf("Truckkursus for begyndere")
    offers_index()
    assert "Truckkursus" in text_of(as_kirsten.get("/markedspladsen/forslag/?q=truc"))


def test_an_offers_page_says_all_that_one_needs_to_decide(as_kirsten: KommuneClient) -> None:
    offer = on_shelf(
        statements={"accessibility": "Følger WCAG 2.2 AA"}, price_da="45 kr. pr. borger"
    )

    html = text_of(as_kirsten.get(f"/markedspladsen/{offer.pk}/"))

    for said in (
        "45 minutter", "På nettet", "Dansk", "Følger WCAG 2.2 AA", "Det ved vi ikke endnu",
        "Endnu ikke nok, der har svaret", "leverandoer.example", "Vi giver ikke noget om dig",
        "Hvorfor står den her?",
    ):  # fmt: skip
        assert said in html
    assert "45 kr." not in html


def test_staff_see_the_price(as_omar: KommuneClient) -> None:
    offer = on_shelf(price_da="45 kr. pr. borger")
    assert "45 kr. pr. borger" in text_of(as_omar.get(f"/markedspladsen/{offer.pk}/"))


def test_one_tap_begins_and_the_same_press_counts_once(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    offer = on_shelf()
    page = text_of(as_kirsten.get(f"/markedspladsen/{offer.pk}/"))
    press = re.search(r'name="press" value="([^"]+)"', page)
    assert press

    for _ in range(2):
        answer = as_kirsten.post(f"/markedspladsen/{offer.pk}/start/", {"press": press[1]})
        assert answer.status_code == 302

    with working_for(aarhus.pk):
        use = OfferUse.objects.get(citizen_id=kirsten.pk)
        assert use.starts == 1
        assert UseAct.objects.filter(act="started").count() == 1
    onwards = as_kirsten.get(f"/markedspladsen/{offer.pk}/videre/")
    assert onwards.headers["Refresh"] == "0; url=https://leverandoer.example/cv"
    assert "Du er på vej til leverandoer.example" in text_of(onwards)


def test_the_way_onwards_is_not_open_before_she_has_begun(as_kirsten: KommuneClient) -> None:
    offer = on_shelf()
    answer = as_kirsten.get(f"/markedspladsen/{offer.pk}/videre/")
    assert answer.status_code == 302
    assert "Refresh" not in answer.headers


def test_a_contact_is_something_to_press(as_kirsten: KommuneClient, kirsten: Person) -> None:
    offer = on_shelf(way=Way.CONTACT, url="", contact="mentor@forening.example", kind=Kind.MENTOR)
    used(offer, kirsten)

    onwards = as_kirsten.get(f"/markedspladsen/{offer.pk}/videre/")

    assert 'href="mailto:mentor@forening.example"' in text_of(onwards)
    assert "Refresh" not in onwards.headers


def test_what_is_not_on_her_shelves_is_not_there_and_is_not_begun(
    as_kirsten: KommuneClient, aarhus: Municipality
) -> None:
    with working_for(aarhus.pk):
        offer = make_offer()

    assert as_kirsten.get(f"/markedspladsen/{offer.pk}/").status_code == 404
    as_kirsten.post(f"/markedspladsen/{offer.pk}/start/")
    assert as_kirsten.post(f"/markedspladsen/{offer.pk}/gem/").status_code == 404
    with working_for(aarhus.pk):
        assert not OfferUse.objects.exists()
        assert not KeptOffer.objects.exists()


def test_a_draft_and_another_kommunes_own_are_nobodys(
    as_kirsten: KommuneClient, odense: Municipality
) -> None:
    with working_for(odense.pk):
        theirs = make_offer(source=Source.LOCAL)
        draft = make_offer(approved=False)
    for offer in (theirs, draft):
        assert as_kirsten.get(f"/markedspladsen/{offer.pk}/").status_code == 404
    assert as_kirsten.get("/markedspladsen/99999999999999999999/").status_code == 404


def test_what_was_withdrawn_is_readable_and_says_what_to_use_instead(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    offer, other = on_shelf("Den gamle"), on_shelf("Den nye")
    used(offer, kirsten)
    withdrawn(offer)

    html = text_of(as_kirsten.get(f"/markedspladsen/{offer.pk}/"))

    assert "Den er her ikke mere" in html
    assert "Firmaet er lukket" in html
    assert "Den nye" in html
    assert f"/markedspladsen/{offer.pk}/start/" not in html
    answer = as_kirsten.post(f"/markedspladsen/{offer.pk}/start/", follow=True)
    assert "Det kan ikke startes lige nu" in text_of(answer)
    with working_for(aarhus.pk):
        assert OfferUse.objects.get(offer=offer).starts == 1
        assert queries.offer(other.pk) is not None


def test_an_offer_withdrawn_while_somebody_starts_is_not_begun(
    as_kirsten: KommuneClient, aarhus: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer = on_shelf()
    real = actions.start

    def late(**told: object) -> OfferUse:
        with writing_shared():
            actions.withdraw(offer=offer, why="-", at=timezone.now())
        return real(**told)  # type: ignore[arg-type]

    monkeypatch.setattr(actions, "start", late)
    answer = as_kirsten.post(f"/markedspladsen/{offer.pk}/start/", follow=True)

    assert "taget ned i samme øjeblik" in text_of(answer)
    with working_for(aarhus.pk):
        assert not OfferUse.objects.exists()


def test_a_way_that_asks_first_notes_no_start_by_itself(
    as_kirsten: KommuneClient, aarhus: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jobunivers.rooms.marketplace.queries import opening

    asks = Opener(
        opens=lambda offer, key: f"/aarhus/spoerg/{offer.pk}/?{key}",
        hands_over=lambda _offer: ["Dit navn"],
        notes=False,
    )
    monkeypatch.setitem(opening._openers, Way.OIDC, asks)
    offer = on_shelf(way=Way.OIDC)

    html = text_of(as_kirsten.get(f"/markedspladsen/{offer.pk}/"))
    answer = as_kirsten.post(f"/markedspladsen/{offer.pk}/start/", {"press": "abcdefgh1234"})

    assert "Dit navn" in html
    assert f"spoerg/{offer.pk}/" in answer.headers["Location"]
    assert "abcdefgh1234" in answer.headers["Location"]
    with working_for(aarhus.pk):
        assert not OfferUse.objects.exists()


def test_a_way_nobody_knows_has_no_button(
    as_kirsten: KommuneClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jobunivers.rooms.marketplace.queries import opening

    monkeypatch.delitem(opening._openers, Way.LTI, raising=False)
    offer = on_shelf(way=Way.LTI)
    html = text_of(as_kirsten.get(f"/markedspladsen/{offer.pk}/"))
    assert "Den kan ikke åbnes endnu" in html
    assert f"/markedspladsen/{offer.pk}/start/" not in html


def test_saving_twice_saves_once_and_hers_stand_together(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    begun, kept = on_shelf("Begyndt"), on_shelf("Gemt til senere")
    used(begun, kirsten, ago=timedelta(days=3))
    for _ in range(2):
        as_kirsten.post(f"/markedspladsen/{kept.pk}/gem/")

    html = text_of(as_kirsten.get("/markedspladsen/mine/"))
    assert html.count("Gemt til senere</a>") == 1
    assert "I gang" in html

    as_kirsten.post(f"/markedspladsen/{kept.pk}/gem-ikke/")
    as_kirsten.post(f"/markedspladsen/{begun.pk}/stop/")
    after = text_of(as_kirsten.get("/markedspladsen/mine/"))
    assert "Her er ikke noget endnu" in after
    used(begun, kirsten, ago=timedelta(0))
    assert "Begyndt" in text_of(as_kirsten.get("/markedspladsen/mine/"))


def test_up_to_four_stand_beside_each_other(as_kirsten: KommuneClient) -> None:
    offers = [on_shelf(f"Portal {number}", kind=Kind.JOB_BOARD) for number in range(5)]
    ids = ",".join(str(offer.pk) for offer in offers)

    html = text_of(as_kirsten.get(f"/markedspladsen/sammenlign/?sammenlign={ids},x,9999999"))

    assert html.count('scope="col"') == 4
    assert "Portal 4" not in html
    assert "Der er plads til 4" in html
    one = as_kirsten.get(f"/markedspladsen/sammenlign/?sammenlign={offers[0].pk}")
    assert one.headers["Location"].endswith(f"/markedspladsen/{offers[0].pk}/")
    assert "Vælg noget" in text_of(as_kirsten.get("/markedspladsen/sammenlign/"))


def test_an_offer_goes_into_her_plan(as_kirsten: KommuneClient) -> None:
    offer = on_shelf("Truckkursus for begyndere")
    html = text_of(as_kirsten.get(f"/markedspladsen/{offer.pk}/"))
    assert f'name="thing" value="offer:{offer.pk}"' in html
    answer = as_kirsten.post("/min-plan/tilfoej/", {"thing": f"offer:{offer.pk}"})
    assert answer.status_code == 302
    assert "Truckkursus for begyndere" in text_of(as_kirsten.get("/min-plan/"))
    withdrawn(offer)
    assert "Truckkursus for begyndere" in text_of(as_kirsten.get("/min-plan/"))
