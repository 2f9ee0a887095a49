# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is held of citizens: courses, moves, what they did, and who helps them."""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
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
from jobunivers.rooms.segmentation.models import (
    ActivityDay,
    ActivityState,
    Assignment,
    Move,
    Objection,
    Override,
    Placement,
)
from jobunivers.rooms.segmentation.queries.courses import course_word
from jobunivers.rooms.segmentation.queries.facts import FACTS, fact_name, value_words
from jobunivers.rooms.segmentation.queries.moves_page import HER_KINDS, because, percent
from jobunivers.rooms.segmentation.queries.words import (
    HER_OUTCOMES,
    OBJECTIONS,
    WHY_THIS_CONSULTANT,
)

_HELPERS = tuple(sorted(ADVISING))
_RULES = _("Regnet ud af siden efter kommunens regler")
_STAFF = _("Kommunens medarbejdere")
_WHY_HIM_OR_HER = {
    **WHY_THIS_CONSULTANT,
    "language": _("taler dit sprog"),
    "known": _("har hjulpet dig før"),
}


def _rule(code: str) -> Promise | str:
    return _("Ingen regel passede") if code == "default" else code


def _held(reasons: Sequence[Mapping[str, object]]) -> str:
    return "; ".join(because(reasons))


def _facts(inputs: Mapping[str, Mapping[str, float | None]]) -> str:
    """Return the facts a decision was made of, those that were known."""
    found = inputs.get("facts", {})
    return "; ".join(
        f"{fact_name(code)}: {value_words(code, value)}"
        for code, value in found.items()
        if code in FACTS and value is not None
    )


def _chance(share: float | None) -> str:
    return f"{percent(share)} %" if share is not None else ""


def _wish(value: float | None) -> str:
    return "" if value is None else value_words("wish", value)


def _readiness(value: float | None) -> str:
    return "" if value is None else value_words("readiness", value)


def _day_of(row: ActivityDay) -> str:
    return wording.day_year(row.day)


def _from_to(row: Move) -> str:
    if not row.from_course or row.from_course == row.to_course:
        return course_word(row.to_course)
    return f"{course_word(row.from_course)} → {course_word(row.to_course)}"


hold(
    Holding(
        model=Placement,
        about=About.CITIZEN,
        subject="citizen_id",
        group="course",
        what=_("Det forløb, du er i nu, og hvorfor"),
        source=_RULES,
        purpose="journey",
        retention="journey",
        seen_by=_HELPERS,
        at="computed_at",
        title=lambda row: course_word(row.course),
        change="segmentation:journey",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "course": confidential(_("Forløb"), course_word),
            "rule": confidential(_("Reglen, der passede"), _rule),
            "step": confidential(_("Trin på trappen")),
            "since": confidential(_("I forløbet siden")),
            "moved_on": confidential(_("Sidst flyttet")),
            "wish": confidential(_("Hvor meget hjælp du har ønsket"), _wish),
            "readiness": confidential(_("Hvor let du har det med det digitale"), _readiness),
            "policy_id": inner(),
            "chance26": confidential(_("Chance for job inden 26 uger"), _chance),
            "chance52": confidential(_("Chance for job inden 52 uger"), _chance),
            "model": public(_("Modellen, der regnede chancen ud")),
            "reasons": confidential(_("Hvorfor"), _held),
            "computed_at": confidential(_("Sidst ændret")),
        },
    ),
    Holding(
        model=Move,
        about=About.CITIZEN,
        subject="citizen_id",
        group="course",
        what=_("Hver gang dit forløb er skiftet, og hvad det byggede på"),
        source=_RULES,
        purpose="journey",
        retention="statistics",
        seen_by=_HELPERS,
        at="at",
        title=_from_to,
        change="segmentation:journey",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "at": confidential(_("Hvornår")),
            "kind": confidential(_("Hvad der skete"), by(HER_KINDS)),
            "from_course": confidential(_("Fra forløb"), course_word),
            "to_course": confidential(_("Til forløb"), course_word),
            "from_step": confidential(_("Fra trin på trappen")),
            "to_step": confidential(_("Til trin på trappen")),
            "rule": confidential(_("Reglen, der passede"), _rule),
            "policy_id": inner(),
            "model": public(_("Modellen, der regnede chancen ud")),
            "inputs": confidential(_("Det, vi vidste"), _facts),
            "reasons": confidential(_("Hvorfor"), _held),
            "actor_id": staff(_("Valgt af")),
        },
    ),
    Holding(
        model=Override,
        about=About.CITIZEN,
        subject="citizen_id",
        group="course",
        what=_("Forløb, en medarbejder har valgt for dig"),
        source=_STAFF,
        purpose="case",
        retention="case",
        seen_by=_HELPERS,
        at="at",
        title=lambda row: course_word(row.course),
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "course": confidential(_("Forløb"), course_word),
            "reason": free_text(_("Hvorfor")),
            "by_id": staff(_("Valgt af")),
            "at": confidential(_("Hvornår")),
            "until": confidential(_("Gælder indtil")),
            "ended_at": confidential(_("Sluttede")),
            "ended_by_id": staff(_("Afsluttet af")),
        },
    ),
    Holding(
        model=Objection,
        about=About.CITIZEN,
        subject="citizen_id",
        group="course",
        what=_("Hvad du har sagt nej til ved dit forløb, og svaret"),
        source=_("Dig selv; kommunens medarbejdere svarer"),
        purpose="case",
        retention="case",
        seen_by=_HELPERS,
        at="at",
        title=lambda row: OBJECTIONS.get(row.kind, row.kind),
        change="segmentation:journey",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "course": confidential(_("Forløb"), course_word),
            "move_id": inner(),
            "kind": confidential(_("Hvad du siger nej til"), by(OBJECTIONS)),
            "words": free_text(_("Dine ord")),
            "wished_course": confidential(_("Det forløb, du hellere vil have"), course_word),
            "at": confidential(_("Hvornår")),
            "due_on": confidential(_("Du får svar senest")),
            "responsible_id": staff(_("Hvem der skal svare")),
            "answered_by_id": staff(_("Besvaret af")),
            "answered_at": confidential(_("Besvaret")),
            "answer": free_text(_("Svaret")),
            "outcome": confidential(_("Hvad det førte til"), by(HER_OUTCOMES)),
        },
    ),
    Holding(
        model=Assignment,
        about=About.CITIZEN,
        subject="citizen_id",
        group="course",
        what=_("Hvem der er din personlige jobkonsulent, nu og før"),
        source=_("Regnet ud af siden eller valgt af en leder"),
        purpose="journey",
        retention="case",
        seen_by=_HELPERS,
        at="began_at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "staff_id": staff(_("Jobkonsulent")),
            "began_at": ordinary(_("Fra")),
            "ended_at": ordinary(_("Til")),
            "why": ordinary(_("Hvorfor netop den jobkonsulent"), by(_WHY_HIM_OR_HER)),
            "over_capacity": inner(),
            "by_id": staff(_("Valgt af")),
            "hand_over": inner(),
        },
    ),
    Holding(
        model=ActivityDay,
        about=About.CITIZEN,
        subject="citizen_id",
        group="computed",
        what=_("Hvor meget du har gjort på siden, dag for dag"),
        source=_("Talt af siden ud fra det, du har gjort. Det, du læser, tæller ikke"),
        purpose="journey",
        retention="journey",
        seen_by=_HELPERS,
        at="day",
        title=_day_of,
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "day": confidential(_("Dag")),
            "logins": confidential(_("Gange, du har logget ind")),
            "profile": confidential(_("Ændringer af din profil")),
            "marks": confidential(_("Job, du har gemt, skjult eller bedt om flere af")),
            "searches": confidential(_("Søgninger, du har gemt")),
            "applications": confidential(_("Ansøgninger, du har skrevet ned")),
            "contacts": confidential(_("Gange, du har fortalt, booket eller svaret")),
            "learning": confidential(_("Læring, du har brugt")),
            "points": confidential(_("Point for aktivitet")),
        },
    ),
    Holding(
        model=ActivityState,
        about=About.CITIZEN,
        subject="citizen_id",
        group="computed",
        what=_("Hvor meget du har været i gang den sidste tid"),
        source=_("Talt af siden ud fra det, du har gjort. Det, du læser, tæller ikke"),
        purpose="journey",
        retention="journey",
        seen_by=_HELPERS,
        at="as_of",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "as_of": confidential(_("Talt den")),
            "last_active_on": confidential(_("Sidste dag, du var i gang")),
            "last_login_on": confidential(_("Sidste dag, du loggede ind")),
            "points7": confidential(_("Point for aktivitet, 7 dage")),
            "points30": confidential(_("Point for aktivitet, 30 dage")),
            "points90": confidential(_("Point for aktivitet, 90 dage")),
            "applications30": confidential(_("Ansøgninger, 30 dage")),
            "active_weeks": confidential(_("Uger i træk, du har været i gang")),
        },
    ),
)
