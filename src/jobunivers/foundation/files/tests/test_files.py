# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import StopFutureHandlers
from django.test import RequestFactory
from PIL import Image
from pytest_django import Settings

from jobunivers.foundation.files import actions, contents, handlers, kinds, queries, serving
from jobunivers.foundation.files.models import PIECE, FilePiece, StoredFile
from jobunivers.foundation.files.tests.making import pdf_bytes, pdf_upload, photo_bytes
from jobunivers.foundation.http import Request
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.integrations.clamd.fake import EICAR, FakeScanner

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
MP4 = b"\0\0\0\x18ftypmp42"


@pytest.fixture
def at_work(aarhus: Municipality) -> Iterator[None]:
    with working_for(aarhus.pk):
        yield


def _keep(upload: SimpleUploadedFile, kind: kinds.Kind = kinds.PDF) -> StoredFile:
    return actions.keep(upload=upload, kind=kind, by_id=None, at=NOW)


def test_a_pdf_that_only_shows_pages_is_taken() -> None:
    assert contents.pdf(io.BytesIO(pdf_bytes())).media_type == "application/pdf"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"MZ not a pdf", "ikke en PDF"),
        (b"%PDF-1.7 and then nothing", "kan ikke åbnes"),
        (pdf_bytes(code="hemmelig"), "låst med en kode"),
        (pdf_bytes(pages=51), "mere end 50 sider"),
        (pdf_bytes(script="app.alert\\(1\\)"), "mere end sider"),
        (pdf_bytes(attached=b"MZ"), "mere end sider"),
    ],
)
def test_a_pdf_that_is_more_or_less_than_pages_is_refused_with_the_reason(
    content: bytes, said: str
) -> None:
    with pytest.raises(contents.Refused, match=said):
        contents.pdf(io.BytesIO(content))


def test_a_photo_loses_what_the_camera_wrote_into_it() -> None:
    checked = contents.image(io.BytesIO(photo_bytes()))

    assert checked.instead is not None
    assert not Image.open(io.BytesIO(checked.instead)).getexif()


def test_a_large_photo_is_made_smaller() -> None:
    checked = contents.image(io.BytesIO(photo_bytes(width=5000, height=100)))

    assert checked.instead is not None
    assert Image.open(io.BytesIO(checked.instead)).width == 2400


@pytest.mark.parametrize("content", [b"<svg onload='x'/>", b"", photo_bytes(form="TIFF")])
def test_what_is_no_picture_of_the_web_is_refused(content: bytes) -> None:
    with pytest.raises(contents.Refused):
        contents.image(io.BytesIO(content))


def test_a_picture_that_unpacks_to_a_bomb_is_refused() -> None:
    out = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(out, format="PNG")

    with pytest.raises(contents.Refused, match="for stort"):
        contents.image(out)


def test_a_video_is_told_by_its_first_bytes() -> None:
    assert contents.video(io.BytesIO(MP4)).media_type == "video/mp4"
    with pytest.raises(contents.Refused):
        contents.video(io.BytesIO(b"RIFF....AVI "))


@pytest.mark.django_db
@pytest.mark.usefixtures("at_work")
def test_a_file_comes_back_as_it_was_in_whole_and_in_parts() -> None:
    body = MP4 + bytes(range(256)) * (2 * PIECE // 256)
    row = _keep(SimpleUploadedFile("film.mp4", body), kinds.VIDEO)

    assert queries.content(row) == body
    assert queries.content(row, first=PIECE - 3, last=PIECE + 2) == body[PIECE - 3 : PIECE + 3]
    assert FilePiece.objects.filter(file=row).count() == 3


@pytest.mark.django_db
@pytest.mark.usefixtures("at_work")
@pytest.mark.parametrize(
    ("asked", "status", "length"),
    [
        ("", 200, 1000),
        ("bytes=0-99", 206, 100),
        ("bytes=-10", 206, 10),
        ("bytes=990-", 206, 10),
        ("bytes=1000-", 416, 0),
        ("bytes=5-2", 416, 0),
        ("lines=1-2", 200, 1000),
    ],
)
def test_a_browser_gets_the_part_it_asks_for(
    rf: RequestFactory, asked: str, status: int, length: int
) -> None:
    row = _keep(SimpleUploadedFile("film.mp4", MP4.ljust(1000, b"x")), kinds.VIDEO)
    request = rf.get("/", headers={"Range": asked} if asked else {})
    answer = serving.serve(_as_ours(request), row)

    assert (answer.status_code, len(answer.content)) == (status, length)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def _as_ours(request: object) -> Request:
    assert hasattr(request, "headers")
    return request  # type: ignore[return-value]  # what serving reads of it is there


@pytest.mark.django_db
@pytest.mark.usefixtures("at_work")
@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("ansøgning.pdf", "ansøgning.pdf"),
        ("..\\..\\windows\\cv.pdf", "cv.pdf"),
        ('cv"\r\nX: y.pdf', "cvX y.pdf"),
        ("🦊.pdf", "🦊.pdf"),
        ("x" * 300 + ".pdf", ("x" * 300 + ".pdf")[-200:]),
    ],
)
def test_a_name_can_be_shown_and_sent_in_a_header(rf: RequestFactory, name: str, kept: str) -> None:
    upload = pdf_upload()
    vars(upload)["_name"] = name  # as a client sends it that does not tidy names
    row = _keep(upload)

    assert row.name == kept
    given = serving.serve(_as_ours(rf.get("/")), row).headers["Content-Disposition"]
    assert given.startswith("attachment; filename*=UTF-8''")


@pytest.mark.django_db
@pytest.mark.usefixtures("at_work")
def test_an_empty_or_too_large_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(contents.Refused, match="tom"):
        _keep(pdf_upload(content=b""))
    upload = pdf_upload()
    upload.size = kinds.PDF.most + 1
    with pytest.raises(contents.Refused, match="10 MB"):
        _keep(upload)
    assert not StoredFile.objects.exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("at_work")
def test_a_file_the_scanner_finds_harmful_is_not_kept(settings: Settings) -> None:
    with FakeScanner() as scanner:
        settings.CLAMD = scanner.address
        clean = _keep(pdf_upload())
        with pytest.raises(contents.Refused, match="gøre skade"):
            _keep(SimpleUploadedFile("film.mp4", MP4 + EICAR), kinds.VIDEO)

    assert clean.scanned_by == "clamd"
    assert StoredFile.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("at_work")
def test_while_the_scanner_is_silent_no_file_is_taken(settings: Settings) -> None:
    settings.CLAMD = "tcp://127.0.0.1:1"

    with pytest.raises(contents.Refused, match="lige nu"):
        _keep(pdf_upload())


@pytest.mark.django_db
@pytest.mark.usefixtures("at_work")
def test_a_file_whose_time_is_over_goes_with_its_pieces() -> None:
    actions.keep(upload=pdf_upload(), kind=kinds.PDF, by_id=None, at=NOW, until=date(2026, 12, 1))
    stays = _keep(pdf_upload())

    assert actions.forget_ended(today=date(2026, 12, 1)) == 0
    assert actions.forget_ended(today=date(2026, 12, 2)) == 1
    assert set(FilePiece.objects.values_list("file_id", flat=True)) == {stays.pk}


@pytest.mark.django_db
def test_another_kommunes_file_is_not_there(aarhus: Municipality, odense: Municipality) -> None:
    with working_for(aarhus.pk):
        row = _keep(pdf_upload())
    with working_for(odense.pk):
        assert queries.file_of(row.pk) is None
        assert queries.content(row) == b""


def test_what_is_longer_than_any_file_we_keep_is_counted_and_thrown_away() -> None:
    handler = handlers.TooLargeHandler()
    handler.handle_raw_input(io.BytesIO(), {}, 2_000_000_000, b"", None)
    with pytest.raises(StopFutureHandlers):
        handler.new_file("file", "film.mp4", "video/mp4", None, None)

    assert handler.receive_data_chunk(b"x" * 1000, 0) is None
    upload = handler.file_complete(2_000_000_000)
    assert upload is not None
    assert (upload.size, upload.read()) == (2_000_000_000, b"")
