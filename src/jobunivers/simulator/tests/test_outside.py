# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, date, datetime

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.integrations.profiles.sources.client import CONTRACTS
from jobunivers.rooms.journey import actions as journey
from jobunivers.simulator import outside

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_systems_outside_know_her_a_little_otherwise(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        assert outside.held_of(kirsten.pk) is None
        profile = journey.ensure_profile(citizen_id=kirsten.pk, at=NOW)
        entry = journey.ExperienceEntry(title="Kok", employer="Kroen", started_on=date(2019, 5, 1))
        journey.add_experience(profile=profile, entry=entry, at=NOW)
        held = outside.held_of(kirsten.pk)
        assert held == outside.held_of(kirsten.pk)
        assert held is not None
        told = {code: CONTRACTS[code].read(held[code]) for code in CONTRACTS}
        assert [job.started for job in told["jobnet"].jobs] == ["2019-05"]
        assert [job.started for job in told["akasse"].jobs] == ["2019-07", "2018-01"]
        assert [job.ended for job in told["jobnet"].jobs] == ["now"]
        assert told["jobcenter"].wishes
        assert told["jobcenter"].jobs[0].employer == "Praktikstedet Ederfugl I/S"
