# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Goals, activities, agreements and requirements for the tests of any room."""

import re
from datetime import UTC, date, datetime
from typing import Any

from django.utils import timezone

from jobunivers.foundation.things import Pointer
from jobunivers.identity.models import Person
from jobunivers.rooms.plan import actions
from jobunivers.rooms.plan.models import (
    Activity,
    Agreement,
    Every,
    FixedAt,
    Goal,
    JobSearchRequirements,
)
from jobunivers.testing.browsers import KommuneClient

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def give_reason(browser: KommuneClient, person: Person) -> None:
    """Say why, as staff must."""
    path = f"/medarbejder/borgere/{person.pk}/grund/"
    assert browser.post(path, {"reason": "talk", "note": ""}).status_code == 302


def text(browser: KommuneClient, path: str) -> str:
    """Return the page, without white space between tags."""
    answer = browser.get(path)
    assert answer.status_code == 200, (answer.status_code, answer.get("Location"))
    return re.sub(r"\s*(<[^>]+>)\s*", r"\1", answer.content.decode())


def make_goal(citizen: Person, words: str = "Få job på et lager", *, at: datetime = NOON) -> Goal:
    """Return a goal of hers."""
    return actions.add_goal(citizen_id=citizen.pk, entry=actions.GoalEntry(words=words), at=at)


def make_activity(
    citizen: Person, title: str = "Ring til en ven", *, at: datetime = NOON, **said: Any
) -> Activity:
    """Return an activity she planned; `said` are fields of `ActivityEntry`."""
    return actions.add_activity(
        citizen_id=citizen.pk,
        entry=actions.ActivityEntry(title=title, **said),
        actor=actions.herself(citizen.pk),
        at=at,
    )


def make_thing(citizen: Person, vacancy_id: int, *, at: datetime = NOON) -> Activity:
    """Return an activity she planned for a job."""
    return actions.add_thing(
        citizen_id=citizen.pk,
        pointer=Pointer("vacancy", vacancy_id),
        actor=actions.herself(citizen.pk),
        language="da",
        at=at,
    )


def proposed_activity(
    citizen: Person, adviser: Person, title: str = "Kurset i truck", *, at: datetime = NOON
) -> Activity:
    """Return an activity that staff propose."""
    return actions.add_activity(
        citizen_id=citizen.pk,
        entry=actions.ActivityEntry(title=title),
        actor=actions.staff(adviser.pk),
        why="Mange lagre spørger efter det.",
        at=at,
    )


def proposed_agreement(
    citizen: Person,
    adviser: Person,
    words: str = "Du ringer til tre lagre",
    *,
    due_on: date | None = None,
    at: datetime = NOON,
) -> Agreement:
    """Return an agreement that staff propose."""
    return actions.propose_agreement(
        citizen_id=citizen.pk,
        entry=actions.AgreementEntry(words=words, due_on=due_on),
        actor=actions.staff(adviser.pk),
        at=at,
    )


def requirements_entry(**said: Any) -> actions.RequirementsEntry:
    """Return requirements with all five contents."""
    whole: dict[str, Any] = {
        "purpose": "At komme i arbejde så hurtigt som muligt.",
        "fields": "Lager og logistik: lagermedarbejder, chauffør",
        "area": "Østjylland",
        "volume": "To job om ugen.",
        "uploads": 2,
        "every": Every.WEEK,
        "places": "Jobnet og virksomhedernes egne sider",
        "from_on": TODAY,
        "fixed_at": FixedAt.FUND,
        "why": "Der er mange job på lager nær dig.",
    }
    return actions.RequirementsEntry(**(whole | said))


def fix(
    citizen: Person,
    adviser: Person,
    *,
    seen_id: int | None = None,
    at: datetime = NOON,
    **said: Any,
) -> JobSearchRequirements:
    """Return requirements, fixed."""
    return actions.fix_requirements(
        citizen_id=citizen.pk,
        entry=requirements_entry(**said),
        staff_id=adviser.pk,
        seen_id=seen_id,
        at=at,
    )


def address_objects(citizen: Person, adviser: Person) -> dict[str, Any]:
    """Return the ids of one of each thing that an address of this room is about."""
    now = timezone.now()
    agreement = proposed_agreement(citizen, adviser, at=now)
    return {
        "plan_goal": {"pk": make_goal(citizen, at=now).pk},
        "plan_activity": {"pk": make_activity(citizen, at=now).pk},
        "plan_agreement": {"pk": agreement.pk},
        "her_agreement": {"pk": citizen.pk, "agreement_id": agreement.pk},
    }
