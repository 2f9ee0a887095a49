# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A kommune gives itself name, colours, logo and texts; what people could not read is refused."""

import io
import re
import struct
import zlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
ADDRESS = "/administration/udseende/"
LOOK = {"name": "Aarhus", "primary_colour": "#0059b3", "accent_colour": "#2a7d4f"}


def save(browser: KommuneClient, **changes: Any) -> Any:
    return browser.post(ADDRESS, {**LOOK, **changes})


def picture(form: str = "PNG", size: tuple[int, int] = (1200, 300), **more: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "#00aa00").save(out, form, **more)
    return out.getvalue()


def upload(content: bytes, name: str = "logo.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/png")


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """Return a PNG of a few bytes that says it is enormous."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        crc = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def test_texts_and_colours_are_shown_on_the_kommunes_pages(
    as_anne: KommuneClient, aarhus: Municipality, index: Any
) -> None:
    answer = save(
        as_anne,
        primary_colour="#7a1f5c",
        headline_da="Find dit næste job i Aarhus",
        headline_en="Find your next job in Aarhus",
        welcome_da="Vi hjælper dig <b>videre</b>.",
        contact_phone="89 40 20 00",
    )
    assert answer.status_code == 302
    index()
    front = as_anne.get("/").content.decode()
    assert "Find dit næste job i Aarhus" in front
    assert "<b>videre</b>" not in front
    aarhus.refresh_from_db()
    assert aarhus.theme_version in front
    assert "#7a1f5c" in as_anne.get(f"/tema/{aarhus.theme_version}.css").content.decode()
    assert "89 40 20 00" in as_anne.get("/kontakt/").content.decode()
    as_anne.cookies["django_language"] = "en"
    assert "Find your next job in Aarhus" in as_anne.get("/").content.decode()
    with working_for(aarhus.pk):
        assert Event.objects.filter(kind="front.appearance_changed").count() == 1


def test_an_editor_may_too_and_no_other_kommune_changes(
    as_eva: KommuneClient, odense: Municipality
) -> None:
    assert save(as_eva, headline_da="Ny overskrift").status_code == 302
    odense.refresh_from_db()
    assert odense.headline_da == ""


@pytest.mark.parametrize(
    ("field", "colour"),
    [("primary_colour", "#ffff00"), ("primary_colour", "#eeeeee"), ("accent_colour", "#fefefe")],
)
def test_a_colour_people_cannot_read_is_refused_with_the_reason(
    as_anne: KommuneClient, aarhus: Municipality, field: str, colour: str
) -> None:
    answer = save(as_anne, **{field: colour}, headline_da="Bliver stående")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "for lys" in page
    assert "Bliver stående" in page, "what was typed stays"
    assert colour in page
    aarhus.refresh_from_db()
    assert getattr(aarhus, field) == LOOK[field]


@pytest.mark.parametrize("colour", ["blue", "#12345", "#0059b3;}body{}", "url(x)", ""])
def test_what_is_no_colour_is_refused(as_anne: KommuneClient, colour: str) -> None:
    assert save(as_anne, primary_colour=colour).status_code == 422


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_a_logo_is_drawn_anew_and_small(
    as_anne: KommuneClient, aarhus: Municipality, form: str
) -> None:
    content = picture(form) + b"<script>alert(1)</script>"
    assert save(as_anne, logo=upload(content)).status_code == 302
    aarhus.refresh_from_db()
    page = as_anne.get("/om/").content.decode()
    assert f"/aarhus/logo/{aarhus.theme_version}" in page
    served = as_anne.get(f"/logo/{aarhus.theme_version}")
    assert served["Content-Type"] == "image/png"
    assert "immutable" in served["Cache-Control"]
    assert b"script" not in served.content
    with Image.open(io.BytesIO(served.content)) as image:
        assert image.format == "PNG"
        assert image.size == (600, 150)


def test_what_a_camera_writes_into_a_picture_is_gone(
    as_anne: KommuneClient, aarhus: Municipality
) -> None:
    exif = Image.Exif()
    exif[0x010E] = "Kirsten Holm hjemme"
    content = picture("JPEG", exif=exif.tobytes())
    assert b"Kirsten" in content
    save(as_anne, logo=upload(content))
    aarhus.refresh_from_db()
    assert b"Kirsten" not in bytes(aarhus.logo or b"Kirsten")


_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (_SVG, "ikke et billede, vi kan læse"),
        (b"GIF89a" + b"\0" * 40, "ikke et billede, vi kan læse"),
        (picture()[:60], "ikke et billede, vi kan læse"),
        (b"not a picture", "ikke et billede, vi kan læse"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 1_100_000, "fylder mere end 1 MB"),
        (bomb(), "Vælg et mindre"),
        (bomb(6000, 6000), "Vælg et mindre"),
    ],
    ids=["svg", "gif", "half", "text", "huge", "bomb", "small bomb"],
)
def test_what_is_no_proper_picture_is_refused_with_the_reason(
    as_anne: KommuneClient, aarhus: Municipality, content: bytes, says: str
) -> None:
    answer = save(as_anne, logo=upload(content))
    assert answer.status_code == 422
    assert says in answer.content.decode()
    aarhus.refresh_from_db()
    assert aarhus.logo is None


def test_a_logo_can_be_taken_away(as_anne: KommuneClient, aarhus: Municipality) -> None:
    save(as_anne, logo=upload(picture()))
    aarhus.refresh_from_db()
    version = aarhus.theme_version
    assert save(as_anne).status_code == 302
    aarhus.refresh_from_db()
    assert aarhus.logo is not None, "saving the texts leaves the logo"
    assert save(as_anne, remove_logo="on").status_code == 302
    assert as_anne.get(f"/logo/{version}").status_code == 404


def test_long_texts_have_the_width_of_the_page(as_anne: KommuneClient) -> None:
    html = as_anne.get(ADDRESS).content.decode()

    for name in ("headline_da", "headline_en", "welcome_da", "welcome_en"):
        (control,) = re.findall(rf'<(?:input|textarea)[^>]*name="{name}"[^>]*>', html)
        assert "ju-full" in control
