# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""People out of work for the tests of segmentation, and what they do."""

from datetime import UTC, date, datetime, timedelta

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices.models import Notice
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.models import Teller
from jobunivers.rooms.segmentation import actions
from jobunivers.rooms.segmentation.models import Placement

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
TODAY = date(2026, 11, 25)


def out_of_work(citizen_id: int, *, weeks: int, at: datetime = NOW) -> None:
    """Let her time out of work have begun so many weeks ago."""
    began = at.date() - timedelta(weeks=weeks)
    journey.begin_spell(citizen_id=citizen_id, began_on=began, told_by=Teller.CITIZEN, at=at)


def deed(citizen_id: int, kind: str = "vacancies.application_logged", *, at: datetime) -> None:
    """Let her have done something."""
    events.record(kind, at=at, citizen_id=citizen_id, actor_id=citizen_id)


def silent_pushes(citizen_id: int, many: int, *, at: datetime = NOW) -> None:
    """Let so many pushes have gone out to her that she did not answer."""
    for n in range(many):
        sent = at - timedelta(days=n + 1)
        Notice.objects.create(
            person_id=citizen_id, kind="tests.push", created_at=sent, sent_at=sent,
            wants_answer=True,
        )  # fmt: skip


def placed(citizen_id: int) -> Placement:
    """Return where she stands."""
    return Placement.objects.get(citizen_id=citizen_id)


def segmented(citizen_id: int, *, at: datetime = NOW) -> Placement:
    """Place her anew, and return where she stands."""
    actions.segment_one(citizen_id=citizen_id, at=at)
    return placed(citizen_id)
