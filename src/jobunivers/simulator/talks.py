# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Talks that were held and talks ahead, for the people of the demo."""

import tomllib
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import TypedDict

from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.identity import queries as identity
from jobunivers.rooms.plan.actions import AgreementEntry
from jobunivers.rooms.talks import actions, queries
from jobunivers.rooms.talks.actions import (
    ProposalKind,
    ProposalState,
    TalkForm,
    TalkKind,
    TalkState,
)
from jobunivers.science.calendars import moment
from jobunivers.science.talks import VERSION
from jobunivers.simulator.words import TEXTS

_CLOCK = time(10, 0)
_SATURDAY = 5


class _Talk(TypedDict):
    days_ago: int
    form: str
    kind: str
    referat: str
    agreement: str
    due_in: int
    used: list[str]
    shown: dict[str, Mapping[str, int]]
    ahead_in: int
    ahead_form: str
    points: list[str]


def write(*, at: datetime) -> None:
    """Give the people of the kommune worked for their talks, once; nobody is told of them."""
    people = {one.person.name: one.person.pk for one in identity.personas()}
    with (TEXTS / "talks.toml").open("rb") as file:
        talks = tomllib.load(file)["talk"]
    with events.quietly():
        for said in talks:
            citizen, helper = people.get(said.pop("of")), people.get(said.pop("with"))
            if citizen is None or helper is None or queries.talks_of(citizen_id=citizen).exists():
                continue
            _held(citizen, helper, said, at=at)
            _ahead(citizen, helper, said, at=at)


def _held(citizen: int, helper: int, said: _Talk, *, at: datetime) -> None:
    then = _working_day(at - timedelta(days=said["days_ago"]))
    talk = actions.plan_talk(
        citizen_id=citizen,
        staff_id=helper,
        starts_at=then,
        form=TalkForm(said["form"]),
        kind=TalkKind(said["kind"]),
        actor_id=helper,
        at=then,
    )
    talk = actions.move_on(talk=talk, state=TalkState.UNDER_WAY, actor_id=helper, at=then)
    shown = [
        actions.Shown(ProposalKind.FOCUS, code, VERSION, reasons, order)
        for order, (code, reasons) in enumerate(said["shown"].items())
    ]
    actions.note_shown(talk=talk, shown=shown, at=then)
    for code in said["used"]:
        actions.settle(
            talk=talk,
            kind=ProposalKind.FOCUS,
            code=code,
            state=ProposalState.USED,
            actor_id=helper,
            at=then,
        )
    after = then + timedelta(minutes=40)
    actions.write_referat(
        talk=talk, version=0, text=said["referat"].strip(), staff_id=helper, at=after
    )
    if said["agreement"]:
        due = timezone.localdate(at) + timedelta(days=said["due_in"])
        entry = AgreementEntry(words=said["agreement"], due_on=due)
        actions.agree(talk=talk, entry=entry, staff_id=helper, at=after)
    actions.move_on(talk=talk, state=TalkState.HELD, actor_id=helper, at=after)


def _ahead(citizen: int, helper: int, said: _Talk, *, at: datetime) -> None:
    actions.plan_talk(
        citizen_id=citizen,
        staff_id=helper,
        starts_at=_working_day(at + timedelta(days=said["ahead_in"])),
        form=TalkForm(said["ahead_form"]),
        kind=TalkKind.JOB,
        actor_id=helper,
        at=at,
    )
    for words in said["points"]:
        actions.add_point(citizen_id=citizen, talk=None, words=words, by_id=citizen, at=at)


def _working_day(at: datetime) -> datetime:
    """Return ten o'clock on the day, or on the Monday after a weekend."""
    day = timezone.localdate(at)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return moment(day, _CLOCK)
