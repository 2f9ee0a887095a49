# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What lies before a member of staff in a talk; all of it can be read by the citizen too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import lessons, together
from jobunivers.identity import queries as identity
from jobunivers.rooms.entrance import queries as entrance
from jobunivers.rooms.plan import queries as plan
from jobunivers.rooms.tailored import queries as tailored
from jobunivers.rooms.tailored.queries.pages import first_rows
from jobunivers.rooms.talks.models import (
    AgendaPoint,
    CardChoice,
    CueCard,
    Partaker,
    Proposal,
    ProposalKind,
    ProposalState,
    Talk,
    TalkAgreement,
    TalkState,
)
from jobunivers.rooms.talks.queries import words
from jobunivers.rooms.talks.queries.cards import ShownCard, shown_cards, standing_from
from jobunivers.rooms.talks.queries.changes import Changes, changes_in_words
from jobunivers.rooms.talks.queries.knowing import Known, known
from jobunivers.rooms.talks.queries.talks import open_talks, talks_of
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.talks import MOST, RULES, VERSION, Focus, Made, Situation, Way, focus_points
from jobunivers.trust import queries as trust

MODEL = "talks"
"""The code of the rules in the AI register."""
_WAYS: Mapping[Way, tuple[Promise, str]] = {
    Way.COURSE: (_("Se forløbet"), "segmentation:citizen"),
    Way.PLAN: (_("Se planen"), "plan:citizen"),
    Way.JOBS: (_("Se relevante job"), "casework:suggestions"),
    Way.CASE: (_("Se profil og joblog"), "casework:citizen"),
}
_JOBS, _EARLIER = 5, 10
_SOON = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FocusLine:
    """A subject in words, with the facts it stands on."""

    code: str
    name: str
    text: str
    facts: Sequence[tuple[str, str]]
    way: str
    url: str
    state: str
    by_her: bool
    version: str


@dataclass(frozen=True, slots=True)
class JobLine:
    """A job to look at together: its row with reasons, and what became of it."""

    row: tailored.Row
    state: str
    by_her: bool


@dataclass(frozen=True, slots=True)
class PointLine:
    """A point of the agenda, and who wrote it."""

    row: AgendaPoint
    by: str


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """An agreement made in the talk, and how far it has come."""

    row: Any
    state: str


@dataclass(frozen=True, slots=True)
class TalkText:
    """A talk in words."""

    row: Talk
    kind: str
    form: str
    state: str
    staff: str
    referat_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPage:
    """All that the page shows; `talk` is None when none is ahead or under way."""

    talk: TalkText | None
    points: Sequence[PointLine]
    partakers: Sequence[tuple[Partaker, str, str]]
    agreements: Sequence[AgreementLine]
    focus: Sequence[FocusLine]
    aside: Sequence[FocusLine]
    jobs: Sequence[JobLine]
    jobs_aside: Sequence[JobLine]
    cards: Sequence[ShownCard]
    hidden_cards: Sequence[tuple[str, str]]
    changes: Changes | None
    lessons: Sequence[lessons.Lesson]
    earlier: Sequence[TalkText]
    ahead: Sequence[TalkText]
    meeting: entrance.OwnMeeting | None
    off: bool
    jobs_off: bool
    shown: Sequence[tuple[ProposalKind, str, str, Mapping[str, Any]]]  # to be written down


def staff_page(
    *, citizen_id: int, staff_id: int, talk_id: int | None, language: str, at: datetime
) -> StaffPage | None:
    """Return what lies before the two; None when the talk asked for is not hers.

    Args:
        citizen_id: the citizen.
        staff_id: whose cards are pinned and hidden.
        talk_id: one of her talks; None: what is under way or next.
        language: of the reader.
        at: now.
    """
    all_talks = list(talks_of(citizen_id=citizen_id)[:50])
    chosen = _chosen(all_talks, talk_id)
    if talk_id is not None and chosen is None:
        chosen = talks_of(citizen_id=citizen_id).filter(pk=talk_id).first()
        if chosen is None:
            return None
    asked = _asked(citizen_id, chosen, staff_id)
    together.ask(list(asked.values()))
    rows = {name: list(question) for name, question in asked.items()}
    names = identity.names(ids=_people(all_talks, chosen, rows))
    others = [one for one in all_talks if chosen is None or one.pk != chosen.pk]
    live = _live(citizen_id, chosen, rows, language=language, at=at)
    return StaffPage(
        talk=talk_text(chosen, names) if chosen else None,
        points=[PointLine(one, names.get(one.by_id, ("",))[0]) for one in rows["points"]],
        partakers=[
            (one, str(words.ROLES[one.role]), str(words.FORMS[one.form]))
            for one in rows["partakers"]
        ],
        agreements=agreement_lines(rows["agreements"]),
        earlier=[talk_text(one, names) for one in others if not one.is_open][:_EARLIER],
        ahead=[talk_text(one, names) for one in others if one.is_open],
        **live,
    )


def _chosen(found: Sequence[Talk], talk_id: int | None) -> Talk | None:
    if talk_id is not None:
        return next((one for one in found if one.pk == talk_id), None)
    there = [one for one in found if one.is_open]
    under_way = [one for one in there if one.state == TalkState.UNDER_WAY]
    return next(iter(under_way or sorted(there, key=lambda one: (one.starts_at, one.pk))), None)


def _asked(citizen_id: int, talk: Talk | None, staff_id: int) -> dict[str, together.Question]:
    about = {"talk": talk}
    points = AgendaPoint.objects.filter(citizen_id=citizen_id, talk=None)
    if talk is not None:
        points = AgendaPoint.objects.filter(talk=talk)
        if talk.is_open:
            points |= AgendaPoint.objects.filter(citizen_id=citizen_id, talk=None)
    return {
        "points": points.order_by("talked_at", "added_at", "pk"),
        "partakers": Partaker.objects.filter(**about).order_by("pk"),
        "proposals": Proposal.objects.filter(**about).order_by("order", "pk"),
        "agreements": TalkAgreement.objects.filter(**about).order_by("pk"),
        "choices": CardChoice.objects.filter(staff_id=staff_id).order_by("pk"),
        "cards": CueCard.objects.order_by("key", "number"),
        "switches": trust.switches_question(),
    }


def _people(found: Sequence[Talk], chosen: Talk | None, rows: Mapping[str, Any]) -> set[int]:
    ids = {one.staff_id for one in found} | {one.by_id for one in rows["points"]}
    if chosen is not None:
        ids |= {chosen.staff_id, chosen.referat_by_id or 0}
    return ids - {0}


def talk_text(talk: Talk, names: Mapping[int, tuple[str, str]]) -> TalkText:
    """Return a talk in words; `names` of the people on it."""
    return TalkText(
        row=talk,
        kind=str(words.KINDS[talk.kind]),
        form=str(words.FORMS[talk.form]),
        state=str(words.STATES[talk.state]),
        staff=names.get(talk.staff_id, ("",))[0],
        referat_by=names.get(talk.referat_by_id or 0, ("",))[0],
    )


def agreement_lines(links: Sequence[TalkAgreement]) -> list[AgreementLine]:
    """Return the agreements that were made in a talk, as they stand in her plan now."""
    if not links:
        return []
    rows = list(plan.agreements_of_ids([one.agreement_id for one in links]))
    states = plan.agreement_state_words(rows)
    return [AgreementLine(row, states[row.pk]) for row in rows]


def _live(
    citizen_id: int, talk: Talk | None, rows: Mapping[str, Any], *, language: str, at: datetime
) -> dict[str, Any]:
    """Return what is proposed: found now for a talk that is open, else as it was."""
    trust.remember(rows["switches"])
    off = not trust.is_on(MODEL)
    stored = {(one.kind, one.code): one for one in rows["proposals"]}
    if talk is not None and not talk.is_open:
        return _as_it_was(talk, rows, stored, off=off, language=language)
    jobs_off, run, found = first_rows(citizen_id=citizen_id, language=language, at=at)
    knows = known(citizen_id=citizen_id, talk=talk, run=run, language=language, at=at)
    focus = [] if off else _focus(knows, stored)
    shown_focus = [one for one in focus if _state(stored, "focus", one.code) != "aside"][:MOST]
    lines = _job_lines(found[:_JOBS], stored)
    cards = (
        []
        if off or talk is None
        else shown_cards(
            standing_from(rows["cards"]),
            _situation(talk, [one.code for one in shown_focus], knows, rows),
            {one.key: one.wish for one in rows["choices"]},
            used=_used(stored, "card"),
            language=language,
        )
    )
    return {
        "focus": [_line(one, stored, citizen_id, language) for one in shown_focus],
        "aside": _aside(focus, shown_focus, stored, citizen_id, language),
        "jobs": [one for one in lines if one.state != "aside"],
        "jobs_aside": [one for one in lines if one.state == "aside"],
        "cards": cards,
        "hidden_cards": _hidden(rows, language),
        "changes": changes_in_words(knows.since, language),
        "lessons": lessons.lessons(language=language, at=at)[:_JOBS],
        "meeting": _meeting(citizen_id, talk, at),
        "off": off,
        "jobs_off": jobs_off,
        "shown": _to_write(shown_focus, lines, cards, run.model if run else ""),
    }


def _focus(knows: Known, stored: Mapping[tuple[str, str], Proposal]) -> list[Focus]:
    """Return what was shown for this talk and what holds now, in the order of the table."""
    kept = {code: one for (kind, code), one in stored.items() if kind == ProposalKind.FOCUS}
    aside = {code for code, one in kept.items() if one.state == ProposalState.ASIDE}
    live = {one.code: one for one in focus_points(knows.facts, without=aside)}
    used = {code for code, one in kept.items() if one.state == ProposalState.USED}
    both = {code: Focus(code, kept[code].reasons) for code in aside | used} | live
    return sorted(
        (one for one in both.values() if one.code in RULES),
        key=lambda one: (one.code not in used, list(RULES).index(one.code)),
    )


def _state(stored: Mapping[tuple[str, str], Proposal], kind: str, code: str) -> str:
    there = stored.get((kind, code))
    return there.state if there else ProposalState.SHOWN


def _used(stored: Mapping[tuple[str, str], Proposal], kind: str) -> frozenset[str]:
    return frozenset(
        code for (of, code), one in stored.items() if of == kind and one.state == "used"
    )


def _line(
    one: Focus, stored: Mapping[tuple[str, str], Proposal], citizen_id: int, language: str
) -> FocusLine:
    rule, there = RULES[one.code], stored.get(("focus", one.code))
    label, name = _WAYS.get(rule.way, (_("Se job på kort"), "talks:map"))
    return FocusLine(
        code=one.code,
        name=rule.name.said(language, one.facts),
        text=rule.staff.said(language, one.facts),
        facts=words.fact_lines(one.facts, language),
        way=str(label),
        url=reverse(name, args=[citizen_id]),
        state=there.state if there else ProposalState.SHOWN,
        by_her=there is not None and there.put_aside_by_her,
        version=there.version if there else VERSION,
    )


def _aside(
    focus: Sequence[Focus],
    shown: Sequence[Focus],
    stored: Mapping[tuple[str, str], Proposal],
    citizen_id: int,
    language: str,
) -> list[FocusLine]:
    left = [one for one in focus if one not in shown and ("focus", one.code) in stored]
    return [_line(one, stored, citizen_id, language) for one in left]


def _job_lines(
    found: Sequence[tailored.Row], stored: Mapping[tuple[str, str], Proposal]
) -> list[JobLine]:
    lines = []
    for row in found:
        there = stored.get(("job", str(row.vacancy.pk)))
        state = there.state if there else ProposalState.SHOWN
        lines.append(JobLine(row, state, there is not None and there.put_aside_by_her))
    return lines


def _situation(
    talk: Talk, focus: Sequence[str], knows: Known, rows: Mapping[str, Any]
) -> Situation:
    others = {f"kind:{talk.kind}", f"form:{talk.form}", f"course:{knows.course}"}
    others |= {f"part:{one.role}" for one in rows["partakers"]}
    return Situation(tuple(focus), frozenset(others))


def _hidden(rows: Mapping[str, Any], language: str) -> list[tuple[str, str]]:
    keys = {one.key for one in rows["choices"] if one.wish == CardChoice.Wish.HIDDEN}
    if not keys:
        return []
    there = standing_from([one for one in rows["cards"] if one.key in keys])
    return [(one.key, one.title_en if language == "en" else one.title_da) for one in there]


def _meeting(citizen_id: int, talk: Talk | None, at: datetime) -> entrance.OwnMeeting | None:
    """Return the first meeting she has booked, when no talk has been made of it."""
    if talk is not None:
        return None
    return entrance.meeting_ahead(citizen_id=citizen_id, at=at)


def _to_write(
    focus: Sequence[Focus], jobs: Sequence[JobLine], cards: Sequence[ShownCard], model: str
) -> list[tuple[ProposalKind, str, str, Mapping[str, Any]]]:
    found: list[tuple[ProposalKind, str, str, Mapping[str, Any]]] = [
        (ProposalKind.FOCUS, one.code, VERSION, dict(one.facts)) for one in focus
    ]
    for line in jobs:
        reasons = {"points": line.row.points, "codes": [one.code for one in line.row.reasons]}
        found.append((ProposalKind.JOB, str(line.row.vacancy.pk), model, reasons))
    for card in cards:
        tags = {"tags": [*card.tags], "pinned": card.pinned}
        found.append((ProposalKind.CARD, card.key, str(card.number), tags))
    return found


def _as_it_was(
    talk: Talk,
    rows: Mapping[str, Any],
    stored: Mapping[tuple[str, str], Proposal],
    *,
    off: bool,
    language: str,
) -> dict[str, Any]:
    kept = [
        Focus(one.code, one.reasons)
        for one in rows["proposals"]
        if one.kind == ProposalKind.FOCUS and one.code in RULES
    ]
    lines = [_line(one, stored, talk.citizen_id, language) for one in kept]
    return {
        "focus": [one for one in lines if one.state != ProposalState.ASIDE],
        "aside": [one for one in lines if one.state == ProposalState.ASIDE],
        "jobs": [],
        "jobs_aside": [],
        "cards": [],
        "hidden_cards": [],
        "changes": None,
        "lessons": [],
        "meeting": None,
        "off": off,
        "jobs_off": False,
        "shown": [],
    }


def jobs_looked_at(proposals: Sequence[Proposal]) -> list[Any]:
    """Return the advertisements that were taken up in a talk, as they stand now."""
    ids = [
        int(one.code)
        for one in proposals
        if one.kind == ProposalKind.JOB and one.state == ProposalState.USED
    ]
    found = vacancies.rows_by_id(ids) if ids else {}
    return [found[pk] for pk in ids if pk in found]


def open_now(*, citizen_id: int) -> Talk | None:
    """Return the talk the page of the two is about."""
    return next(iter(open_talks(citizen_id=citizen_id)[:1]), None)


__all__ = ["MODEL", "Made", "StaffPage", "agreement_lines", "jobs_looked_at", "staff_page"]
