# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room tells in staff's one view of a citizen: her profile, times out of work, absence.

Her reason for being away is not told further than the kind she or the kommune gave.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.ui.wording import day_year
from jobunivers.rooms.journey.models import (
    Absence,
    AbsenceKind,
    Competence,
    Education,
    Experience,
    Profile,
    Spell,
    SpellEnd,
    Teller,
    Wish,
)
from jobunivers.rooms.journey.queries.profile import ProfilePage
from jobunivers.trust import dossier
from jobunivers.trust.dossier import Happening, Showing, at_day

AWAY: Mapping[str, Promise] = {
    AbsenceKind.ILLNESS: gettext_lazy("Meldt syg"),
    AbsenceKind.HOLIDAY: gettext_lazy("Ferie"),
    AbsenceKind.AGREED: gettext_lazy("Aftalt pause"),
}
ENDS: Mapping[str, Promise] = {
    SpellEnd.JOB: gettext_lazy("fik arbejde"),
    SpellEnd.EDUCATION: gettext_lazy("begyndte på en uddannelse"),
    SpellEnd.MOVED: gettext_lazy("flyttede"),
    SpellEnd.LEFT: gettext_lazy("søger ikke arbejde mere"),
}
_TOLD: Mapping[str, Promise] = {
    Teller.CITIZEN: gettext_lazy("Fortalt af borgeren selv"),
    Teller.STAFF: gettext_lazy("Skrevet af en medarbejder"),
}


def offer_logs() -> None:
    """Let staff read in the log of her way when she was out of work, and when she was away."""
    dossier.offer_log(
        dossier.Log(
            code="journey.spells",
            name=gettext_lazy("Ledighed"),
            looks=("profile",),
            ask=_ask_spells,
            tell=_tell_spells,
        )
    )
    dossier.offer_log(
        dossier.Log(
            code="journey.absences",
            name=gettext_lazy("Fravær"),
            looks=("profile",),
            ask=_ask_absences,
            tell=_tell_absences,
        )
    )


def home_question(citizen_id: int) -> QuerySet[Profile]:
    """Return the question for where she lives and how far she would go: one row or none."""
    return Profile.objects.filter(citizen_id=citizen_id).order_by("pk")[:1]


def profile_questions(citizen_id: int) -> "list[QuerySet[Any, Any]]":
    """Return the questions for her whole profile, to be asked together with others."""
    lines = {"profile__citizen_id": citizen_id}
    return [
        home_question(citizen_id),
        Experience.objects.filter(**lines).order_by("-started_on", "-pk"),
        Education.objects.filter(**lines).order_by("-ended_year", "-pk"),
        Competence.objects.filter(**lines).order_by("words", "pk"),
        Wish.objects.filter(**lines).order_by("pk"),
    ]


def profile_from(answers: Sequence[Iterable[Any]]) -> ProfilePage | None:
    """Return her profile from the answers to `profile_questions`; None when not begun."""
    profiles, experience, education, competences, wishes = map(list, answers)
    if not profiles:
        return None
    return ProfilePage(profiles[0], experience, education, competences, wishes)


def _ask_spells(showing: Showing, until: datetime, most: int) -> QuerySet[Spell]:
    spells = Spell.objects.filter(citizen_id=showing.citizen_id)
    spells = spells.filter(began_on__lte=timezone.localdate(until))
    return spells.order_by("-began_on", "-pk")[:most]


def _tell_spells(_showing: Showing, rows: Sequence[Spell]) -> list[Happening]:
    return [
        Happening(
            at=at_day(row.began_on), whole_day=True, text=_("Blev ledig"), more=_spell_end(row)
        )
        for row in rows
    ]


def _spell_end(row: Spell) -> str:
    if row.ended_on is None:
        return ""
    how = str(ENDS.get(row.end, row.end))
    return _("Indtil %(day)s: %(how)s") % {"day": day_year(row.ended_on), "how": how}


def _ask_absences(showing: Showing, until: datetime, most: int) -> QuerySet[Absence]:
    away = Absence.objects.filter(citizen_id=showing.citizen_id)
    away = away.filter(starts_on__lte=timezone.localdate(until))
    return away.order_by("-starts_on", "-pk")[:most]


def _tell_absences(_showing: Showing, rows: Sequence[Absence]) -> list[Happening]:
    return [
        Happening(
            at=at_day(row.starts_on),
            whole_day=True,
            text=_absence(row),
            by_id=row.agreed_with_id,
            more=str(_TOLD.get(row.told_by, "")),
        )
        for row in rows
    ]


def _absence(row: Absence) -> str:
    kind = str(AWAY.get(row.kind, row.kind))
    if row.ends_on is None:
        return _("%(kind)s, indtil videre") % {"kind": kind}
    last = day_year(row.ends_on - timedelta(days=1))
    return _("%(kind)s til og med %(day)s") % {"kind": kind, "day": last}
