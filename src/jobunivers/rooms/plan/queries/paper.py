# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her plan on paper: a PDF with the fonts of the pages, in the reader's language."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jobunivers.foundation.ui.paper import Paper
from jobunivers.foundation.ui.wording import clock, day_year
from jobunivers.foundation.ui.wording import kommune as kommune_name
from jobunivers.rooms.plan.queries.page import AgreementLine, Line, PlanPage, plan_page
from jobunivers.rooms.plan.queries.words import AGREEMENT_STATES, EVERY, FIXED_AT, KINDS, STATES

if TYPE_CHECKING:
    from jobunivers.rooms.plan.models import JobSearchRequirements

_MOST = 500  # activities on paper


def plan_on_paper(
    *, citizen_id: int, name: str, kommune: str, language: str, at: datetime
) -> bytes:
    """Return her plan as a PDF (A4); a sign that the font lacks is written as ◊."""
    page = plan_page(citizen_id=citizen_id, language=language, at=at, page=None, per_page=_MOST)
    paper = Paper(title=_("Min plan"), language=language)
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


def _activities(paper: Paper, page: PlanPage) -> None:
    for block in page.blocks:
        paper.heading(block.goal.words if block.goal else _("Uden mål"))
        if block.goal and block.goal.by_on:
            paper.text(_("Inden %(day)s") % {"day": day_year(block.goal.by_on)}, grey=True)
        for line in block.lines:
            _line(paper, line)
        if not block.lines:
            paper.text(_("Ingen aktiviteter endnu."), grey=True)


def _line(paper: Paper, line: Line) -> None:
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


def _agreement(paper: Paper, one: AgreementLine) -> None:
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


def _requirements(paper: Paper, row: "JobSearchRequirements", fixed_by: str) -> None:
    paper.heading(_("Krav til jobsøgning"))
    count = ngettext(
        "%(count)s ansøgning skal lægges op i joblog %(every)s.",
        "%(count)s ansøgninger skal lægges op i joblog %(every)s.",
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
