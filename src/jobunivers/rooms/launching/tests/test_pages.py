# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she is shown before anything is handed over, and what she can take back."""

from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.launching.models import HandOver, OidcClient, Pseudonym, Receipt
from jobunivers.rooms.launching.queries.signing import digest
from jobunivers.rooms.launching.tests.making import (
    LOGIN,
    answer_of,
    authorize,
    connected,
    request_of,
    said_yes,
)
from jobunivers.rooms.marketplace.models import OfferUse, OfferVersion, Way
from jobunivers.rooms.marketplace.tests.catalogue import on_shelf
from jobunivers.testing.browsers import KommuneClient, browser, text_of
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db


def terms_in(page: str) -> str:
    return page.split('name="terms" value="')[1].split('"', maxsplit=1)[0]


def press(browser: KommuneClient, pk: int) -> str:
    answer = browser.post(f"/markedspladsen/{pk}/start/", {"press": "tryk-nummer-1"})
    return str(answer["Location"])


def test_one_press_asks_the_first_time_and_leads_on_after_a_yes(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    cv = connected()
    there = press(as_kirsten, cv.offer.pk)

    page = text_of(as_kirsten.get(there))

    assert "Må vi give det her videre?" in page
    for words in ("Et nummer, der kun bruges her", "Dit navn", "Hvilken kommune", "Det sprog"):
        assert words in page
    assert "Dit CV<" not in page, "what a login cannot give is not handed over"
    with working_for(kirsten.municipality_id):
        assert not (OfferUse.objects.exists())
        assert not (Pseudonym.objects.exists())
    carried = parse_qs(urlsplit(there).query)["tryk"][0]
    sent = {"terms": terms_in(page), "tryk": carried}
    on = as_kirsten.post(f"/videre/{cv.offer.pk}/ja/", sent)["Location"]
    going = as_kirsten.get(on)
    assert going["Refresh"].startswith(f"0; url={LOGIN}?iss=http%3A%2F%2Ftestserver%2Faarhus")
    as_kirsten.get(on)
    with working_for(kirsten.municipality_id):
        assert OfferUse.objects.get(citizen_id=kirsten.pk).starts == 1, "the same press, once"
        assert not Receipt.objects.exists(), "nothing has been handed over yet"


def test_what_is_not_connected_yet_says_so(as_kirsten: KommuneClient) -> None:
    offer = on_shelf("Ny", way=Way.OIDC, url=LOGIN)

    page = as_kirsten.get(press(as_kirsten, offer.pk), follow=True)

    assert "ikke tilsluttet endnu" in text_of(page)


def test_a_press_that_nobody_made_counts_for_nothing(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    cv = connected()
    said_yes(cv, kirsten)

    for made_up in ("", "x", f"start:{kirsten.pk}:{cv.offer.pk}:abc"):
        page = as_kirsten.get(f"/videre/{cv.offer.pk}/?{urlencode({'tryk': made_up})}")
        assert page.status_code == 200

    with working_for(kirsten.municipality_id):
        assert not OfferUse.objects.exists()


def test_a_vendors_request_waits_while_she_says_yes_and_a_no_is_told(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    cv = connected()
    there = authorize(as_kirsten, cv)["Location"]
    page = text_of(as_kirsten.get(there))

    no = page.split('class="button button-tertiary" href="')[1].split('"')[0].replace("&amp;", "&")
    assert answer_of(as_kirsten.get(no)).told["error"] == "consent_required"
    sent = {"terms": terms_in(page), "svar": urlencode(request_of(cv))}
    on = as_kirsten.post(f"/videre/{cv.offer.pk}/ja/", sent)["Location"]
    back = as_kirsten.get(on)["Refresh"].removeprefix("0; url=http://testserver")
    assert "code" in answer_of(as_kirsten.get(back)).told


def test_what_is_carried_along_leads_nowhere_but_to_our_own_door(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    cv = connected()
    said_yes(cv, kirsten)

    for svar in ("https://ond.example", "//ond.example", "x\r\nSet-Cookie: a=b"):
        page = as_kirsten.get(f"/videre/{cv.offer.pk}/?{urlencode({'svar': svar})}")
        there = page["Refresh"].removeprefix("0; url=")
        assert there.startswith(("http://testserver/aarhus/oidc/authorize?", LOGIN))


def test_another_content_is_another_question(as_kirsten: KommuneClient, kirsten: Person) -> None:
    cv = connected(data=["subject"])
    page = text_of(as_kirsten.get(f"/videre/{cv.offer.pk}/"))
    said_yes(cv, kirsten)
    with working_for(kirsten.municipality_id):
        from jobunivers.foundation.tenancy import writing_shared

        with writing_shared():
            OfferVersion.objects.filter(offer=cv.offer).update(data=["subject", "name"])

    asked = as_kirsten.get(f"/videre/{cv.offer.pk}/")
    late = as_kirsten.post(f"/videre/{cv.offer.pk}/ja/", {"terms": terms_in(page)}, follow=True)

    assert "Dit navn" in text_of(asked)
    assert "er ændret" in text_of(late)
    told = answer_of(authorize(as_kirsten, cv, prompt="none")).told
    assert told["error"] == "consent_required", "the old yes is a yes to something else"


def test_she_sees_her_receipts_and_takes_a_yes_back(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    cv = connected()
    said_yes(cv, kirsten)
    authorize(as_kirsten, cv)

    before = text_of(as_kirsten.get("/mine-data/udleveret/"))
    as_kirsten.post(f"/mine-data/udleveret/{cv.offer.pk}/tag-tilbage/")
    after = text_of(as_kirsten.get("/mine-data/udleveret/"))

    assert "Tag ja tilbage" in before
    assert "Nordlys Læring ApS (“CV-bygger”) fik:" in before
    assert "Tag ja tilbage" not in after
    assert "Nordlys Læring ApS (“CV-bygger”) fik:" in after, "a receipt stays"
    with working_for(kirsten.municipality_id):
        assert HandOver.objects.get().withdrawn_at is not None
        kinds = list(Event.objects.values_list("kind", flat=True))
    assert kinds.count("launching.agreed") == kinds.count("launching.withdrawn") == 1


def test_receipts_and_yeses_are_hers_alone(
    as_kirsten: KommuneClient, aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    cv = connected()
    said_yes(cv, kirsten)
    authorize(as_kirsten, cv)
    other = browser(aarhus, mads)

    assert "CV-bygger" not in text_of(other.get("/mine-data/udleveret/"))
    assert other.post(f"/mine-data/udleveret/{cv.offer.pk}/tag-tilbage/").status_code == 404


@pytest.fixture
def nadia(national: Municipality) -> KommuneClient:
    return browser(national, add_person(national, "Nadia Friis", "national"))


def test_a_solution_is_connected_and_its_secret_shown_once(
    nadia: KommuneClient, aarhus: Municipality
) -> None:
    offer = on_shelf("Ny", way=Way.OIDC, url=LOGIN)
    assert "Ny" in text_of(nadia.get("/administration/tilslutninger/"))
    there = f"/administration/tilslutninger/{offer.pk}/"
    sent = {"login_uri": LOGIN, "redirect_uris": "https://a.example/x\r\nhttps://a.example/y"}

    page = text_of(nadia.post(there, sent))

    row = OidcClient.objects.get(offer_id=offer.pk)
    secret = page.split("<p><code>")[1].split("</code>")[0]
    assert row.secret_hash == digest(secret)
    assert row.redirect_uris == ["https://a.example/x", "https://a.example/y"]
    assert secret not in text_of(nadia.get(there))
    other = text_of(nadia.post(f"{there}hemmelighed/"))
    row.refresh_from_db()
    assert row.secret_hash == digest(other.split("<p><code>")[1].split("</code>")[0])


@pytest.mark.parametrize(
    "address",
    [
        "http://cv.example/", "https://*.cv.example/", "https://cv.example/#x", "javascript:1",
        "https://", "https://a@cv.example/", "https://cv.example\\@ond.example/", "cv.example",
        "https://[::1", "https://cv.example:99999/",
    ],
)  # fmt: skip
def test_an_address_a_code_may_not_go_to_is_refused_beside_its_field(
    nadia: KommuneClient, aarhus: Municipality, address: str
) -> None:
    offer = on_shelf("Ny", way=Way.OIDC, url=LOGIN)
    sent: dict[str, Any] = {"login_uri": LOGIN, "redirect_uris": address}

    answer = nadia.post(f"/administration/tilslutninger/{offer.pk}/", sent)

    assert answer.status_code == 422
    assert "https://" in text_of(answer)
    assert not OidcClient.objects.exists()
