# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is in a file, read from its bytes and never from its name."""

import io
import warnings
from dataclasses import dataclass
from typing import IO

import pypdfium2
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps
from pypdfium2 import raw

_MOST_PAGES = 50
_MOST_PIXELS = 50_000_000
_LONGEST_SIDE = 2400
_FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}


class Refused(Exception):  # noqa: N818 - it reads as what happened
    """A file that is not taken; `words` say why to the person who sent it."""

    def __init__(self, words: Promise | str) -> None:
        super().__init__(str(words))
        self.words = words


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file is, and what is kept instead of its bytes when they were cleaned."""

    media_type: str
    instead: bytes | None = None


def pdf(file: IO[bytes]) -> Checked:
    """Take a PDF that only shows pages.

    Nothing in it may run or open when somebody reads it: no script, no attached file, no form
    that is a program of its own.

    Raises:
        Refused: it is none, is locked with a password, has too many pages, or could run something.
    """
    content = file.read()
    if not content.startswith(b"%PDF-"):
        raise Refused(_("Filen er ikke en PDF. Gem den som PDF, og prøv igen."))
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused(
                _("Filen er låst med en kode. Gem den uden kode, og prøv igen.")
            ) from None
        raise Refused(_("Filen kan ikke åbnes. Gem den som PDF igen, og prøv så.")) from None
    try:
        _only_pages(document)
    finally:
        document.close()
    return Checked("application/pdf")


def _only_pages(document: pypdfium2.PdfDocument) -> None:
    if len(document) > _MOST_PAGES:
        raise Refused(_("Filen har mere end 50 sider. Del den, eller gem kun det vigtigste."))
    scripts = raw.FPDFDoc_GetJavaScriptActionCount(document.raw)
    attached = raw.FPDFDoc_GetAttachmentCount(document.raw)
    program = document.get_formtype() in {raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND}
    if scripts > 0 or attached > 0 or program:
        raise Refused(
            _("Filen indeholder mere end sider, der kan læses. Udskriv den til PDF, og prøv igen.")
        )


# What Pillow would write into the new file of what stood in the old one beside the picture.
_SAID_ASIDE = ("comment", "xmp", "exif")


def image(file: IO[bytes]) -> Checked:
    """Take a picture, made anew without what a camera writes into it: where and when it was taken.

    Raises:
        Refused: it is none that browsers show, or it is too large to be opened.
    """
    try:
        with warnings.catch_warnings():
            # Pillow warns of a picture that unpacks to a bomb; here it is refused.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(file, formats=list(_FORMATS))
            if picture.width * picture.height > _MOST_PIXELS:
                raise Refused(_("Billedet er for stort. Gør det mindre, og prøv igen."))
            media_type, name = _FORMATS[picture.format or ""], picture.format
            clean = ImageOps.exif_transpose(picture)
            clean.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
            for said in _SAID_ASIDE:
                clean.info.pop(said, None)
            out = io.BytesIO()
            clean.save(out, format=name)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(_("Billedet er for stort. Gør det mindre, og prøv igen.")) from error
    except (OSError, SyntaxError, ValueError, KeyError) as error:
        raise Refused(
            _("Filen er ikke et billede, som en browser kan vise. Brug PNG, JPEG eller WebP.")
        ) from error
    return Checked(media_type, out.getvalue())


def video(file: IO[bytes]) -> Checked:
    """Take a video that browsers play, told by its first bytes; raises Refused for others."""
    first = file.read(12)
    file.seek(0)
    if first[:4] == b"\x1a\x45\xdf\xa3":
        return Checked("video/webm")
    if first[4:8] == b"ftyp":
        return Checked("video/mp4")
    raise Refused(_("Filen er ikke en video, som en browser kan vise. Brug MP4 eller WebM."))
