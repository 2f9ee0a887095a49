# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text on paper: a PDF (A4) with the fonts of the pages, in the reader's language."""

import logging

from django.contrib.staticfiles import finders
from django.utils.translation import gettext as _
from fpdf import FPDF
from fpdf.enums import XPos, YPos

_FONTS = {
    "": "vendor/dkfds/fonts/whole/IBMPlexSans-Regular.ttf",
    "B": "vendor/dkfds/fonts/whole/IBMPlexSans-SemiBold.ttf",
}
_FAMILY = "plex"
_UNWRITABLE = "◊"
_GREY, _BLACK = 80, 20

logging.getLogger("fontTools.subset").setLevel(logging.ERROR)


class NoFont(RuntimeError):  # noqa: N818 - it reads as what is wrong
    """The fonts of the pages are not installed."""


def _font(style: str) -> str:
    found = finders.find(_FONTS[style])
    if not found:
        raise NoFont(_FONTS[style])
    return str(found)


class Paper:
    """A4 pages with headings and text; a sign that the font lacks is written as ◊."""

    def __init__(self, *, title: str, language: str) -> None:
        self._lozenges = False
        self._pdf = FPDF(format="A4")
        self._pdf.set_margins(20, 18, 20)
        self._pdf.set_auto_page_break(auto=True, margin=18)
        for style in _FONTS:
            self._pdf.add_font(_FAMILY, style, _font(style))
        both = [set(self._pdf.fonts[f"{_FAMILY}{style}"].cmap) for style in _FONTS]  # type: ignore[union-attr]
        self._writable = frozenset(both[0] & both[1])
        self._pdf.set_lang(language)
        self._pdf.set_title(title)
        self._pdf.add_page()

    def heading(self, text: str, *, size: int = 14) -> None:
        """Write a heading that stands with what follows."""
        self._pdf.ln(4)
        if self._pdf.will_page_break(24):
            self._pdf.add_page()
        self._pdf.start_section(self._safe(text)[:100] or _UNWRITABLE)
        self._write(text, style="B", size=size, grey=False, indent=0)

    def sheet(self) -> None:
        """Begin on a new page: another letter in the same file."""
        self._pdf.add_page()

    def text(self, text: str, *, bold: bool = False, grey: bool = False, indent: int = 0) -> None:
        """Write a paragraph."""
        self._write(text, style="B" if bold else "", size=10.5, grey=grey, indent=indent)

    def _write(self, text: str, *, style: str, size: float, grey: bool, indent: int) -> None:
        self._pdf.set_font(_FAMILY, style, size)
        self._pdf.set_text_color(_GREY if grey else _BLACK)
        self._pdf.set_x(self._pdf.l_margin + indent)
        self._pdf.multi_cell(
            0,
            size * 0.5,
            self._safe(text),
            align="L",
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )

    def _safe(self, text: str) -> str:
        kept = "".join(
            one if ord(one) in self._writable or one == "\n" else _UNWRITABLE
            for one in text.replace("\r\n", "\n").replace("\t", " ")
        )
        self._lozenges = self._lozenges or (_UNWRITABLE in kept)
        return kept

    def finished(self) -> bytes:
        """Return the file."""
        if self._lozenges:
            self._pdf.ln(4)
            words = _("◊ står for et tegn, som skriften mangler. Det står rigtigt på siden.")
            self._write(words, style="", size=9, grey=True, indent=0)
        return bytes(self._pdf.output())
