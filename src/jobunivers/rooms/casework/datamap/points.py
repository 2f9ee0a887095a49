# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is held of attention points and remarks, and a manager's figures."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    by,
    confidential,
    free_text,
    hold,
    inner,
    ordinary,
    public,
    staff,
)
from jobunivers.foundation.ui import wording
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.casework.models import (
    AttentionDecision,
    AttentionPoint,
    AttentionTuning,
    FocusDay,
    FocusReport,
    Measure,
    RecommendationRemark,
    WaitDay,
)
from jobunivers.rooms.casework.queries.attention_words import HOW, OWNERS, fact_lines, rule_of
from jobunivers.rooms.casework.queries.decided import SEEN
from jobunivers.rooms.casework.queries.dossier.words import POINT_STATES
from jobunivers.rooms.casework.queries.words import OBJECTIONS

_HELPERS = tuple(sorted(ADVISING))
_RULES = _("Fundet af siden efter faste regler")
_OWNERS = {**OWNERS, "herself": _("Dig selv")}
_MEASURES = {
    Measure.OFFER: _("Uden tilbud og arbejde i et år"),
    Measure.TALKS: _("Færre end fire samtaler på et år"),
}


def _rule(code: str) -> str:
    """Return what a rule notices, in words; of one that is no more, its code."""
    rule = rule_of(code)
    return rule.name.said(get_language() or "da", {}) if rule else code


def _facts(facts: Mapping[str, int | str]) -> str:
    lines = fact_lines(facts, get_language() or "da")
    return "; ".join(f"{name}: {value}" for name, value in lines)


def _seen(inputs: Mapping[str, object]) -> str:
    """Return everything a rule saw of her that day."""
    return "; ".join(f"{SEEN.get(name, name)}: {_value(value)}" for name, value in inputs.items())


def _value(value: object) -> Promise | str:
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    try:
        return wording.day_year(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)


def _job(number: int) -> Promise | str:
    return _("Opslag nummer %(number)s") % {"number": number}


hold(
    Holding(
        model=AttentionPoint,
        about=About.CITIZEN,
        subject="citizen_id",
        group="computed",
        what=_("Det, vi har lagt mærke til, så nogen kan hjælpe dig i tide"),
        source=_RULES,
        purpose="journey",
        retention="journey",
        seen_by=_HELPERS,
        at="opened_at",
        title=lambda row: _rule(row.code),
        change="casework:noticed",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "code": confidential(_("Hvad vi har lagt mærke til"), _rule),
            "rules": public(_("Udgave af reglerne")),
            "tuning": inner(),
            "facts": confidential(_("Hvad det bygger på"), _facts),
            "facts_on": ordinary(_("Talt den")),
            "owner": ordinary(_("Hvem der skal se på det"), by(_OWNERS)),
            "state": confidential(_("Hvor langt det er"), by(POINT_STATES)),
            "opened_at": ordinary(_("Fundet")),
            "until": ordinary(_("Udskudt til")),
            "closed_at": ordinary(_("Lukket")),
            "closed_by_id": staff(_("Lukket af")),
            "how": confidential(_("Hvad det førte til"), by(HOW)),
            "note": free_text(_("Medarbejderens ord")),
            "objected_at": ordinary(_("Du sagde, at det ikke passer")),
            "objection": free_text(_("Dine ord")),
            "version": inner(),
        },
    ),
    Holding(
        model=AttentionDecision,
        about=About.CITIZEN,
        subject="citizen_id",
        group="computed",
        what=_("Hvad der skete med det, vi har lagt mærke til, trin for trin"),
        source=_RULES,
        purpose="journey",
        retention="journey",
        seen_by=_HELPERS,
        at="at",
        title=lambda row: f"{_rule(row.code)}: {by(POINT_STATES)(row.state)}",
        fields={
            "id": inner(),
            "municipality": inner(),
            "point_id": inner(),
            "citizen_id": inner(),
            "code": confidential(_("Hvad vi har lagt mærke til"), _rule),
            "at": ordinary(_("Hvornår")),
            "state": confidential(_("Hvor langt det er"), by(POINT_STATES)),
            "how": confidential(_("Hvad det førte til"), by(HOW)),
            "rules": public(_("Udgave af reglerne")),
            "tuning": inner(),
            "facts": confidential(_("Hvad det bygger på"), _facts),
            "inputs": confidential(_("Alt, reglen så den dag"), _seen),
            "actor_id": staff(_("Af hvem")),
        },
    ),
    Holding(
        model=RecommendationRemark,
        about=About.CITIZEN,
        subject="citizen_id",
        group="computed",
        what=_("Forslag til job, en medarbejder ikke var enig i"),
        source=_("Kommunens medarbejdere"),
        purpose="quality",
        retention="journey",
        seen_by=_HELPERS,
        at="at",
        title=lambda row: _job(row.vacancy_id),
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "vacancy_id": ordinary(_("Job"), _job),
            "run_id": inner(),
            "model": public(_("Modellen, der lavede listen")),
            "adviser_id": staff(_("Skrevet af")),
            "at": ordinary(_("Hvornår")),
            "code": confidential(_("Hvorfor"), by(OBJECTIONS)),
            "note": free_text(_("Medarbejderens ord")),
            "taken_back": ordinary(_("Taget tilbage")),
        },
    ),
    Holding(
        model=FocusReport,
        about=About.STAFF,
        subject="by_id",
        group="work",
        what=_("Fokusmål, du har skrevet tal for"),
        source=_("Dig selv"),
        purpose="work",
        retention="log",
        seen_by=("manager",),
        at="at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "day": public(_("Målt til og med")),
            "measure": public(_("Mål"), by(_MEASURES)),
            "people": public(_("Personer")),
            "without": public(_("Heraf uden det, målet spørger om")),
            "source": public(_("Kilde")),
            "by_id": inner(),
            "at": ordinary(_("Skrevet")),
        },
    ),
    Holding(
        model=AttentionTuning,
        about=About.NOBODY,
        what=_("Hvordan kommunen bruger de faste regler, fra en dag"),
        source=_("Kommunen"),
        purpose="work",
        retention="forever",
        at="at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "number": public(),
            "body": public(),
            "effective_from": public(),
            "decided_by": public(),
            "why": public(),
            "written_by_id": staff(_("Skrevet af")),
            "at": public(),
        },
    ),
    Holding(
        model=WaitDay,
        about=About.NOBODY,
        what=_("Hvor længe borgere venter på svar, som tal"),
        source=_("Regnet ud af siden"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            "municipality": inner(),
            "day": public(),
            "code": public(),
            "asked": public(),
            "answered": public(),
            "waiting": public(),
            "late": public(),
            "median_hours": public(),
            "p90_hours": public(),
        },
    ),
    Holding(
        model=FocusDay,
        about=About.NOBODY,
        what=_("Ministeriets fokusmål, talt af siden"),
        source=_("Regnet ud af siden"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            "municipality": inner(),
            "day": public(),
            "measure": public(),
            "people": public(),
            "without": public(),
            "met": public(),
        },
    ),
)
