# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cases about availability for the demo: one at its hearing, and enough decided ones to compare."""

from datetime import datetime, timedelta

from django.utils import timezone

from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.availability import actions, queries
from jobunivers.rooms.availability.actions import (
    BenefitGroup,
    Case,
    CaseKind,
    EvidenceKind,
    Outcome,
)
from jobunivers.rooms.journey import queries as journey

_DECIDED = 6
_LONG_ENOUGH = timedelta(weeks=4)
_WHY = "Samtalen blev ikke holdt. Vi ved ikke hvorfor."
_LETTER = (
    "Vi vil gerne høre dig, før vi beslutter noget. Du kom ikke til samtalen. Havde du en god"
    " grund, så fortæl os om den. Så sker der ikke mere."
)
_FACTS = {"happened": True, "duty": True, "exempt": False, "guided": True, "monthly": False}
_ANSWERS: tuple[tuple[str, bool, list[str]], ...] = (
    ("Jeg var syg og fik ikke ringet.", True, ["illness"]),
    ("Jeg havde glemt det.", False, []),
    ("Mit barn var sygt, og jeg havde ingen til at passe det.", True, ["child_care"]),
)


def write(*, at: datetime) -> None:
    """Give the kommune worked for its cases, once."""
    people = [one.person for one in identity.personas()]
    adviser = next((one.pk for one in people if one.role == Role.ADVISER), None)
    personas = {one.pk for one in people}
    others = [one.citizen_id for one in journey.open_spells() if one.citizen_id not in personas]
    # Who is new has missed nothing yet.
    since = timezone.localdate(at) - _LONG_ENOUGH
    out = [
        one.citizen_id
        for one in journey.open_spells()
        if one.citizen_id in personas and one.began_on <= since
    ]
    if adviser is None or not out or queries.cases_of(citizen_id=out[-1]):
        return
    _heard(out[-1], adviser, at=at - timedelta(days=2))
    for number, citizen_id in enumerate(others[:_DECIDED]):
        _decided(citizen_id, adviser, number, at=at - timedelta(days=20 + number))


def _heard(citizen_id: int, staff_id: int, *, at: datetime) -> Case:
    """Return a case opened, established and sent to hearing on a day."""
    entry = actions.CaseEntryForm(
        kind=CaseKind.ABSENT_TALK,
        group=BenefitGroup.JOB_READY,
        event_on=timezone.localdate(at - timedelta(days=2)),
        why=_WHY,
    )
    case = actions.open_case(citizen_id=citizen_id, entry=entry, staff_id=staff_id, at=at)
    case = _set(case, _FACTS, [], staff_id, at=at)
    try:
        return actions.send_hearing(
            case_id=case.pk, version=case.version, text=_LETTER, staff_id=staff_id, at=at,
            due_on=timezone.localdate(at + timedelta(days=10)),
        )  # fmt: skip
    except actions.NotAllowed:  # no procedure has been checked for that day
        return case


def _decided(citizen_id: int, staff_id: int, number: int, *, at: datetime) -> None:
    """Let a case be answered and decided: a good reason ends it."""
    case = _heard(citizen_id, staff_id, at=at)
    words, good, causes = _ANSWERS[number % len(_ANSWERS)]
    later = at + timedelta(days=4 + number)
    outcome = Outcome.NOTHING
    if case.hearing_sent_at is not None:
        case = actions.answer_hearing(case_id=case.pk, words=words, by_id=citizen_id, at=later)
        case = _set(case, {"cause": good}, causes, staff_id, at=later)
        outcome = Outcome.NOTHING if good else Outcome.DAYS
    days = 1 if outcome == Outcome.DAYS else None
    reasons = "Grunden er rimelig." if good else "Vi har ikke fundet en rimelig grund."
    draft = actions.DecisionEntry(outcome=outcome, reasons=reasons, text=reasons, days=days)
    case = actions.draft_decision(
        case_id=case.pk, version=case.version, entry=draft, staff_id=staff_id, at=later
    )
    actions.sign_decision(case_id=case.pk, version=case.version, staff_id=staff_id, at=later)


def _set(
    case: Case, facts: dict[str, bool], causes: list[str], staff_id: int, *, at: datetime
) -> Case:
    return actions.set_facts(
        case_id=case.pk,
        version=case.version,
        group=BenefitGroup(case.group),
        facts={
            code: actions.FactEntry(
                value=value, source=EvidenceKind.TALK.value, evidence="Samtale og brev i sagen"
            )
            for code, value in facts.items()
        },
        causes=causes,
        staff_id=staff_id,
        at=at,
    )
