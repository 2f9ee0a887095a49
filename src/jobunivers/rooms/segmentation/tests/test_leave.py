# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Leave with a substitute: who may, who may not, and her citizens are hers again by themselves."""

from datetime import timedelta

import pytest

from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.segmentation import actions, queries
from jobunivers.rooms.segmentation.models import Assignment, Leave
from jobunivers.rooms.segmentation.queries.own import assigned_to
from jobunivers.rooms.segmentation.tests.people import NOW, TODAY, out_of_work, segmented
from jobunivers.testing.cast import add_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("by_rules_alone")]
DAY = timedelta(days=1)


@pytest.fixture
def per(aarhus: Municipality) -> Person:
    return add_person(aarhus, "Per Bro", "consultant")


def leave(
    who: Person, by: Person, *, first: int = 0, days: int = 7, sub: Person | None = None
) -> Leave:
    return actions.plan_leave(
        staff_id=who.pk, away_from=TODAY + first * DAY, away_to=TODAY + (first + days) * DAY,
        substitute_id=sub.pk if sub else None, by_id=by.pk, at=NOW,
    )  # fmt: skip


def test_who_stands_in_has_her_citizens_on_those_days_alone(
    kirsten: Person, tove: Person, per: Person, bente: Person
) -> None:
    Assignment.objects.create(citizen_id=kirsten.pk, staff_id=tove.pk, began_at=NOW, why="load")
    leave(tove, bente, first=2, days=7, sub=per)

    def on(day: int) -> tuple[list[int], dict[int, str]]:
        when = TODAY + day * DAY
        return list(queries.mine_today(per.pk, when)), assigned_to(per.pk, [kirsten.pk], when)

    assert on(1) == ([], {})
    assert on(2) == on(8) == ([kirsten.pk], {kirsten.pk: "substitute"})
    assert on(9) == ([], {})
    assert assigned_to(tove.pk, [kirsten.pk], TODAY) == {kirsten.pk: "assigned"}


def test_a_long_leave_with_a_substitute_hands_nobody_over(
    kirsten: Person, tove: Person, per: Person, bente: Person
) -> None:
    Assignment.objects.create(citizen_id=kirsten.pk, staff_id=tove.pk, began_at=NOW, why="load")
    out_of_work(kirsten.pk, weeks=60)
    leave(tove, bente, days=90, sub=per)

    actions.segment_kommune(at=NOW + 2 * DAY)

    assert Assignment.objects.get(ended_at=None).staff_id == tove.pk


def test_whoever_stands_in_is_there_on_all_the_days(
    tove: Person, per: Person, bente: Person, aarhus: Municipality
) -> None:
    leave(per, bente, first=3, days=2)
    with pytest.raises(actions.SubstituteAway):
        leave(tove, bente, days=4, sub=per)

    leave(tove, bente, days=3, sub=per)  # back on the day the other goes
    with pytest.raises(actions.LeaveOverlaps):
        leave(tove, bente, first=2, days=9)
    assert Leave.objects.count() == 2


def test_two_never_stand_in_for_each_other_on_the_same_days(
    tove: Person, per: Person, bente: Person
) -> None:
    leave(tove, bente, days=7, sub=per)

    with pytest.raises(actions.NeededMeanwhile) as refused:
        leave(per, bente, first=3, days=7, sub=tove)

    assert refused.value.staff_ids == [tove.pk]
    leave(per, bente, first=7, days=7, sub=tove)  # after each other they may


def test_leave_in_the_past_and_unfit_substitutes_are_refused(
    tove: Person, kirsten: Person, eva: Person, bente: Person, omar: Person, jonas: Person
) -> None:
    with pytest.raises(actions.LeaveIsOver):
        leave(tove, bente, first=-9, days=9)
    for unfit in (kirsten, eva, tove, jonas):
        with pytest.raises(actions.UnfitToStandIn):
            leave(tove, bente, sub=unfit)
    with pytest.raises(actions.NotConsultant):
        leave(omar, bente)
    leave(tove, bente, first=-9, days=11, sub=omar)  # began already, and an adviser may


def test_who_changes_a_leave_second_sees_the_first_change(
    tove: Person, per: Person, omar: Person, bente: Person
) -> None:
    row = leave(tove, bente, sub=per)
    actions.change_substitute(
        leave_id=row.pk, version=1, substitute_id=omar.pk, by_id=bente.pk, at=NOW
    )

    with pytest.raises(actions.LeaveChangedMeanwhile):
        actions.end_leave(leave_id=row.pk, version=1, by_id=bente.pk, at=NOW)


def test_a_leave_ends_early_or_is_cancelled(tove: Person, per: Person, bente: Person) -> None:
    begun = leave(tove, bente, first=-2, days=9, sub=per)
    planned = leave(tove, bente, first=20, days=5, sub=per)

    for row in (begun, planned):
        actions.end_leave(leave_id=row.pk, version=1, by_id=bente.pk, at=NOW)

    assert queries.away_on(TODAY) == queries.away_on(TODAY + 21 * DAY) == {}
    with pytest.raises(actions.LeaveIsOver):
        actions.end_leave(leave_id=planned.pk, version=2, by_id=bente.pk, at=NOW)


def test_her_citizens_are_told_once_who_helps_them(
    kirsten: Person, tove: Person, per: Person, omar: Person, bente: Person
) -> None:
    Assignment.objects.create(citizen_id=kirsten.pk, staff_id=tove.pk, began_at=NOW, why="load")
    row = leave(tove, bente, first=1, sub=per)

    assert actions.tell_of_substitutes(at=NOW) == 0
    assert actions.tell_of_substitutes(at=NOW + DAY) == 1
    assert actions.tell_of_substitutes(at=NOW + DAY) == 0
    actions.change_substitute(
        leave_id=row.pk, version=1, substitute_id=omar.pk, by_id=bente.pk, at=NOW + DAY
    )
    assert actions.tell_of_substitutes(at=NOW + 2 * DAY) == 1
    kinds = Notice.objects.filter(person_id=kirsten.pk).values_list("kind", flat=True)
    assert list(kinds) == ["segmentation.substitute"] * 2


def test_she_reads_who_helps_her_meanwhile(
    kirsten: Person, tove: Person, per: Person, bente: Person
) -> None:
    out_of_work(kirsten.pk, weeks=60)
    segmented(kirsten.pk)
    Assignment.objects.update(staff_id=tove.pk)
    leave(tove, bente, sub=per)

    def helper(day: int) -> str:
        page = queries.journey_page(citizen_id=kirsten.pk, language="da", at=NOW + day * DAY)
        return page.consultant

    assert helper(0) == "Tove Juhl. Per Bro hjælper dig til og med tirsdag den 1. december"
    assert helper(7) == "Tove Juhl"


def test_new_citizens_wait_when_all_are_away(kirsten: Person, tove: Person, bente: Person) -> None:
    leave(tove, bente)
    out_of_work(kirsten.pk, weeks=60)

    segmented(kirsten.pk)

    assert not Assignment.objects.exists()
    assert queries.caseloads_page(today=TODAY, at=NOW).nobody_here
