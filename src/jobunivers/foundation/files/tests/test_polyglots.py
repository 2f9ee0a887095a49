# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that are two things at once, larger than they look, or tell where they were made."""

import io
import socket
import zipfile
import zlib
from struct import pack

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pytest_django import Settings

from jobunivers.foundation.files import actions, contents, kinds
from jobunivers.foundation.files.models import StoredFile
from jobunivers.foundation.files.tests.making import pdf_bytes, photo_bytes
from jobunivers.foundation.files.tests.test_files import NOW
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality

_PAGE = b"<html><script>alert(1)</script></html>"


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("evil.html", _PAGE)
    return packed.getvalue()


def _png_of(width: int, height: int) -> bytes:
    """Return a PNG that says it is of this size and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head = pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"\0" * 1_000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("tail", [_zip(), _PAGE, b"MZ" + b"\0" * 200])
def test_what_hangs_behind_a_picture_is_not_kept(tail: bytes) -> None:
    checked = contents.image(io.BytesIO(photo_bytes() + tail))

    assert checked.instead is not None, "a picture is made anew"
    assert tail not in checked.instead
    assert b"<script" not in checked.instead


@pytest.mark.parametrize("head", [_PAGE, _zip(), b"GIF89a", b"\n\n"])
def test_a_pdf_that_begins_as_something_else_is_refused(head: bytes) -> None:
    with pytest.raises(contents.Refused):
        contents.pdf(io.BytesIO(head + pdf_bytes()))


@pytest.mark.parametrize("size", [(100_000, 100_000), (65_000, 1_000), (2**31 - 1, 1)])
def test_a_picture_that_says_it_is_huge_is_refused_before_it_is_unpacked(
    size: tuple[int, int],
) -> None:
    with pytest.raises(contents.Refused):
        contents.image(io.BytesIO(_png_of(*size)))


def test_where_and_when_a_photo_was_taken_is_not_kept() -> None:
    photo = Image.new("RGB", (40, 30), "green")
    exif = Image.Exif()
    exif[0x0110] = "Kirstens telefon"
    exif.get_ifd(0x8825)[1] = "N"
    written = io.BytesIO()
    photo.save(written, "JPEG", exif=exif, comment=b"Kirsten Holm")

    checked = contents.image(io.BytesIO(written.getvalue()))

    assert checked.instead is not None
    assert b"Kirsten" not in checked.instead
    assert not Image.open(io.BytesIO(checked.instead)).getexif()


@pytest.mark.django_db
def test_a_scanner_that_hangs_up_in_the_middle_lets_no_file_through(
    aarhus: Municipality, settings: Settings
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        settings.CLAMD = f"tcp://127.0.0.1:{nobody.getsockname()[1]}"  # bound, and not listening
        upload = SimpleUploadedFile("cv.pdf", pdf_bytes(), "application/pdf")
        with (
            working_for(aarhus.pk),
            pytest.raises(contents.Refused, match="ikke kontrollere filer"),
        ):
            actions.keep(upload=upload, kind=kinds.PDF, by_id=None, at=NOW)
        with working_for(aarhus.pk):
            assert not StoredFile.objects.exists()
