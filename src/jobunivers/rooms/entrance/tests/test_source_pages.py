# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of her sources, as she meets them."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.integrations.profiles.sources.fake import FakeSources
from jobunivers.rooms.entrance.models import Telling
from jobunivers.rooms.entrance.queries.source_words import WHYS, month
from jobunivers.rooms.entrance.tests.making_sources import AKASSE, CV, resume
from jobunivers.rooms.journey.models import Profile
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust.models import Consent

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(settings: Any) -> Iterator[FakeSources]:
    with FakeSources(lambda _subject, _kommune: {"akasse": AKASSE}).running() as fake:
        settings.PROFILE_SOURCES = {
            code: {"address": fake.address, "token": ""} for code in ("akasse", "jobnet")
        }
        yield fake


def send(browser: KommuneClient, data: bytes, name: str = "cv.txt", **more: str) -> Any:
    upload = SimpleUploadedFile(name, data)
    return browser.post("/kilder/fil/", {"file": upload, **more}, follow=True)


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_file_and_one_click_fill_the_profile(as_kirsten: KommuneClient) -> None:
    page = text(send(as_kirsten, CV.encode()))
    assert "Lagermedarbejder" in page
    assert "Side 1, linje 8" in page
    assert "checked" not in page, "what a computer has read is for her to tick"
    answer = as_kirsten.post("/kilder/fundet/", {"alt": "1"}, follow=True)
    assert "er kommet med i din profil" in text(answer)
    profile = text(as_kirsten.get("/profil/"))
    assert "Varehuset A/S" in profile
    assert "cv.txt, " in profile
    assert "Der venter ikke noget" in text(as_kirsten.get("/kilder/fundet/"))


def test_what_she_ticks_comes_along_and_the_rest_waits(
    aarhus: Municipality, kirsten: Person, as_kirsten: KommuneClient
) -> None:
    page = text(send(as_kirsten, CV.encode()))
    (pk,) = re.findall(r'id="med-(\d+)"><label for="med-\d+">Butiksassistent', page)
    as_kirsten.post("/kilder/fundet/", {"med": [pk], "valgte": "1"})
    with working_for(aarhus.pk):
        profile = Profile.objects.get(citizen_id=kirsten.pk)
        assert [row.title for row in profile.experience.all()] == ["Butiksassistent"]
    assert "Lagermedarbejder" in text(as_kirsten.get("/kilder/fundet/"))
    as_kirsten.post("/kilder/fundet/", {"nej": "1"})
    assert "Lagermedarbejder" not in text(as_kirsten.get("/kilder/fundet/"))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"\x89PNG\r\n\x1a\n....", "images_only"),
        (b"PK\x03\x04 no zip at all", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old_word"),
        (b'{"half": ', "broken"),
        (b'{"a": 1}', "wrong_type"),
        (b"x" * (5 * 1024 * 1024 + 1), "too_large"),
        (b"Goddag og farvel", "nothing_found"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_in_her_words(
    as_kirsten: KommuneClient, data: bytes, code: str
) -> None:
    answer = send(as_kirsten, data)
    assert answer.status_code == 422
    assert str(WHYS[code]).split(".", 1)[0] in text(answer)


def test_without_a_file_she_is_asked_for_one(as_kirsten: KommuneClient) -> None:
    answer = as_kirsten.post("/kilder/fil/", {})
    assert answer.status_code == 422
    assert "Vælg en fil først." in text(answer)


def test_the_button_says_yes_and_fetches(
    aarhus: Municipality, kirsten: Person, as_kirsten: KommuneClient, world: FakeSources
) -> None:
    page = text(as_kirsten.get("/kilder/"))
    assert "Ja, hent det" in page
    assert "Din kommune er ikke koblet til her endnu." in page  # the job centre's system
    answer = as_kirsten.post("/kilder/akasse/hent/", {"ja": "1"}, follow=True)
    assert "Opvasker" in text(answer)
    assert "checked" in text(answer)
    with working_for(aarhus.pk):
        consent = Consent.objects.get(citizen_id=kirsten.pk)
        assert (consent.source, consent.given_by_id) == ("akasse", kirsten.pk)
    assert "Hent igen" in text(as_kirsten.get("/kilder/"))


def test_refusing_blocks_nothing_and_no_yes_is_no(
    as_kirsten: KommuneClient, world: FakeSources
) -> None:
    answer = as_kirsten.post("/kilder/akasse/hent/", follow=True)
    assert "Du har ikke sagt ja" in text(answer)
    assert world.asked == []
    assert "Lagermedarbejder" in text(send(as_kirsten, CV.encode()))


def test_a_source_that_is_down_loses_nothing(as_kirsten: KommuneClient, world: FakeSources) -> None:
    world.trouble["akasse"] = "down"
    answer = as_kirsten.post("/kilder/akasse/hent/", {"ja": "1"}, follow=True)
    assert "De svarer ikke lige nu" in text(answer)
    nobody = as_kirsten.post("/kilder/jobnet/hent/", {"ja": "1"}, follow=True)
    assert "ikke har noget om dig" in text(nobody)


def test_she_settles_what_sources_disagree_on(
    as_kirsten: KommuneClient, world: FakeSources
) -> None:
    send(as_kirsten, CV.encode())
    as_kirsten.post("/kilder/fundet/", {"alt": "1"})
    as_kirsten.post("/kilder/akasse/hent/", {"ja": "1"})
    page = text(as_kirsten.get("/kilder/spoergsmaal/"))
    assert "HF: Hvilket år blev du færdig?" in page
    assert "Din a-kasse, " in page
    assert "cv.txt, " in page
    assert as_kirsten.post("/kilder/spoergsmaal/", {}).status_code == 422
    (key,) = set(re.findall(r'name="(education-\d+-ended)"', page))
    wrong = as_kirsten.post("/kilder/spoergsmaal/", {key: "own", f"{key}-own": "i fjor"})
    assert wrong.status_code == 422
    assert "i fjor" in text(wrong)
    as_kirsten.post("/kilder/spoergsmaal/", {key: "0"})
    assert key not in text(as_kirsten.get("/kilder/spoergsmaal/"))
    assert "du har selv bestemt noget" in text(as_kirsten.get("/profil/"))


def test_a_file_can_be_forgotten_with_or_without_its_lines(
    aarhus: Municipality, kirsten: Person, as_kirsten: KommuneClient, as_mads: KommuneClient
) -> None:
    send(as_kirsten, resume(work=[{"position": "Kok", "name": "Kroen", "startDate": "2020"}]))
    as_kirsten.post("/kilder/fundet/", {"alt": "1"})
    with working_for(aarhus.pk):
        pk = Telling.objects.get().pk
    assert as_mads.post(f"/kilder/fil/{pk}/fjern/").status_code == 404
    as_kirsten.post(f"/kilder/fil/{pk}/fjern/", {"behold": "1"})
    assert "Kroen" in text(as_kirsten.get("/profil/"))
    send(as_kirsten, resume(work=[{"position": "Tjener", "name": "Baren", "startDate": "2020"}]))
    as_kirsten.post("/kilder/fundet/", {"alt": "1"})
    with working_for(aarhus.pk):
        pk = Telling.objects.get().pk
    as_kirsten.post(f"/kilder/fil/{pk}/fjern/")
    page = text(as_kirsten.get("/profil/"))
    assert "Baren" not in page
    assert "Kroen" in page


def test_her_profile_is_a_file_she_can_take_along(as_kirsten: KommuneClient) -> None:
    send(as_kirsten, CV.encode())
    as_kirsten.post("/kilder/fundet/", {"alt": "1"})
    answer = as_kirsten.get("/kilder/min-profil.json")
    assert answer["Content-Type"] == "application/json"
    assert answer.json()["format"] == "jobunivers-profile"
    assert answer.json()["jobs"][0]["employer"] == "Varehuset A/S"
    assert "Der var ikke noget nyt" in text(send(as_kirsten, answer.content, "min.json"))


def test_she_comes_back_to_where_she_came_from_and_nowhere_else(
    as_kirsten: KommuneClient,
) -> None:
    answer = send(as_kirsten, CV.encode(), next="/aarhus/velkommen/oensker/")
    assert 'value="/aarhus/velkommen/oensker/"' in text(answer)
    done = as_kirsten.post("/kilder/fundet/", {"alt": "1", "next": "/aarhus/velkommen/oensker/"})
    assert done["Location"] == "/aarhus/velkommen/oensker/"
    away = as_kirsten.post("/kilder/fundet/", {"nej": "1", "next": "https://evil.example/"})
    assert "evil" not in away["Location"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("05-2019", "2019-05"), ("2019-05", "2019-05"), ("5/2019", "2019-05"), (" 2019 ", "2019"),
     ("13-2019", ""), ("i maj", ""), ("٢٠١٩", "")],
)  # fmt: skip
def test_months_are_read_as_people_write_them(written: str, meant: str) -> None:
    assert month(written) == meant
