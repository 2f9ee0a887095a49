# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What kinds of files are taken, how large, and what in them is refused."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.files import contents

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of file.

    Attributes:
        code: kept in rows and never renamed.
        most: the most bytes.
        accept: what a browser's chooser offers, as an `accept` attribute.
        check: file → its media type, and other content to keep instead; raises contents.Refused.
        too_large: what is said of one that is larger.
        inline: may be shown on a page; others are only saved.
    """

    code: str
    most: int
    accept: str
    check: Callable[[IO[bytes]], contents.Checked]
    too_large: Promise
    inline: bool = False


PDF = Kind(
    code="pdf",
    most=10 * MEGABYTE,
    accept="application/pdf,.pdf",
    check=contents.pdf,
    too_large=_("Filen fylder mere end 10 MB. Gem den i en mindre størrelse, og prøv igen."),
)
IMAGE = Kind(
    code="image",
    most=15 * MEGABYTE,
    accept="image/png,image/jpeg,image/webp",
    check=contents.image,
    too_large=_("Billedet fylder mere end 15 MB. Gør det mindre, og prøv igen."),
    inline=True,
)
VIDEO = Kind(
    code="video",
    most=500 * MEGABYTE,
    accept="video/mp4,video/webm",
    check=contents.video,
    too_large=_("Videoen fylder mere end 500 MB. Gør den kortere eller mindre, og prøv igen."),
    inline=True,
)
KINDS = {kind.code: kind for kind in (PDF, IMAGE, VIDEO)}
