# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Attention points as choices that rules made about a citizen: told, shown whole, made again."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.rooms.casework.models import (
    WAITING,
    AttentionDecision,
    AttentionPoint,
    AttentionTuning,
    PointState,
)
from jobunivers.rooms.casework.queries.attention_facts import unpacked_facts
from jobunivers.rooms.casework.queries.attention_words import HOW, fact_lines, rule_of
from jobunivers.science.attention import VERSION, findings, read_tuning
from jobunivers.trust import decided
from jobunivers.trust.decided import Choice, Compared, Reproduction, Said, Shown

_MODEL = "attention"
SEEN: Mapping[str, Promise] = {
    "today": _("Dagen, reglen så på"),
    "out_since": _("Uden job siden"),
    "absent": _("Væk den dag"),
    "absent_until": _("Tilbage igen"),
    "days_inactive": _("Dage, siden du gjorde noget her"),
    "unanswered": _("Beskeder i træk uden svar"),
    "unanswered_since": _("Den første besked uden svar"),
    "first_applied": _("Din første ansøgning"),
    "last_applied": _("Din seneste ansøgning"),
    "applications90": _("Ansøgninger på 90 dage"),
    "interviews180": _("Jobsamtaler på 180 dage"),
    "first_interview": _("Den første af de samtaler"),
    "last_interview": _("Den seneste jobsamtale"),
    "last_offer": _("Det seneste tilbud om job"),
    "open_offer": _("Et tilbud, der står åbent"),
    "activities_ahead": _("Aktiviteter, der ligger forude"),
    "goals_open": _("Åbne mål i din plan"),
    "finished_on": _("Den seneste aktivitet, du blev færdig med"),
    "overdue_since": _("Den ældste frist, der er gået"),
    "overdue": _("Ting i planen, hvis dag er gået"),
    "requirements_fixed": _("Krav til jobsøgning er aftalt"),
}
"""What the rules see of her, by the names of `science.attention.CitizenFacts`."""


def offer() -> None:
    """Offer the points that rules open; said once, in `apps.py`."""
    decided.offer(
        decided.Decided(
            code="attention",
            name=_("Det, vi har lagt mærke til"),
            about=_("Faste regler minder en medarbejder om, at du kan have brug for hjælp."),
            models=(_MODEL,),
            rows=_rows,
            tell=_tell,
            show=_show,
            reproduce=_reproduce,
            looks="attention",
            unread=("inputs",),
        )
    )


def _rows(citizen_id: int | None) -> QuerySet[AttentionDecision]:
    found = AttentionDecision.objects.filter(state=PointState.OPEN, actor_id=None)
    return found if citizen_id is None else found.filter(citizen_id=citizen_id)


def _tell(rows: Sequence[AttentionDecision], language: str) -> list[Choice]:
    wanted = {row.point_id for row in rows}
    points = {one.pk: one for one in AttentionPoint.objects.filter(pk__in=wanted)}
    return [_choice(row, points.get(row.point_id), language) for row in rows]


def _choice(row: AttentionDecision, point: AttentionPoint | None, language: str) -> Choice:
    rule = rule_of(row.code)
    return Choice(
        pk=row.pk,
        at=row.at,
        what=rule.citizen.said(language, row.facts) if rule else row.code,
        why=_why(rule.name.said(language, {}) if rule else row.code),
        model=row.rules,
        by_id=point.closed_by_id if point else None,
    )


def _why(rule: str) -> str:
    return gettext("En fast regel: %(rule)s") % {"rule": rule}


def _show(row: AttentionDecision, language: str) -> Shown:
    point = AttentionPoint.objects.filter(pk=row.point_id).first()
    waits = point is not None and point.state in WAITING
    versions = [Said(gettext("Reglerne"), row.rules)]
    tuning = wording.number(row.tuning) if row.tuning else gettext("reglernes egne")
    versions.append(Said(gettext("Kommunens antal dage"), tuning))
    return Shown(
        choice=_choice(row, point, language),
        inputs=[Said(str(SEEN.get(name, name)), _value(one)) for name, one in row.inputs.items()],
        reasons=[Said(name, value) for name, value in fact_lines(row.facts, language)],
        versions=versions,
        last_word=_last_word(point),
        model_code=_MODEL,
        page=reverse("casework:noticed"),
        page_words=gettext("Se alt, hvad vi har lagt mærke til"),
        object_path=reverse("casework:noticed") if waits else "",
    )


def _last_word(point: AttentionPoint | None) -> str:
    if point is None:
        return gettext("Punktet er slettet.")
    if point.state in WAITING:
        return gettext("Ingen har taget stilling endnu. Et menneske gør det.")
    return str(HOW.get(point.how, "")) or gettext("Punktet er lukket.")


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return gettext("ja") if value else gettext("nej")
    if isinstance(value, str):
        return wording.day_year(date.fromisoformat(value))
    return wording.number(value)


def _reproduce(row: AttentionDecision, language: str) -> Reproduction:
    """Let the rules look again at what they saw then, with the days the kommune used then."""
    if row.rules != VERSION:
        older = gettext("Reglerne er lavet om siden: nu %(now)s") % {"now": VERSION}
        return Reproduction(missing=[older])
    facts = unpacked_facts(row.inputs, citizen_id=row.citizen_id)
    if facts is None:
        return Reproduction(missing=[gettext("Det, reglen så dengang, er ikke gemt")])
    tuning = AttentionTuning.objects.filter(number=row.tuning).first()
    if row.tuning and tuning is None:
        return Reproduction(missing=[gettext("Kommunens antal dage dengang er ikke gemt")])
    holding = findings(facts, read_tuning(tuning.body if tuning else {}))
    now = next((dict(one.facts) for one in holding if one.code == row.code), None)
    rule = rule_of(row.code)
    name = rule.name.said(language, {}) if rule else row.code
    if now is None:
        held, not_held = gettext("Reglen passer"), gettext("Reglen passer ikke")
        return Reproduction(compared=[Compared(name, held, not_held)])
    then = dict(fact_lines(row.facts, language))
    again = dict(fact_lines(now, language))
    names = list(dict.fromkeys([*then, *again]))
    holds = Compared(name, gettext("Reglen passer"), gettext("Reglen passer"))
    return Reproduction(
        compared=[holds, *(Compared(one, then.get(one, "–"), again.get(one, "–")) for one in names)]
    )
