# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the count of her availability asks of the rooms, so that it goes in one journey."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from jobunivers.foundation import together
from jobunivers.rooms.availability.models import BenefitGroup, Case, CaseState
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.journey.queries.cvs import cv_question
from jobunivers.rooms.plan.queries.requirements import question_in_effect
from jobunivers.rooms.vacancies import queries as vacancies

if TYPE_CHECKING:
    from jobunivers.rooms.journey.models import Spell
    from jobunivers.rooms.plan.models import JobSearchRequirements
    from jobunivers.rooms.vacancies.models import Application

WINDOW = timedelta(days=28)
MOST_SHOWN = 12
_MOST_COUNTED = 5 * MOST_SHOWN


@dataclass(frozen=True, slots=True)
class Known:
    """What the rooms know of her: rows, those that count first."""

    spell: "Spell | None"
    requirements: "JobSearchRequirements | None"
    case: Case | None  # the newest in which somebody wrote what she receives
    absent: bool
    has_cv: bool
    applied: "Sequence[Application]"  # in the last 28 days


def questions(*, citizen_id: int, today: date) -> "list[QuerySet[Any, Any]]":
    """Return the questions, for `known_from`; they may be asked beside others."""
    cases = Case.objects.filter(citizen_id=citizen_id).exclude(state=CaseState.WITHDRAWN)
    applied = vacancies.applications_of(citizen_id=citizen_id).filter(
        applied_on__gt=today - WINDOW, applied_on__lte=today
    )
    return [
        journey.spells_of(citizen_id).filter(ended_on=None)[:1],
        question_in_effect(citizen_id=citizen_id, on=today),
        cases.exclude(group=BenefitGroup.UNKNOWN).order_by("-opened_at", "-pk")[:1],
        journey.absences_on(today).filter(citizen_id=citizen_id)[:1],
        cv_question(citizen_id=citizen_id),
        applied.order_by("-applied_on", "-pk")[:_MOST_COUNTED],
    ]


def known_from(answers: Iterable[Iterable[Any]]) -> Known:
    """Return what is known, from the answers to `questions`."""
    spells, requirements, cases, absences, cvs, applied = (list(one) for one in answers)
    return Known(
        spell=spells[0] if spells else None,
        requirements=requirements[0] if requirements else None,
        case=cases[0] if cases else None,
        absent=bool(absences),
        has_cv=bool(cvs),
        applied=applied,
    )


def known(*, citizen_id: int, today: date) -> Known:
    """Return what is known of her, asked now."""
    asked = questions(citizen_id=citizen_id, today=today)
    together.ask(asked)
    return known_from(asked)
