# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""All that the kommune's staff hold on a citizen, on paper: for access to the file (aktindsigt)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.utils.translation import gettext as _

from jobunivers.foundation.ui.paper import Paper
from jobunivers.foundation.ui.wording import clock, day_year
from jobunivers.foundation.ui.wording import kommune as kommune_name
from jobunivers.rooms.casework.queries.dossier.assembling import Section, assembled
from jobunivers.rooms.casework.queries.dossier.lines import Block, blocks_of, struck
from jobunivers.trust.dossier import Showing

Render = Callable[[Section], str]


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """A part on paper: its heading, who told what it shows, and its lines."""

    name: str
    source: str
    blocks: Sequence[Block]

    @property
    def groups(self) -> list[tuple[str, list[Block]]]:
        """Return the lines, those of one kind after each other together."""
        return [(kind, list(rows)) for kind, rows in groupby(self.blocks, _group)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """The whole paper. `left_out` are headings of parts that somebody chose to leave out."""

    name: str
    kommune: str
    case: str
    by: str
    at: datetime
    parts: Sequence[PrintedPart]
    left_out: Sequence[str]
    struck: bool
    sections: Sequence[Section]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a member of staff asked to have printed, and for which case."""

    case: str
    by: str
    kommune: str
    without: Sequence[tuple[str, str]]  # code and heading
    names: Sequence[str]  # of other people, to be struck out


def _group(block: Block) -> str:
    return "list" if block.kind in {"item", "said"} else block.kind


def printed(showing: Showing, wanted: Wanted, render: Render) -> Printed:
    """Return everything that may be printed of a citizen.

    Args:
        showing: who is shown to whom; it must say that it prints.
        wanted: for which case, and what is left out or struck out.
        render: a section as the HTML that its template makes of it.
    """
    sections = assembled(showing, without=[code for code, _name in wanted.without])
    mark = _("[streget over]")
    parts = [
        PrintedPart(
            str(one.part.name),
            str(one.part.source),
            struck(blocks_of(render(one)), wanted.names, mark),
        )
        for one in sections
    ]
    return Printed(
        name=showing.name,
        kommune=wanted.kommune,
        case=wanted.case,
        by=wanted.by,
        at=showing.at,
        parts=[one for one in parts if one.blocks],
        left_out=[name for _code, name in wanted.without],
        struck=bool(wanted.names),
        sections=sections,
    )


def on_paper(page: Printed, *, language: str) -> bytes:
    """Return it as a PDF (A4)."""
    paper = Paper(title=_("Aktindsigt"), language=language)
    paper.heading(_("Aktindsigt: %(name)s") % {"name": page.name}, size=20)
    for line in head_lines(page):
        paper.text(line, grey=True)
    for part in page.parts:
        paper.heading(part.name)
        if part.source:
            paper.text(_("Kilde: %(source)s") % {"source": part.source}, grey=True)
        for block in part.blocks:
            _write(paper, block)
    return paper.finished()


def head_lines(page: Printed) -> Iterator[str]:
    """Return what stands below the title: the case, who printed it and when, what is not there."""
    yield _("Sag: %(case)s") % {"case": page.case}
    yield _("%(kommune)s. Skrevet ud %(day)s %(time)s af %(by)s.") % {
        "kommune": kommune_name(page.kommune),
        "day": day_year(page.at),
        "time": clock(page.at),
        "by": page.by,
    }
    if page.left_out:
        yield _("Udeladt: %(parts)s.") % {"parts": ", ".join(page.left_out)}
    if page.struck:
        yield _("Navne på andre mennesker er streget over.")


def _write(paper: Paper, block: Block) -> None:
    if block.kind == "heading":
        paper.text(block.text, bold=True)
    elif block.kind == "term":
        paper.text(block.text, grey=True)
    elif block.kind == "item":
        paper.text(f"–  {block.text}")
    else:
        paper.text(block.text, indent=5 if block.kind == "said" else 0)
