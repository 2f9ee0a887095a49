# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days go by: advertisements come and go, each kommune plays its day, and nights follow."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.tailored import actions as tailored
from jobunivers.simulator.life import ads, day, nights
from jobunivers.simulator.life.scene import moment
from jobunivers.simulator.models import SimulatedKommune
from jobunivers.simulator.truth import Truth

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be simulated.

    `stock` advertisements stand open on an ordinary day, of which each kommune code in `shares`
    has its share. Suggestions are made anew every `match_every` days, 0 for never.
    """

    seed: int
    first: date
    days: int
    people: int  # out of work, in each kommune that has not been simulated before
    stock: int
    shares: dict[str, float]
    match_every: int = 7
    nights: bool = True  # everybody is placed anew each night
    truth: Truth = field(default_factory=Truth)
    processes: int = 1


def with_days(plan: Plan, days: int) -> Plan:
    """Return the plan for another number of days."""
    return replace(plan, days=days)


@dataclass(slots=True)
class Told:
    """What came of it: counts, and seconds by stage, by the clock and of this process' work."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)
    worked: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the seconds of a stage."""
        began, worked = time.perf_counter(), time.process_time()
        yield
        self.worked[name] += time.process_time() - worked  # type: ignore[assignment]
        self.seconds[name] += time.perf_counter() - began  # type: ignore[assignment]


def run(kommuner: Sequence[Municipality], plan: Plan, *, progress: Progress) -> Told:
    """Simulate the plan's days in the kommuner; where some were played already, go on from there.

    A run that was stopped is taken up where it stopped: each day is written whole or not at all.
    """
    told = Told()
    with told.stage("advertisements"):
        eve = plan.first - timedelta(days=1)
        told.counts["advertisements"] += ads.open_stock(
            plan.stock, seed=plan.seed, day=eve, shares=plan.shares, processes=plan.processes
        )
    with told.stage("settling"):
        for one in kommuner:
            day.begin(one, seed=plan.seed, day=plan.first, people=plan.people, truth=plan.truth)
    for number in range(plan.days):
        today = plan.first + timedelta(days=number)
        waiting = [one for one in kommuner if played_to(one) < today]
        if waiting:
            _one_day(waiting, plan, today, number, told)
        if (number + 1) % 7 == 0 or number + 1 == plan.days:
            progress(f"  {number + 1} of {plan.days} days: {_words(told.counts)}")
    return told


def _one_day(
    kommuner: Sequence[Municipality], plan: Plan, today: date, number: int, told: Told
) -> None:
    with told.stage("advertisements"):
        ads.close(at=moment(today, 4.0))
        told.counts["advertisements"] += ads.advertise(
            plan.stock, seed=plan.seed, day=today, shares=plan.shares
        )
    if plan.match_every and number % plan.match_every == 0:
        with told.stage("suggestions"):
            tailored.bring_world_up_to_date(at=moment(today, 7.2), wait=True)
            tailored.match_everybody(at=moment(today, 7.3))
    for one in kommuner:
        with told.stage("life"):
            told.counts += day.play(one, day=today)
        if plan.nights:
            with told.stage("nights"):
                nights.pass_night(one, at=moment(today, 23.6))


def played_to(municipality: Municipality) -> date:
    """Return the last day that was played in a kommune; the first of all days if none was."""
    with working_for(municipality.pk):
        row = SimulatedKommune.objects.only("day").first()
        return row.day if row else date.min


def _words(counts: Counter[str]) -> str:
    shown = ("new", "left", "found", "logins", "applications", "looks")
    return ", ".join(f"{counts[name]:,} {name}" for name in shown)
