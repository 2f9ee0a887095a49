# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every kommune begins with the same introduction, and may write its own, with videos."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.entrance import actions, queries, starter
from jobunivers.rooms.entrance.models import PIECE, GuideItem, Picture, Place
from jobunivers.rooms.entrance.tests.making import CAPTIONS, NOW, make_entry, make_video_item
from jobunivers.testing.browsers import KommuneClient, text_of

pytestmark = pytest.mark.django_db
WEBM = b"\x1a\x45\xdf\xa3"


def _form(**changes: str) -> dict[str, str]:
    return {
        "place": "tour", "order": "5", "title_da": "Sådan her", "title_en": "Like this",
        "text_da": "Et.\n\nTo.", "text_en": "One.\n\nTwo.", "picture": "path",
        "written_by": "Eva", "review_on": "2027-06-01", **changes,
    }  # fmt: skip


def test_the_projects_own_texts_are_whole_in_both_languages() -> None:
    items = starter.read()

    assert len({item["key"] for item in items}) == len(items)
    for item in items:
        assert item["place"] in Place.values
        assert item["picture"] in Picture.values
        for name in ("title_da", "title_en", "text_da", "text_en"):
            assert item[name].strip(), (item["key"], name)


def test_the_shared_texts_are_there_from_the_start_and_loading_again_changes_nothing(
    aarhus: Municipality,
) -> None:
    assert starter.ensure(at=NOW) == 0
    with working_for(aarhus.pk):
        shown = queries.items(place=Place.TOUR, language="da")

    assert shown[0].title == "Sådan bruger du siderne"
    assert len(shown) == sum(item["place"] == "tour" for item in starter.read())


def test_a_kommunes_own_text_stands_instead_of_the_shared_and_only_there(
    aarhus: Municipality, odense: Municipality, eva: Person
) -> None:
    with working_for(aarhus.pk):
        actions.save_item(
            key="profil", entry=make_entry("Vores profilside"), actor_id=eva.pk, at=NOW
        )
        titles = [one.title for one in queries.items(place=Place.TOUR, language="da")]
        assert "Vores profilside" in titles
        assert "Din profil er dit eget CV" not in titles
    with working_for(odense.pk):
        titles = [one.title for one in queries.items(place=Place.TOUR, language="da")]
        assert "Din profil er dit eget CV" in titles
    with working_for(aarhus.pk):
        actions.remove_own_item(key="profil", actor_id=eva.pk, at=NOW)
        titles = [one.title for one in queries.items(place=Place.TOUR, language="da")]
        assert "Din profil er dit eget CV" in titles


def test_a_hidden_text_is_shown_to_nobody_but_the_editor(
    aarhus: Municipality, eva: Person, as_eva: KommuneClient, as_kirsten: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        actions.save_item(
            key="profil", entry=make_entry("Gemt væk", hidden=True), actor_id=eva.pk, at=NOW
        )

    assert "Gemt væk" not in text_of(as_kirsten.get("/velkommen/rundvisning/"))
    assert as_kirsten.get("/velkommen/rundvisning/profil/").status_code == 404
    assert "Gemt væk" in text_of(as_eva.get("/administration/introduktion/"))


def test_what_she_has_opened_is_kept(as_kirsten: KommuneClient, kirsten: Person) -> None:
    total = sum(item["place"] == "tour" for item in starter.read())
    for _ in range(2):
        page = text_of(as_kirsten.get("/velkommen/rundvisning/profil/"))
        assert "Har du et CV i forvejen" in page

    assert f"Du har set 1 af {total}." in text_of(as_kirsten.get("/velkommen/rundvisning/"))
    with working_for(kirsten.municipality_id):
        assert queries.seen_by(kirsten.pk) == {"profil"}


def test_an_editor_writes_a_text_and_a_citizen_reads_it(
    as_eva: KommuneClient, as_kirsten: KommuneClient
) -> None:
    answer = as_eva.post("/administration/introduktion/ny/", _form(title_da="Vores hus på Ågade"))
    assert answer["Location"] == "/aarhus/administration/introduktion/vores-hus-paa-aagade/"
    again = as_eva.post("/administration/introduktion/ny/", _form(title_da="Vores hus på Ågade"))
    assert again.status_code == 422

    page = text_of(as_kirsten.get("/velkommen/rundvisning/vores-hus-paa-aagade/"))
    assert "<p>Et.</p>" in page
    assert "Skrevet af Eva" in page
    assert "læses igennem" in text_of(as_eva.get("/administration/introduktion/")).lower()


def test_a_title_that_is_an_address_of_its_own_still_has_its_page(as_eva: KommuneClient) -> None:
    answer = as_eva.post("/administration/introduktion/ny/", _form(title_da="Ny"))

    assert as_eva.get(str(answer["Location"])).status_code == 200
    assert str(answer["Location"]).endswith("/ny-1/")


def test_what_an_editor_writes_is_text_and_no_markup(
    as_eva: KommuneClient, as_kirsten: KommuneClient
) -> None:
    as_eva.post("/administration/introduktion/profil/", _form(text_da="<script>alert(1)</script>"))

    assert "<script>alert" not in text_of(as_kirsten.get("/velkommen/rundvisning/profil/"))


def test_an_editor_uploads_a_video_with_captions_and_a_citizen_sees_it(
    as_eva: KommuneClient, as_kirsten: KommuneClient
) -> None:
    as_eva.post("/administration/introduktion/profil/", _form())
    video = SimpleUploadedFile("film.mp4", WEBM + b"x" * 1000)
    captions = SimpleUploadedFile("film.vtt", CAPTIONS.encode())
    address = "/administration/introduktion/profil/video/"

    answer = as_eva.post(address, {"video": video, "captions_da": captions})

    assert answer.status_code == 302
    page = text_of(as_kirsten.get("/velkommen/rundvisning/profil/"))
    assert "<video" in page
    assert 'kind="captions"' in page
    pk = _number_of(page)
    assert as_kirsten.get(f"/velkommen/video/{pk}/")["Content-Type"] == "video/webm"
    vtt = as_kirsten.get(f"/velkommen/video/{pk}/da.vtt")
    assert vtt.content.decode() == CAPTIONS
    assert as_kirsten.get(f"/velkommen/video/{pk}/en.vtt").status_code == 404
    as_eva.post(address, {"fjern": "1"})
    assert as_kirsten.get(f"/velkommen/video/{pk}/").status_code == 404


def _number_of(page: str) -> int:
    return int(page.split("/velkommen/video/")[1].split("/", maxsplit=1)[0])


@pytest.mark.parametrize(
    ("video", "captions", "says"),
    [
        (b"MZ\x90\x00 not a video", CAPTIONS.encode(), "ikke en video"),
        (WEBM + b"x", b"1\n00:00:00,000 --> 00:00:01,000\nHej", "formatet WebVTT"),
        (WEBM + b"x", b"WEBVTT\n\n\xff\xfe", "UTF-8"),
        (WEBM + b"x", b"WEBVTT\n\nno cue at all", "formatet WebVTT"),
        (b"", CAPTIONS.encode(), "Filen er tom"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_a_reason(
    video: bytes, captions: bytes, says: str, as_eva: KommuneClient
) -> None:
    as_eva.post("/administration/introduktion/profil/", _form())
    files = {
        "video": SimpleUploadedFile("a.mp4", video),
        "captions_da": SimpleUploadedFile("a.vtt", captions),
    }

    answer = as_eva.post("/administration/introduktion/profil/video/", files)

    assert answer.status_code == 422
    assert says in text_of(answer)


def test_a_shared_text_gets_no_video_before_it_is_the_kommunes_own(as_eva: KommuneClient) -> None:
    assert as_eva.post("/administration/introduktion/profil/video/").status_code == 404


@pytest.fixture
def film(eva: Person) -> GuideItem:
    """Return a video of two and a half pieces whose bytes tell their places."""
    return make_video_item(eva, content=bytes(number % 251 for number in range(PIECE * 5 // 2)))


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-99", 0, 99),
        (f"bytes={PIECE - 1}-{PIECE}", PIECE - 1, PIECE),
        (f"bytes={PIECE}-", PIECE, PIECE * 5 // 2 - 1),
        ("bytes=-10", PIECE * 5 // 2 - 10, PIECE * 5 // 2 - 1),
        (f"bytes={PIECE * 2}-99999999999", PIECE * 2, PIECE * 5 // 2 - 1),
    ],
)
def test_a_part_of_a_video_is_exactly_that_part(
    asked: str, first: int, last: int, film: GuideItem, as_kirsten: KommuneClient
) -> None:
    answer = as_kirsten.get(
        f"/velkommen/video/{film.pk}/", headers={"Range": asked, "Accept-Encoding": "gzip"}
    )

    size = PIECE * 5 // 2
    assert answer.status_code == 206
    assert answer["Content-Range"] == f"bytes {first}-{last}/{size}"
    assert answer.content == bytes(number % 251 for number in range(first, last + 1))
    assert answer["Content-Encoding"] == "identity", "a part that was packed would be no part"


@pytest.mark.parametrize("asked", [f"bytes={PIECE * 3}-", "bytes=9-3", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused(
    asked: str, film: GuideItem, as_kirsten: KommuneClient
) -> None:
    answer = as_kirsten.get(f"/velkommen/video/{film.pk}/", headers={"Range": asked})

    assert answer.status_code == 416
    assert answer["Content-Range"] == f"bytes */{PIECE * 5 // 2}"


@pytest.mark.parametrize("asked", ["", "bytes=-", "pages=1-2", "bytes=1-2,5-6", "bytes=x"])
def test_without_a_part_we_understand_the_whole_is_given(
    asked: str, film: GuideItem, as_kirsten: KommuneClient
) -> None:
    answer = as_kirsten.get(f"/velkommen/video/{film.pk}/", headers={"Range": asked})

    assert answer.status_code == 200
    assert len(answer.content) == PIECE * 5 // 2


def test_another_kommunes_video_is_not_there(film: GuideItem, as_jonas: KommuneClient) -> None:
    assert as_jonas.get(f"/velkommen/video/{film.pk}/").status_code == 404
