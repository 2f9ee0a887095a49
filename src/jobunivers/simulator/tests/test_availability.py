# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo has a case at its hearing and enough decided ones, made once."""

from datetime import UTC, datetime, timedelta

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Assurance, Person, Persona
from jobunivers.rooms.availability import queries
from jobunivers.rooms.availability.models import Case, CaseState
from jobunivers.rooms.segmentation.tests.page_making import out_of_work
from jobunivers.simulator import availability
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_one_case_is_heard_and_others_are_decided_once(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    people = [kirsten, *(add_person(aarhus, f"Borger {n}", "citizen") for n in range(6))]
    for person in people:
        out_of_work(person, at=NOON)
    with working_for(aarhus.pk):
        for person in (kirsten, omar):
            Persona.objects.create(
                person=person, story_da="-", story_en="-", assurance=Assurance.SUBSTANTIAL
            )
        availability.write(at=NOON)
        availability.write(at=NOON)

        heard = Case.objects.get(state=CaseState.OPEN)
        assert (heard.citizen_id, heard.hearing_sent_at is not None) == (kirsten.pk, True)
        assert Case.objects.filter(state=CaseState.DECIDED).count() == 6
        assert queries.like_cases(heard, []).enough
        since = NOON - timedelta(days=60)
        assert queries.figures(since=since)[0].total == 6
