# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is true shows in what people are likely to do."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import numpy as np
import pytest

from jobunivers.simulator.life import behaving, offers
from jobunivers.simulator.life.record import NEVER, PERSON, Record
from jobunivers.simulator.truth import Truth

DAY = date(2026, 9, 9).toordinal()
N = 4


@pytest.fixture
def record() -> Record:
    """Return a record of people who are all alike."""
    people = np.zeros(N, dtype=PERSON)
    people["citizen"] = np.arange(1, N + 1)
    people["began"] = DAY - 40
    people["born"] = DAY - 38 * 366
    people["education"], people["danish"], people["readiness"] = 2, 2, 0.7
    for name in ("helped", "nudged", "login", "offer_ended"):
        people[name] = NEVER
    people["reader"] = True
    return Record(truth=Truth(), target=N, people=people)


def look(record: Record, listed: Sequence[bool] = (False,) * N) -> behaving.Today:
    return behaving.look(record, day=DAY, weekday=2, month=9, has_list=np.array(listed))


def leaving(record: Record, listed: Sequence[bool] = (False,) * N) -> list[float]:
    today = look(record, listed)
    found = behaving.leaves(record, today, follows=np.array(listed), tightness=1.0)
    return [float(one) for one in found]


def test_who_is_pushed_comes_more_often_for_a_week(record: Record) -> None:
    record.people["nudged"] = [DAY, DAY - 6, DAY - 7, NEVER]
    chances = behaving.logs_in(record, look(record))

    effect = Truth().effects.nudge_activity
    assert chances[0] == pytest.approx(effect * chances[3])
    assert chances[1] == pytest.approx(chances[0])
    assert chances[2] == pytest.approx(chances[3])


def test_pushes_that_are_not_answered_tire(record: Record) -> None:
    record.people["nudged"] = DAY
    record.people["unanswered"] = [0, 1, 5, 50]
    chances = behaving.logs_in(record, look(record))

    assert chances[0] > chances[1] > chances[2] > chances[3]


def test_help_advice_learning_and_offers_change_the_chance_of_leaving(record: Record) -> None:
    usual = leaving(record)[0]
    record.people["learned"][1] = 2
    record.people["offer_until"][2] = DAY + 5
    record.people["offer_ended"][3] = DAY - 10
    found = leaving(record)

    assert found[0] == pytest.approx(usual)
    assert found[1] > usual > found[2]
    assert found[3] > usual
    record.people["helped"][0] = DAY - 3
    assert leaving(record)[0] > usual


def test_advice_that_all_follow_is_worth_less_than_advice_for_a_few(record: Record) -> None:
    few = leaving(record, (True, False, False, False))
    everybody = leaving(record, (True, True, True, True))

    assert few[0] > everybody[0] > few[1]


def test_nobody_who_is_away_or_in_work_does_anything(record: Record) -> None:
    record.people["absent_until"][0] = DAY + 2
    record.people["state"][1] = 1
    chances = behaving.logs_in(record, look(record))

    assert chances[0] == chances[1] == 0.0 < chances[2]
    assert leaving(record)[1] == 0.0


def test_a_room_of_offers_can_join_and_leave(record: Record) -> None:
    class Courses:
        def running(self, *, citizen_ids: Sequence[int], on: date) -> Mapping[int, date]:
            known = {1: on + timedelta(days=3)} if on.toordinal() == DAY else {}
            return {one: known[one] for one in citizen_ids if one in known}

    courses = Courses()
    offers.join(courses)
    try:
        offers.feel(record.people, date.fromordinal(DAY))
        assert record.people["offer_until"].tolist() == [DAY + 3, 0, 0, 0]
        offers.feel(record.people, date.fromordinal(DAY + 3))
    finally:
        offers.leave(courses)

    assert record.people["offer_until"].tolist() == [0, 0, 0, 0]
    assert record.people["offer_ended"][0] == DAY + 3
