# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files for tests, made by libraries that write them."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from fpdf import FPDF
from PIL import Image


def pdf_bytes(*, pages: int = 1, script: str = "", attached: bytes = b"", code: str = "") -> bytes:
    """Return a PDF; with a script, an attached file or a code when asked for."""
    paper = FPDF()
    paper.set_font("Helvetica", size=12)
    for number in range(pages):
        paper.add_page()
        paper.cell(text=f"Side {number + 1}")
    if attached:
        paper.embed_file(basename="skjult.exe", bytes=attached)
    if code:
        paper.set_encryption(owner_password=code, user_password=code)
    content = bytes(paper.output())
    if script:
        # As a program that writes forms would: an act of the document's own.
        names = f"/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS ({script}) >>] >> >>"
        content = content.replace(b"/Type /Catalog", b"/Type /Catalog " + names.encode(), 1)
    return content


def pdf_upload(name: str = "ansøgning.pdf", content: bytes | None = None) -> SimpleUploadedFile:
    """Return a PDF as a browser sends it."""
    return SimpleUploadedFile(name, pdf_bytes() if content is None else content)


def photo_bytes(*, width: int = 40, height: int = 30, form: str = "JPEG") -> bytes:
    """Return a picture that says where it was taken."""
    picture = Image.new("RGB", (width, height), "teal")
    exif = Image.Exif()
    exif[0x010F] = "Kamera"
    exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    picture.save(out, format=form, exif=exif)
    return out.getvalue()
