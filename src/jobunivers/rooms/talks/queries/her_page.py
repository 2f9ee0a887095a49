# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her talks as she reads them: what is on the table, in her words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator

from jobunivers.identity import queries as identity
from jobunivers.rooms.talks.models import (
    AgendaPoint,
    Proposal,
    ProposalKind,
    ProposalState,
    Talk,
    TalkState,
)
from jobunivers.rooms.talks.queries import words
from jobunivers.rooms.talks.queries.staff_page import (
    AgreementLine,
    TalkText,
    agreement_lines,
    jobs_looked_at,
    talk_text,
)
from jobunivers.rooms.talks.queries.talks import open_talks, talks_of
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.talks import RULES

_PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class HerFocus:
    """A subject in words for her, with the facts it stands on."""

    code: str
    name: str
    text: str
    facts: Sequence[tuple[str, str]]
    state: str
    by_her: bool
    version: str


@dataclass(frozen=True, slots=True)
class HerTalks:
    """What is ahead or under way, what was held, and the points that wait for the next talk."""

    ahead: Sequence[TalkText]
    held: Sequence[TalkText]
    sheet: Page[Talk]
    waiting: Sequence[AgendaPoint]


@dataclass(frozen=True, slots=True)
class HerTalk:
    """One talk of hers."""

    talk: TalkText
    points: Sequence[tuple[AgendaPoint, str]]
    focus: Sequence[HerFocus]
    aside: Sequence[HerFocus]
    jobs: Sequence[Any]
    proposed_jobs: Sequence[Any]
    agreements: Sequence[AgreementLine]
    partakers: Sequence[tuple[str, str, str]]


def her_talks(*, citizen_id: int, page: str | None) -> HerTalks:
    """Return her talks; the newest that are over first."""
    ahead = list(open_talks(citizen_id=citizen_id))
    over = talks_of(citizen_id=citizen_id).filter(
        state__in=[TalkState.HELD, TalkState.NOT_HELD, TalkState.CANCELLED]
    )
    sheet = Paginator(over, _PER_PAGE).get_page(page)
    held = list(sheet.object_list)
    names = identity.names(ids={one.staff_id for one in [*ahead, *held]})
    waiting = AgendaPoint.objects.filter(citizen_id=citizen_id, talk=None)
    return HerTalks(
        ahead=[talk_text(one, names) for one in ahead],
        held=[talk_text(one, names) for one in held],
        sheet=sheet,
        waiting=list(waiting.order_by("added_at", "pk")),
    )


def her_talk(*, talk: Talk, language: str, at: datetime) -> HerTalk:
    """Return one talk with everything that is on the table."""
    points = list(_points(talk))
    proposals = list(Proposal.objects.filter(talk=talk).order_by("order", "pk"))
    links = list(talk.agreements.order_by("pk"))
    partakers = list(talk.partakers.order_by("pk"))
    names = identity.names(
        ids={talk.staff_id, talk.referat_by_id or 0, *(one.by_id for one in points)} - {0}
    )
    focus = [
        _focus(one, language)
        for one in proposals
        if one.kind == ProposalKind.FOCUS and one.code in RULES
    ]
    return HerTalk(
        talk=talk_text(talk, names),
        points=[(one, names.get(one.by_id, ("",))[0]) for one in points],
        focus=[one for one in focus if one.state != ProposalState.ASIDE],
        aside=[one for one in focus if one.state == ProposalState.ASIDE],
        jobs=jobs_looked_at(proposals),
        proposed_jobs=_proposed(proposals, at) if talk.is_open else [],
        agreements=agreement_lines(links),
        partakers=[
            (one.name, str(words.ROLES[one.role]), str(words.FORMS[one.form])) for one in partakers
        ],
    )


def _points(talk: Talk) -> Any:
    rows = AgendaPoint.objects.filter(talk=talk)
    if talk.is_open:
        rows |= AgendaPoint.objects.filter(citizen_id=talk.citizen_id, talk=None)
    return rows.order_by("added_at", "pk")


def _focus(row: Proposal, language: str) -> HerFocus:
    rule, facts = RULES[row.code], row.reasons
    return HerFocus(
        code=row.code,
        name=rule.name.said(language, facts),
        text=rule.citizen.said(language, facts),
        facts=words.fact_lines(facts, language),
        state=row.state,
        by_her=row.put_aside_by_her,
        version=row.version,
    )


def _proposed(proposals: Sequence[Proposal], at: datetime) -> list[tuple[Any, str]]:
    """Return the jobs that lie on staff's table and wait, with their state."""
    states: Mapping[int, str] = {
        int(one.code): one.state for one in proposals if one.kind == ProposalKind.JOB
    }
    found = vacancies.rows_by_id(list(states))
    return [
        (row, states[pk])
        for pk, row in found.items()
        if states[pk] != ProposalState.USED and row.expires_at > at
    ]
