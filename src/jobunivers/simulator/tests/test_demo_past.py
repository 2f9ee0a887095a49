# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime

import pytest

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity import queries as identity
from jobunivers.rooms.segmentation import queries as segmentation
from jobunivers.science.segmentation import Explanation
from jobunivers.simulator import demo

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def _silent(_text: str) -> None:
    pass


@pytest.mark.django_db
def test_the_demo_has_a_past_and_people_who_show_what_courses_are_for() -> None:
    demo.fill(at=NOW, progress=_silent, count=60, weeks=2, people=12)

    aarhus = tenancy.by_code("0751")
    assert aarhus is not None
    with working_for(aarhus.pk):
        assert identity.citizens().count() > 12
        assert _explained("Birthe Kold").course == "close_support"
        assert _explained("Rasmus Bjerg").step
        assert not _explained("Kirsten Vestergaard").step


def _explained(name: str) -> Explanation:
    (citizen_id,) = [one.person.pk for one in identity.personas() if one.person.name == name]
    found = segmentation.explain(citizen_id=citizen_id, at=NOW)
    assert found is not None
    return found.explanation
