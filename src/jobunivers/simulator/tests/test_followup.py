# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo's staff have something to follow up, once."""

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.followup.models import Batch, BatchState, Letter, Note, StaffTask
from jobunivers.simulator import followup, personas

pytestmark = pytest.mark.django_db


def test_staff_of_the_demo_have_tasks_notes_a_letter_and_a_list_once(
    aarhus: Municipality,
) -> None:
    now = timezone.now()
    personas.invite(aarhus, personas.personas(), at=now)
    with working_for(aarhus.pk):
        for _ in range(2):
            followup.write(at=now)
        assert StaffTask.objects.filter(citizen_id__isnull=False).count() >= 2
        assert Note.objects.filter(shared=True).exists()
        assert Letter.objects.count() == 1
        assert Batch.objects.get().state == BatchState.WAITING
