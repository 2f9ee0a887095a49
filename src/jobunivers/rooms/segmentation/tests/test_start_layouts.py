# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from jobunivers.foundation import tiles
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.segmentation import actions
from jobunivers.rooms.segmentation.models import Assignment, Placement
from jobunivers.rooms.segmentation.queries.policies import policy_in_effect
from jobunivers.rooms.segmentation.queries.tiles import STARTS, start_for
from jobunivers.rooms.segmentation.tests.people import NOW
from jobunivers.testing.browsers import KommuneClient, text_of


def place(person: Person, closeness: int) -> str:
    """Let her stand in the course that is so close; return its code."""
    actions.ensure_policy(at=NOW)
    policy = policy_in_effect(at=NOW)
    course = next(one.code for one in policy.rules.courses if one.closeness == closeness)
    Placement.objects.create(
        citizen_id=person.pk, course=course, rule="default", since=NOW,
        policy_id=policy.row.pk, computed_at=NOW,
    )  # fmt: skip
    return course


@pytest.mark.parametrize("closeness", sorted(STARTS))
def test_a_page_begins_as_her_course_says(
    closeness: int, kirsten: Person, aarhus: Municipality
) -> None:
    with working_for(aarhus.pk):
        place(kirsten, closeness)

        assert start_for(kirsten.pk, NOW) == STARTS[closeness]
        assert tiles.start_of(kirsten.pk, at=NOW) == STARTS[closeness]


def test_who_stands_nowhere_begins_as_on_her_own(kirsten: Person, aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        assert start_for(kirsten.pk, NOW) == STARTS[0]


def test_closer_help_is_met_by_people_and_stays_when_the_course_changes(
    as_kirsten: KommuneClient, kirsten: Person, tove: Person, aarhus: Municipality
) -> None:
    with working_for(aarhus.pk):
        place(kirsten, 3)
        Assignment.objects.create(citizen_id=kirsten.pk, staff_id=tove.pk, began_at=NOW, why="new")
    html = text_of(as_kirsten.get("/min-side/"))
    assert "tiles-simple" in html
    assert html.index("Tal med os") < html.index("Relevante job til dig")

    with working_for(aarhus.pk):
        Placement.objects.filter(citizen_id=kirsten.pk).delete()
        place(kirsten, 0)
    assert "tiles-simple" in text_of(as_kirsten.get("/min-side/"))

    as_kirsten.post("/min-side/skift/", {"act": "view rich", "version": 1})
    shown = text_of(as_kirsten.get("/min-side/"))
    assert "Selvkørende digital" in shown
    assert f"Din personlige jobkonsulent er {tove.name}." in shown


def test_starting_over_gives_the_page_of_the_course_she_stands_in_now(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    as_kirsten.get("/min-side/")
    with working_for(aarhus.pk):
        place(kirsten, 3)
    as_kirsten.post("/min-side/skift/", {"act": "start", "version": 1})

    assert "tiles-simple" in text_of(as_kirsten.get("/min-side/"))
