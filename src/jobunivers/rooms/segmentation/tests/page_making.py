# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of pages need: a policy, somebody out of work, and what a page says."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.segmentation import actions
from jobunivers.rooms.segmentation.models import HandOver, ObjectionKind, Policy
from jobunivers.testing.browsers import KommuneClient

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def out_of_work(person: Person, *, weeks: int = 4, at: datetime = NOON) -> None:
    """Let somebody be out of work since some weeks, and placed."""
    assert person.municipality_id is not None
    actions.ensure_policy(at=at)
    with working_for(person.municipality_id):
        journey.begin_spell(
            citizen_id=person.pk,
            began_on=at.date() - timedelta(weeks=weeks),
            told_by=journey.Teller.CITIZEN,
            at=at,
        )
        actions.segment_one(citizen_id=person.pk, at=at)


def give_reason(browser: KommuneClient, person: Person) -> None:
    """Say why, as staff must."""
    path = f"/medarbejder/borgere/{person.pk}/grund/"
    assert browser.post(path, {"reason": "talk", "note": ""}).status_code == 302


def text(browser: KommuneClient, path: str) -> str:
    """Return the page, without white space between tags."""
    answer = browser.get(path)
    assert answer.status_code == 200, (answer.status_code, answer.get("Location"))
    return re.sub(r"\s*(<[^>]+>)\s*", r"\1", answer.content.decode())


def address_objects(citizen: Person, consultant: Person, administrator: Person) -> dict[str, Any]:
    """Return the ids of one of each thing that an address of this room is about.

    The citizen is out of work and said no, is away, and a draft was tried; another policy was
    adopted and waits for its day.
    """
    now, today = timezone.now(), timezone.localdate()
    actions.ensure_policy(at=now)
    journey.begin_spell(
        citizen_id=citizen.pk, began_on=today - timedelta(weeks=4),
        told_by=journey.Teller.CITIZEN, at=now,
    )  # fmt: skip
    actions.segment_one(citizen_id=citizen.pk, at=now)
    actions.override(
        citizen_id=citizen.pk, staff_id=consultant.pk, course="combined", reason="Aftalt.",
        until=today + timedelta(days=30), at=now,
    )  # fmt: skip
    objection = actions.object_to(
        citizen_id=citizen.pk, kind=ObjectionKind.PERSON, words="Ring til mig.", at=now
    )
    absence = journey.report_absence(
        citizen_id=citizen.pk, kind=journey.AbsenceKind.HOLIDAY,
        starts_on=today + timedelta(days=9), ends_on=today + timedelta(days=12),
        told_by=journey.Teller.CITIZEN, at=now,
    )  # fmt: skip
    adopted = adopt(administrator, effective_from=today + timedelta(days=60))
    draft = actions.begin_draft(by_id=administrator.pk, at=now)
    run = actions.dry_run(policy=draft, by_id=administrator.pk, at=now)
    leave = actions.plan_leave(
        staff_id=consultant.pk, away_from=today + timedelta(days=90),
        away_to=today + timedelta(days=99), substitute_id=None, by_id=administrator.pk, at=now,
    )  # fmt: skip
    handed = HandOver.objects.create(
        from_id=consultant.pk, by_id=administrator.pk, at=now, reason="Jævnere fordeling"
    )
    return {
        "staff_leave": {"leave_id": leave.pk},
        "hand_over": {"pk": handed.pk},
        "absence": {"pk": absence.pk},
        "her_absence": {"pk": citizen.pk, "absence_id": absence.pk},
        "objection": {"pk": objection.pk},
        "consultant": {"pk": consultant.pk},
        "course": {"code": "combined"},
        "policy": {"pk": draft.pk},
        "rule": {"pk": draft.pk, "place": 1},
        "holds": {"pk": draft.pk, "code": "combined"},
        "trial": {"pk": draft.pk, "run_id": run.pk},
        "adopted": {"pk": adopted.pk},
    }


def adopt(administrator: Person, *, effective_from: date) -> Policy:
    """Return a policy of the kommune's own that says what the country's says."""
    now = timezone.now()
    draft = actions.begin_draft(by_id=administrator.pk, at=now)
    run = actions.dry_run(policy=draft, by_id=administrator.pk, at=now)
    actions.note_dry_run_shown(dry_run_id=run.pk, to_id=administrator.pk, at=now)
    return actions.activate_policy(
        policy_id=draft.pk, decided_by="Udvalget", why="Derfor.", effective_from=effective_from,
        by_id=administrator.pk, at=now,
    )  # fmt: skip
