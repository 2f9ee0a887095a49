# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a vendor's webhooks, for who runs the platform."""

from collections.abc import Iterator

import pytest

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.foundation.ui.checking import html_problems
from jobunivers.integrations.webhooks.fake import FakeReceiver, fake_receiver
from jobunivers.rooms.launching.tests.making import connected
from jobunivers.rooms.marketplace.tests.catalogue import on_shelf
from jobunivers.rooms.webhooks.models import Delivery, Endpoint, State
from jobunivers.rooms.webhooks.queries.addresses import is_address
from jobunivers.rooms.webhooks.queries.words import KINDS
from jobunivers.rooms.webhooks.tests.making import Listening, listening, work
from jobunivers.testing.browsers import KommuneClient, text_of

pytestmark = pytest.mark.django_db
URL = "https://cv.example/besked"


@pytest.fixture
def receiver() -> Iterator[FakeReceiver]:
    with fake_receiver() as running:
        yield running


def page_of(pk: int, more: str = "") -> str:
    return f"/administration/tilslutninger/{pk}/webhooks/{more}"


def sent(url: str = URL, seen: int | str = "") -> dict[str, object]:
    return {"url": url, "kinds": list(KINDS), "seen": seen}


def test_an_address_is_opened_and_its_secret_shown_this_once(
    as_nadia: KommuneClient, aarhus: Municipality
) -> None:
    pk = connected().offer.pk
    assert "Åbn adressen" in text_of(as_nadia.get(page_of(pk)))

    answer = as_nadia.post(page_of(pk), sent())

    assert "whsec_" in text_of(answer)
    assert answer["Cache-Control"] == "no-store"
    assert "whsec_" not in text_of(as_nadia.get(page_of(pk)))
    # All types is none left out: those to come are wanted as well.
    assert (Endpoint.objects.get().url, Endpoint.objects.get().kinds) == (URL, [])


@pytest.mark.parametrize(
    "url",
    [
        "http://cv.example/", "https://cv.example:8443/", "https://me:x@cv.example/", "ftp://a.b/",
        "https://cv.example/#x", "https://intern/", "javascript:alert(1)", "https://cv.example/æ",
    ],
)  # fmt: skip
def test_an_address_that_is_not_asked_is_told_beside_its_field(
    as_nadia: KommuneClient, aarhus: Municipality, url: str
) -> None:
    pk = connected().offer.pk
    answer = as_nadia.post(page_of(pk), sent(url))
    assert answer.status_code == 422
    assert url in answer.context["form"]["url"].value()
    assert "https://" in str(answer.context["form"].errors["url"])
    assert not Endpoint.objects.exists()


def test_ones_own_machine_may_be_asked_in_a_demo_alone(settings: object) -> None:
    assert is_address("http://127.0.0.1:9000/besked")
    settings.DEMO = False  # type: ignore[attr-defined]
    assert not is_address("http://127.0.0.1:9000/besked")
    assert not is_address("https://localhost/besked")


def test_nothing_chosen_is_said_so(as_nadia: KommuneClient, aarhus: Municipality) -> None:
    answer = as_nadia.post(page_of(connected().offer.pk), {"url": URL})
    assert answer.status_code == 422
    assert "kinds" in answer.context["form"].errors


def test_two_windows_see_each_others_words(as_nadia: KommuneClient, aarhus: Municipality) -> None:
    pk = listening().one.offer.pk
    assert as_nadia.post(page_of(pk), sent("https://ny.example/", 1)).status_code == 302

    late = as_nadia.post(page_of(pk), sent("https://min.example/", 1))

    assert late.status_code == 409
    assert "https://ny.example/" in text_of(late)
    assert "https://min.example/" in text_of(late)
    again = as_nadia.post(
        page_of(pk), sent("https://min.example/", late.context["form"].data["seen"])
    )
    assert again.status_code == 302
    assert Endpoint.objects.get().url == "https://min.example/"


def test_a_try_is_sent_and_its_answer_stands_in_the_log(
    as_nadia: KommuneClient, aarhus: Municipality, receiver: FakeReceiver
) -> None:
    pk = listening(receiver.url("/refuses")).one.offer.pk
    as_nadia.post(page_of(pk, "proev/"))
    work()

    assert len(receiver.received) == 1
    page = text_of(as_nadia.get(page_of(pk)))
    assert "401" in page
    assert "Ikke modtaget" in page
    # A try counts for nothing: it is how one finds out.
    assert Endpoint.objects.get().dead_in_a_row == 0

    Endpoint.objects.update(url=receiver.url("/ok"))
    as_nadia.post(page_of(pk, "igen/"), {"message_id": Delivery.objects.get().message_id})
    work()
    assert Delivery.objects.get().state == State.RECEIVED


def test_an_unknown_message_is_not_sent_again(
    as_nadia: KommuneClient, aarhus: Municipality
) -> None:
    pk = listening().one.offer.pk
    for text in ("msg_x", "\0", "", "x" * 5_000):
        assert as_nadia.post(page_of(pk, "igen/"), {"message_id": text}).status_code == 302
    assert not Delivery.objects.exists()


def test_what_is_switched_off_says_why_and_is_switched_on(
    as_nadia: KommuneClient, heard: Listening
) -> None:
    pk = heard.one.offer.pk
    Endpoint.objects.update(off_at=heard.endpoint.made_at, off_why="dead")
    assert "Tænd igen" in text_of(as_nadia.get(page_of(pk)))
    as_nadia.post(page_of(pk, "taend/"))
    assert Endpoint.objects.get().is_on


@pytest.fixture
def heard(aarhus: Municipality) -> Listening:
    return listening()


def test_a_closed_address_is_gone_and_another_may_be_opened(
    as_nadia: KommuneClient, heard: Listening
) -> None:
    pk = heard.one.offer.pk
    as_nadia.post(page_of(pk, "proev/"))
    as_nadia.post(page_of(pk, "luk/"))

    assert Delivery.objects.get().state == State.DROPPED
    for act in ("luk/", "proev/", "hemmelighed/"):
        assert as_nadia.post(page_of(pk, act)).status_code == 404
    assert "whsec_" in text_of(as_nadia.post(page_of(pk), sent()))


def test_a_solution_of_no_vendor_has_no_such_page(
    as_nadia: KommuneClient, aarhus: Municipality
) -> None:
    shared = on_shelf("Artikel", source="shared")
    assert as_nadia.get(page_of(shared.pk)).status_code == 404
    assert as_nadia.get(page_of(10**25)).status_code == 404


def test_the_page_is_valid_html_and_whole_in_english(
    as_nadia: KommuneClient, heard: Listening, receiver: FakeReceiver
) -> None:
    pk = heard.one.offer.pk
    Endpoint.objects.update(url=receiver.url("/echo"))
    as_nadia.post(page_of(pk, "proev/"))
    work()
    danish = text_of(as_nadia.get(page_of(pk)))
    assert html_problems({"webhooks": danish})["webhooks"] == []
    as_nadia.cookies["django_language"] = "en"
    english = text_of(as_nadia.get(page_of(pk)))
    assert "Send a test" in english
