# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Logos are redrawn before they are kept: what is served is a picture and nothing else."""

import io
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

_MOST_BYTES = 1024 * 1024
_BOX = (600, 160)
# A small file can unfold to an enormous picture; a logo never needs this many pixels.
_MOST_PIXELS = 20_000_000
CONTENT_TYPE = "image/png"


class NotALogo(Exception):  # noqa: N818 - it reads as what is wrong
    """The file cannot be used; `text` says why, to the person who chose it."""

    def __init__(self, text: Any) -> None:
        super().__init__(str(text))
        self.text = text


def redraw(upload: "UploadedFile[bytes]") -> bytes:
    """Return the picture as a PNG of at most 600 × 160 pixels."""
    if (upload.size or 0) > _MOST_BYTES:
        raise NotALogo(_("Billedet fylder mere end 1 MB. Vælg et mindre."))
    try:
        with Image.open(upload, formats=("PNG", "JPEG", "WEBP")) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise NotALogo(_("Billedet har for mange punkter. Vælg et mindre."))
            picture = image.convert("RGBA")
    except Image.DecompressionBombError as error:
        raise NotALogo(_("Billedet har for mange punkter. Vælg et mindre.")) from error
    except (UnidentifiedImageError, OSError) as error:
        raise NotALogo(
            _("Filen er ikke et billede, vi kan læse. Brug PNG, JPEG eller WebP.")
        ) from error
    picture.thumbnail(_BOX)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
