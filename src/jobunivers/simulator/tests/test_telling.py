# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a solution of the demo tells back."""

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Assurance, Person, Persona
from jobunivers.rooms.evidence.models import Statement, WaitingStatement
from jobunivers.rooms.evidence.queries.told import lines_of
from jobunivers.rooms.launching.tests.making import connected
from jobunivers.rooms.marketplace.queries import use_of
from jobunivers.simulator import telling


@pytest.mark.django_db
def test_a_persona_reads_what_a_solution_told_of_her_and_it_is_told_once(
    aarhus: Municipality, kirsten: Person
) -> None:
    cv = connected()
    with working_for(aarhus.pk):
        Persona.objects.create(
            person=kirsten, story_da="-", story_en="-", assurance=Assurance.SUBSTANTIAL
        )
        for _ in range(2):
            telling.tell(slug="aarhus", at=timezone.now())

        lines, _older = lines_of(citizen_id=kirsten.pk, offer_id=cv.offer.pk, language="da")
        assert [line.did for line in lines] == [
            "Du lukkede", "Du kom videre", "Du blev færdig", "Du begyndte",
        ]  # fmt: skip
        assert Statement.objects.count() == 4
        assert not WaitingStatement.objects.exists()
        use = use_of(citizen_id=kirsten.pk, offer_id=cv.offer.pk)
        assert use is not None
        assert (use.progress, use.completed_at) == (0.4, None)
