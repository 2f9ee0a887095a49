# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cases for the tests of any room."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.utils import timezone

from jobunivers.identity.models import Person
from jobunivers.rooms.availability import actions
from jobunivers.rooms.availability.models import (
    BenefitGroup,
    Case,
    CaseKind,
    EvidenceKind,
    Outcome,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = date(2026, 11, 23)
EVENT = date(2026, 11, 16)
# What a sanction needs, beside the hearing.
ALL_YES: dict[str, Any] = {
    "happened": True, "duty": True, "exempt": False, "guided": True, "contact_tried": True,
    "monthly": False,
}  # fmt: skip


def make_case(citizen: Person, staff: Person, *, at: datetime = NOON, **said: Any) -> Case:
    """Return a case that a member of staff has opened; `said` are fields of the entry."""
    entry: dict[str, Any] = {
        "kind": CaseKind.ABSENT_TALK,
        "group": BenefitGroup.JOB_READY,
        "event_on": EVENT,
        "why": "Samtalen kl. 10 blev ikke holdt.",
    }
    return actions.open_case(
        citizen_id=citizen.pk,
        entry=actions.CaseEntryForm(**(entry | said)),
        staff_id=staff.pk,
        at=at,
    )


def fact(*, value: bool | None) -> actions.FactEntry:
    """Return a fact with what shows it."""
    return actions.FactEntry(
        value=value, source=EvidenceKind.LETTER.value, evidence="Brev af 1. november"
    )


def set_facts(
    case: Case, staff: Person, *, at: datetime = NOON, causes: list[str] | None = None,
    **values: bool | None,
) -> Case:  # fmt: skip
    """Return the case with these facts set."""
    case.refresh_from_db()
    return actions.set_facts(
        case_id=case.pk,
        version=case.version,
        group=BenefitGroup(case.group),
        facts={code: fact(value=value) for code, value in values.items()},
        causes=causes or [],
        staff_id=staff.pk,
        at=at,
    )


def hear(case: Case, staff: Person, *, days: int = 7, at: datetime = NOON) -> Case:
    """Return the case with the hearing sent."""
    case.refresh_from_db()
    return actions.send_hearing(
        case_id=case.pk,
        version=case.version,
        text="Kære Kirsten. Vi vil gerne høre dig.",
        due_on=timezone.localdate(at) + timedelta(days=days),
        staff_id=staff.pk,
        at=at,
    )


def decide(
    case: Case, staff: Person, outcome: Outcome, *, at: datetime = NOON, **said: Any
) -> Case:
    """Return the case decided."""
    case.refresh_from_db()
    text: dict[str, Any] = {"reasons": "Vi har lagt vægt på svaret.", "text": "Vi har afgjort det."}
    entry = actions.DecisionEntry(outcome=outcome, **(text | said))
    case = actions.draft_decision(
        case_id=case.pk, version=case.version, entry=entry, staff_id=staff.pk, at=at
    )
    return actions.sign_decision(
        case_id=case.pk, version=case.version, staff_id=staff.pk, at=at
    )  # fmt: skip


def heard_case(citizen: Person, staff: Person, *, at: datetime = NOON, **said: Any) -> Case:
    """Return a case with all facts set, heard and answered, without a good cause."""
    case = make_case(citizen, staff, at=at, **said)
    set_facts(case, staff, at=at, **ALL_YES)
    hear(case, staff, at=at)
    actions.answer_hearing(case_id=case.pk, words="Jeg glemte det.", by_id=citizen.pk, at=at)
    return set_facts(case, staff, at=at, cause=False)


def address_objects(citizen: Person, staff: Person) -> dict[str, Any]:
    """Return the ids of one of each thing that an address of this room is about."""
    now = timezone.now()
    case = make_case(citizen, staff, at=now, event_on=timezone.localdate(now))
    # As it was sent: what must have been before is tested elsewhere, whatever day it is today.
    Case.objects.filter(pk=case.pk).update(
        hearing_text="Vi vil gerne høre dig.",
        hearing_due_on=timezone.localdate(now) + timedelta(days=7),
        hearing_sent_at=now,
        hearing_sent_by_id=staff.pk,
    )
    theirs = {"pk": citizen.pk, "case_id": case.pk}
    return {
        "availability_case": {"pk": case.pk},
        "her_letter": {"pk": case.pk, "which": "hoering"},
        "her_case": theirs,
        "her_staff_letter": theirs | {"which": "hoering"},
    }
