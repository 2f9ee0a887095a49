# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who comes is the same person each time, and those met on any day have waited for long."""

from datetime import UTC, date, datetime

import numpy as np
import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.vacancies.queries import Position
from jobunivers.simulator.life import newcomers
from jobunivers.simulator.life.market import Market, km
from jobunivers.simulator.life.record import PARTS, PERSON
from jobunivers.simulator.truth import Truth

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 7)
NOW = datetime(2026, 9, 7, 9, tzinfo=UTC)


def test_a_number_is_always_the_same_person(aarhus: Municipality) -> None:
    made = newcomers.make(Truth(), 7, "0751", 12, today=DAY, fresh=False)
    again = newcomers.make(Truth(), 7, "0751", 12, today=DAY, fresh=False)
    other = newcomers.make(Truth(), 7, "0751", 13, today=DAY, fresh=False)

    assert made.citizen == again.citizen == newcomers.again(7, "0751", made.row[0])
    assert (made.row == again.row).all()
    assert other.citizen.name != made.citizen.name
    assert made.citizen.place.municipality_code == "0751"


def test_those_met_on_any_day_have_waited_longer_and_are_frailer_than_those_who_come() -> None:
    def drawn(*, fresh: bool) -> tuple[float, float]:
        rows = [
            newcomers.make(Truth(), 7, "0751", number, today=DAY, fresh=fresh).row[0]
            for number in range(250)
        ]
        weeks = [(DAY.toordinal() - int(row["began"])) / 7 for row in rows]
        return float(np.mean(weeks)), float(np.mean([row["frailty"] for row in rows]))

    weeks_met, frailty_met = drawn(fresh=False)
    weeks_new, frailty_new = drawn(fresh=True)
    assert weeks_new < 1.5
    assert weeks_met > 15
    assert frailty_met < frailty_new - 0.05


def test_a_profile_is_told_part_by_part(aarhus: Municipality) -> None:
    made = newcomers.make(Truth(), 7, "0751", 3, today=DAY, fresh=True)
    with working_for(aarhus.pk):
        parts = [
            list(newcomers.part(made.citizen, made.row[0], NOW, number).parts())
            for number in range(PARTS)
        ]

    assert parts == [
        ["basics"], ["abilities", "education"], ["experience"], ["competences"], ["wishes"],
    ]  # fmt: skip


def test_people_look_near_home_for_work_like_theirs() -> None:
    def job(number: int, isco: str, lat: float) -> Position:
        return Position(number, "x", "y", "z", isco, "", lat, 10.2, 37.0, 1, 20_000)

    jobs = [
        job(1, "5120", 56.15),
        job(2, "5120", 57.0),
        job(3, "5131", 56.16),
        job(4, "2511", 56.15),
    ]
    market = Market(
        positions=jobs,
        isco=np.array([int(one.isco) for one in jobs]),
        lat=np.array([one.latitude or 0.0 for one in jobs]),
        lon=np.array([one.longitude or 0.0 for one in jobs]),
        row_of={one.vacancy_id: row for row, one in enumerate(jobs)},
    )
    person = np.zeros(1, dtype=PERSON)[0]
    person["lat"], person["lon"], person["km"] = 56.15, 10.2, 20
    for isco, rows in ((5120, [0]), (5131, [2]), (5129, [0]), (2512, [3]), (7212, [])):
        person["isco"] = person["wish"] = isco
        assert market.fits(person).tolist() == rows


def test_distances_are_those_of_a_map() -> None:
    # Aarhus to Silkeborg is about 40 km as the crow flies.
    assert km(np.array([56.17]), np.array([9.55]), 56.157, 10.21)[0] == pytest.approx(41, abs=2)
