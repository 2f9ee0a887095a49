# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the officer's pages show of looks: what was found, what was drawn, and what came of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.identity import queries as identity
from jobunivers.rooms.audit.models import (
    LookDecision,
    LookExport,
    LookSample,
    LookState,
    SampledLook,
    UnusualLook,
)
from jobunivers.rooms.audit.queries.days import midnight
from jobunivers.rooms.audit.queries.rules import RULES
from jobunivers.trust import words
from jobunivers.trust.models import Look

STATES: Mapping[str, Promise] = {
    LookState.NEW: _("Skal ses på"),
    LookState.EXPLAINED: _("Forklaret"),
    LookState.ACCEPTED: _("I orden"),
    LookState.FURTHER: _("Taget videre"),
}
_PER_PAGE = 25
_SHOWN = 200  # looks of one finding
_FEW = 6
_BACK = timedelta(days=90)
_FACTS: Mapping[str, Promise] = {
    "many_hour": _("%(citizens)s borgere på en time; grænsen er %(most)s."),
    "many_day": _("%(citizens)s borgere på dagen; det sædvanlige er %(usual)s."),
    "same_surname": _("%(citizens)s borgere i kommunen har efternavnet."),
    "night": _("%(citizens)s borgere uden for kl. %(until)s–%(from)s."),
    "weekend": _("%(citizens)s borgere."),
    "untied": _("%(citizens)s borgere uden tilknytning eller møde; grænsen er %(most)s."),
    "ended": _("Forløbet sluttede for %(days)s dage siden."),
}


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One finding as a list shows it."""

    pk: int
    rule: str
    staff: str
    role: str
    citizen: str  # "": of many
    day: date
    looks: int
    why: str
    state: str
    state_words: str
    citizen_id: int | None


@dataclass(frozen=True, slots=True)
class FoundPage:
    """The list: what was found, by state and rule."""

    rows: Sequence[FoundRow]
    sheet: Page[UnusualLook]
    state: str
    rule: str
    states: Sequence[tuple[str, str, int]]
    rules: Sequence[tuple[str, str, int]]


def found_page(*, state: str, rule: str, page: str | None) -> FoundPage:
    """Return what was found, the newest day first; what is no state is what waits."""
    state = state if state in STATES else LookState.NEW.value
    by_state = _counts(UnusualLook.objects.all(), "state")
    here = UnusualLook.objects.filter(state=state)
    by_rule = _counts(here, "rule")
    rule = rule if rule in RULES else ""
    chosen = here.filter(rule=rule) if rule else here
    sheet = Paginator(chosen.order_by("-day", "-pk"), _PER_PAGE).get_page(page)
    return FoundPage(
        rows=found_rows(sheet.object_list),
        sheet=sheet,
        state=state,
        rule=rule,
        states=[(code, str(name), by_state.get(code, 0)) for code, name in STATES.items()],
        rules=[
            (code, str(one.name), by_rule[code]) for code, one in RULES.items() if code in by_rule
        ],
    )


def _counts(found: Any, by: str) -> dict[str, int]:
    rows = found.order_by(by).values(by).annotate(many=Count("pk"))
    return dict(rows.values_list(by, "many"))


def found_rows(found: Iterable[UnusualLook]) -> list[FoundRow]:
    """Return findings with names as they are now."""
    some = list(found)
    names = identity.names(
        ids={pk for one in some for pk in (one.staff_id, one.citizen_id) if pk is not None}
    )
    return [
        FoundRow(
            pk=one.pk,
            rule=str(RULES[one.rule].name) if one.rule in RULES else one.rule,
            staff=_name(names, one.staff_id),
            role=str(words.ROLES.get(one.staff_role, one.staff_role)),
            citizen=_name(names, one.citizen_id) if one.citizen_id else "",
            day=one.day,
            looks=one.looks,
            why=_why(one),
            state=one.state,
            state_words=str(STATES[one.state]),
            citizen_id=one.citizen_id,
        )
        for one in some
    ]


def _why(one: UnusualLook) -> str:
    told = _FACTS.get(one.rule)
    if told is None or not one.facts:
        return ""
    try:
        return str(str(told) % {name: _number(value) for name, value in one.facts.items()})
    except KeyError:
        return ""


def _number(value: object) -> object:
    whole = isinstance(value, float) and value.is_integer()
    if isinstance(value, float):
        return wording.number(value, 0 if whole else 1)
    return value


def _name(names: Mapping[int, tuple[str, str]], pk: int) -> str:
    return names[pk][0] if pk in names else _now("Nr. %d, er her ikke mere") % pk


@dataclass(frozen=True, slots=True)
class LookLine:
    """One look of those a decision is about."""

    at: datetime
    citizen: str
    citizen_id: int
    part: str
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What was decided, by whom, why."""

    pk: int
    state_words: str
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OnePage:
    """A finding or a drawn look with all that is known around it."""

    heading: str
    when: str
    row: FoundRow | None
    sampled: SampledLook | None
    staff: str
    role: str
    day: date
    looks: Sequence[LookLine]
    more: int
    others: Sequence[FoundRow]
    decisions: Sequence[DecisionRow]
    state_words: str

    @property
    def newest(self) -> int:
        """Return the number of the newest decision; 0: there is none."""
        return self.decisions[0].pk if self.decisions else 0

    @property
    def few(self) -> bool:
        """Say whether the looks are so few that all of them stand open."""
        return len(self.looks) <= _FEW

    @property
    def citizens(self) -> set[int]:
        """Return whose looks stand on the page."""
        return {one.citizen_id for one in self.looks}


def unusual_page(row: UnusualLook) -> OnePage:
    """Return one finding, the looks it is about, and what else was found of her lately."""
    [shown] = found_rows([row])
    lines, more = _looks(row.staff_id, row.citizen_id, row.first_at, row.last_at)
    since = row.day - _BACK
    others = UnusualLook.objects.filter(staff_id=row.staff_id, day__gte=since).exclude(pk=row.pk)
    rule = RULES.get(row.rule)
    return OnePage(
        heading=shown.rule,
        when=str(rule.when) if rule else "",
        row=shown,
        sampled=None,
        staff=shown.staff,
        role=shown.role,
        day=row.day,
        looks=lines,
        more=more,
        others=found_rows(others.order_by("-day", "-pk")[:20]),
        decisions=_decisions(unusual_id=row.pk),
        state_words=shown.state_words,
    )


def sampled_page(row: SampledLook) -> OnePage:
    """Return one drawn look, and what else was found of her lately."""
    names = identity.names(ids={row.staff_id})
    first, last = midnight(row.day), midnight(row.day + timedelta(days=1))
    lines, more = _looks(row.staff_id, row.citizen_id, first, last)
    since = row.day - _BACK
    others = UnusualLook.objects.filter(staff_id=row.staff_id, day__gte=since)
    role = names.get(row.staff_id, ("", ""))[1]
    return OnePage(
        heading=_now("Stikprøve"),
        when=_now("Opslaget er trukket ved lodtrækning. Ingen regel siger noget om det."),
        row=None,
        sampled=row,
        staff=_name(names, row.staff_id),
        role=str(words.ROLES.get(role, role)),
        day=row.day,
        looks=lines,
        more=more,
        others=found_rows(others.order_by("-day", "-pk")[:20]),
        decisions=_decisions(sampled_id=row.pk),
        state_words=str(STATES[row.state]),
    )


def _looks(
    staff_id: int, citizen_id: int | None, first: datetime, last: datetime
) -> tuple[list[LookLine], int]:
    """Return the looks between two moments, the first of them, and how many more there are."""
    found = Look.objects.filter(viewer_id=staff_id, at__gte=first, at__lte=last)
    if citizen_id is not None:
        found = found.filter(citizen_id=citizen_id)
    some = list(found.exclude(part="list").order_by("at", "pk")[: _SHOWN + 1])
    more = found.exclude(part="list").count() - _SHOWN if len(some) > _SHOWN else 0
    names = identity.names(ids={one.citizen_id for one in some})
    return [
        LookLine(
            one.at, _name(names, one.citizen_id), one.citizen_id,
            str(words.PARTS.get(one.part, one.part)),
            str(words.REASONS.get(one.reason, one.reason)), one.note,
        )
        for one in some[:_SHOWN]
    ], more  # fmt: skip


def _decisions(**whose: int) -> list[DecisionRow]:
    rows = list(LookDecision.objects.filter(**whose).order_by("-pk"))
    names = identity.names(ids={one.by_id for one in rows})
    return [
        DecisionRow(one.pk, str(STATES[one.state]), one.note, _name(names, one.by_id), one.at)
        for one in rows
    ]


@dataclass(frozen=True, slots=True)
class SampleRow:
    """A month's sample, and how far it has come."""

    pk: int
    month: date
    size: int
    population: int
    done: int
    further: int


def sample_rows() -> list[SampleRow]:
    """Return every month's sample, the newest first."""
    rows = LookSample.objects.annotate(
        done=Count("drawn", filter=~Q(drawn__state=LookState.NEW)),
        further=Count("drawn", filter=Q(drawn__state=LookState.FURTHER)),
    ).order_by("-month", "-pk")
    return [
        SampleRow(one.pk, one.month, one.size, one.population, one.done, one.further)
        for one in rows
    ]


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """One drawn look in the list of its month."""

    pk: int
    place: int
    staff: str
    citizen: str
    day: date
    looks: int
    state: str
    state_words: str


def drawn_rows(sample: LookSample) -> list[DrawnRow]:
    """Return what was drawn for a month, as it was drawn."""
    rows = list(SampledLook.objects.filter(sample=sample).order_by("place"))
    names = identity.names(ids={pk for one in rows for pk in (one.staff_id, one.citizen_id)})
    return [
        DrawnRow(
            one.pk, one.place, _name(names, one.staff_id), _name(names, one.citizen_id), one.day,
            one.looks, one.state, str(STATES[one.state]),
        )
        for one in rows
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ExportRow:
    """A file that was made."""

    about: str
    kind: str
    since: date
    until: date
    rows: int
    digest: str
    link_number: int
    reason: str
    by: str
    at: datetime


def export_rows() -> list[ExportRow]:
    """Return the newest files that were made."""
    rows = list(LookExport.objects.order_by("-at", "-pk")[:50])
    names = identity.names(ids={pk for one in rows for pk in (one.about_id, one.by_id)})
    return [
        ExportRow(
            _name(names, one.about_id), one.kind, one.since, one.until, one.rows, one.digest,
            one.link_number, one.reason, _name(names, one.by_id), one.at,
        )
        for one in rows
    ]  # fmt: skip
