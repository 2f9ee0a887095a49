# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One day of one kommune, from morning to night, in one transaction."""

from collections import Counter
from datetime import date

import numpy as np
from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import actions as identity
from jobunivers.identity import queries as people_queries
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.tailored import queries as tailored
from jobunivers.simulator.life import acting, arriving, behaving, hiring, offers, staffing, taking
from jobunivers.simulator.life.market import Market
from jobunivers.simulator.life.newcomers import homes, spot
from jobunivers.simulator.life.pushes import answered, push, pushed
from jobunivers.simulator.life.record import DAY, OUT, Record
from jobunivers.simulator.life.scene import Helper, Lists, Scene, moment
from jobunivers.simulator.models import SimulatedKommune
from jobunivers.simulator.truth import Truth

_ROLES = (Role.ADVISER, Role.ADVISER, Role.CONSULTANT, Role.ASSISTANT)
_HELPERS = "Medarbejder (simuleret)"


def begin(
    municipality: Municipality, *, seed: int, day: date, people: int, truth: Truth
) -> SimulatedKommune:
    """Return the kommune's row, with people and staff settled on the day before `day` if new."""
    with working_for(municipality.pk), events.quietly():
        row = SimulatedKommune.objects.filter(municipality_id=municipality.pk).first()
        if row is not None:
            return row
        record = Record(truth=truth, target=people)
        eve = date.fromordinal(day.toordinal() - 1)
        arriving.settle(record, seed=seed, code=municipality.code, day=eve, many=people)
        _hire_staff(people, eve, truth)
        return SimulatedKommune.objects.create(seed=seed, day=eve, record=record.to_bytes())


def play(municipality: Municipality, *, day: date) -> Counter[str]:
    """Play a kommune's day; return what happened, in numbers.

    The day is written whole or not at all, together with what is remembered of it.
    """
    with working_for(municipality.pk), transaction.atomic(), events.quietly():
        row = SimulatedKommune.objects.select_for_update().get()
        record = Record.from_bytes(bytes(row.record))
        scene = _scene(municipality, row.seed, record, day)
        hiring.answer(scene)
        push(scene)
        arriving.change(scene)
        acting.act(scene)
        taking.take(scene)
        answered(scene)
        staffing.follow_up(scene)
        hiring.leave(scene)
        arriving.come(scene)
        _count(scene)
        row.day, row.record = day, record.to_bytes()
        row.save()
        return Counter({name: int(many) for name, many in scene.tally.items()})


def _scene(municipality: Municipality, seed: int, record: Record, day: date) -> Scene:
    people = record.people
    market = Market.read(at=moment(day, 9.0), around=spot(homes(municipality.code).things[0]))
    market.applied = Counter(record.sent["vacancy"].tolist())
    out = people["citizen"][people["state"] == OUT]
    lists = Lists(tailored.holders_of_lists(citizen_ids=out.tolist()))
    pushed(people, day)
    offers.feel(people, day)
    has_list = np.isin(people["citizen"], np.fromiter(lists.holders, dtype=np.int64))
    today = behaving.look(
        record, day=day.toordinal(), weekday=day.weekday(), month=day.month, has_list=has_list
    )
    return Scene(
        seed=seed,
        code=municipality.code,
        day=day,
        record=record,
        rng=np.random.default_rng([seed, int(municipality.code), day.toordinal()]),
        market=market,
        lists=lists,
        staff=tuple(_staff()),
        today=today,
    )


def _staff() -> list[Helper]:
    return [Helper(pk, Role(role)) for pk, role in people_queries.staff_of(roles=ADVISING)]


def _hire_staff(people: int, day: date, truth: Truth) -> None:
    """Have as many who help as the people need; those who are there already count."""
    many = max(2, round(people / truth.behaviour.seekers_a_helper)) - len(_staff())
    identity.add_people(
        newcomers=[
            identity.Newcomer(
                name=f"{_HELPERS} {number + 1}",
                role=_ROLES[number % len(_ROLES)],
                at=moment(day, 4.0),
            )
            for number in range(max(0, many))
        ]
    )


def _count(scene: Scene) -> None:
    row = np.zeros(1, dtype=DAY)
    row["day"], row["out"] = scene.ordinal, int((scene.people["state"] == OUT).sum())
    row["advised"], row["advice"] = scene.today.advised, scene.today.advice
    for name, many in scene.tally.items():
        row[name] = many
    scene.tally["out"] = float(row["out"][0])
    scene.record.days = np.concatenate([scene.record.days, row])
