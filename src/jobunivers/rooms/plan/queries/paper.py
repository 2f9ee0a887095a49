# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her plan on paper: a PDF with the fonts of the pages, in the reader's language."""

import logging
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib.staticfiles import finders
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from fpdf import FPDF
from fpdf.enums import XPos, YPos

from jobunivers.foundation.ui.wording import clock, day_year
from jobunivers.foundation.ui.wording import kommune as kommune_name
from jobunivers.rooms.plan.queries.page import AgreementLine, Line, PlanPage, plan_page
from jobunivers.rooms.plan.queries.words import AGREEMENT_STATES, EVERY, FIXED_AT, KINDS, STATES

if TYPE_CHECKING:
    from jobunivers.rooms.plan.models import JobSearchRequirements

_FONTS = {
    "": "vendor/dkfds/fonts/whole/IBMPlexSans-Regular.ttf",
    "B": "vendor/dkfds/fonts/whole/IBMPlexSans-SemiBold.ttf",
}
_FAMILY = "plex"
_MOST = 500  # activities on paper
_UNWRITABLE = "◊"
_GREY, _BLACK = 80, 20

logging.getLogger("fontTools.subset").setLevel(logging.ERROR)


class NoFont(RuntimeError):  # noqa: N818 - it reads as what is wrong
    """The fonts of the pages are not installed."""


def plan_on_paper(
    *, citizen_id: int, name: str, kommune: str, language: str, at: datetime
) -> bytes:
    """Return her plan as a PDF (A4); a sign that the font lacks is written as ◊."""
    page = plan_page(citizen_id=citizen_id, language=language, at=at, page=None, per_page=_MOST)
    paper = _Paper(language)
    paper.heading(_("Min plan"), size=22)
    when = _("Skrevet ud %(day)s %(time)s") % {"day": day_year(at), "time": clock(at)}
    paper.text(f"{name} · {kommune_name(kommune)} · {when}", grey=True)
    _activities(paper, page)
    if page.agreements:
        paper.heading(_("Aftaler"))
        for one in page.agreements:
            _agreement(paper, one)
    if page.requirements is not None:
        _requirements(paper, page.requirements, page.fixed_by)
    if page.empty and page.requirements is None:
        paper.text(_("Der står ikke noget i planen endnu."))
    return paper.finished()


def _activities(paper: "_Paper", page: PlanPage) -> None:
    for block in page.blocks:
        paper.heading(block.goal.words if block.goal else _("Uden mål"))
        if block.goal and block.goal.by_on:
            paper.text(_("Inden %(day)s") % {"day": day_year(block.goal.by_on)}, grey=True)
        for line in block.lines:
            _line(paper, line)
        if not block.lines:
            paper.text(_("Ingen aktiviteter endnu."), grey=True)


def _line(paper: "_Paper", line: Line) -> None:
    row = line.activity
    paper.text(f"–  {line.title}", bold=True)
    said = [str(KINDS[row.kind]), line.when, row.place, str(STATES[row.state])]
    if line.thing is not None and line.thing.note:
        said.append(line.thing.note)
    if line.gone:
        said.append(_("Ikke længere slået op"))
    paper.text(" · ".join(part for part in said if part), grey=True, indent=5)
    if row.note:
        paper.text(row.note, indent=5)


def _agreement(paper: "_Paper", one: AgreementLine) -> None:
    row = one.agreement
    paper.text(f"–  {row.words}", bold=True)
    said = [str(AGREEMENT_STATES[row.state])]
    if one.who:
        said.append(_("Med %(name)s") % {"name": one.who})
    if row.agreed_at:
        said.append(_("Aftalt %(day)s") % {"day": day_year(row.agreed_at)})
    if row.due_on:
        said.append(_("Inden %(day)s") % {"day": day_year(row.due_on)})
    paper.text(" · ".join(said), grey=True, indent=5)


def _requirements(paper: "_Paper", row: "JobSearchRequirements", fixed_by: str) -> None:
    paper.heading(_("Krav til jobsøgning"))
    count = ngettext(
        "%(count)s ansøgning skal lægges i joblog %(every)s.",
        "%(count)s ansøgninger skal lægges i joblog %(every)s.",
        row.uploads,
    ) % {"count": row.uploads, "every": EVERY[row.every]}
    for label, text in (
        (_("Formål"), row.purpose),
        (_("Fag og stillinger"), row.fields),
        (_("Område"), row.area),
        (_("Hvor meget"), f"{row.volume}\n{count}"),
        (_("Her finder du jobbene"), row.places),
    ):
        paper.text(label, bold=True)
        paper.text(text, indent=5)
    paper.text(
        _("Gælder fra %(day)s. Skrevet af %(name)s (%(who)s). BEK 46/2026 § 14.")
        % {"day": day_year(row.from_on), "name": fixed_by, "who": FIXED_AT[row.fixed_at]},
        grey=True,
    )


def _font(style: str) -> str:
    found = finders.find(_FONTS[style])
    if not found:
        raise NoFont(_FONTS[style])
    return str(found)


class _Paper:
    """A4 pages with headings and text, in the fonts of the pages."""

    def __init__(self, language: str) -> None:
        self._lozenges = False
        self._pdf = FPDF(format="A4")
        self._pdf.set_margins(20, 18, 20)
        self._pdf.set_auto_page_break(auto=True, margin=18)
        for style in _FONTS:
            self._pdf.add_font(_FAMILY, style, _font(style))
        both = [set(self._pdf.fonts[f"{_FAMILY}{style}"].cmap) for style in _FONTS]  # type: ignore[union-attr]
        self._writable = frozenset(both[0] & both[1])
        self._pdf.set_lang(language)
        self._pdf.set_title(_("Min plan"))
        self._pdf.add_page()

    def heading(self, text: str, *, size: int = 14) -> None:
        """Write a heading that stands with what follows."""
        self._pdf.ln(4)
        if self._pdf.will_page_break(24):
            self._pdf.add_page()
        self._pdf.start_section(self._safe(text)[:100] or _UNWRITABLE)
        self._write(text, style="B", size=size, grey=False, indent=0)

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
