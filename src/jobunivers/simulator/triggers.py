# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules that send, as the demo's staff have written them: two that live, and one that is tested."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, TypedDict

import numpy as np

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.marketplace.queries import offer_by_key
from jobunivers.rooms.outreach import actions, queries
from jobunivers.rooms.outreach.actions import Body
from jobunivers.simulator.words import TEXTS

_SEED = 621
_LATER = timedelta(hours=3)  # on the same day: a day's people are chosen in the morning


class _Rule(TypedDict, total=False):
    name: str
    what: str
    page: str
    offer: str
    title: str
    words: str
    because: str
    why: str
    cool_days: int
    per_day: int
    days_ago: int
    seen: int
    when: Sequence[Mapping[str, Any]]


def write(*, at: datetime) -> int:
    """Let the staff of the kommune worked for have these rules, once; return how many are new.

    Those that live have run each day since; most people have opened what they got.
    """
    personas = [one.person for one in identity.personas()]
    owners = [one.pk for one in personas if one.role == Role.ASSISTANT]
    managers = [one for one in personas if one.role == Role.MANAGER]
    played = {one.pk for one in personas}
    if not owners or queries.any_rules():
        return 0
    with (TEXTS / "rules.toml").open("rb") as file:
        told: Sequence[_Rule] = tomllib.load(file)["rule"]
    made = 0
    with events.quietly():
        for one in told:
            made += _write(one, owners[0], [one.pk for one in managers], at=at)
        _run(max(one["days_ago"] for one in told), at=at)
        _read({one["name"]: one["seen"] for one in told}, played, at=at)
    return made


def _write(one: _Rule, owner: int, managers: Sequence[int], *, at: datetime) -> int:
    body = _body(one)
    if body is None:  # what it sends is not in this kommune
        return 0
    then = at - timedelta(days=one["days_ago"] + 1)
    rule = actions.start_trigger(owner_id=owner, name=one["name"], body=body, at=then)
    actions.test_trigger(trigger_id=rule.pk, by_id=owner, at=then if one["days_ago"] else at)
    if not one["days_ago"]:
        return 1
    rule = actions.set_live(
        trigger_id=rule.pk, seen=rule.version, by_id=owner, why=one["why"], at=then
    )
    if rule.draft is not None and managers:  # it reaches many: a second person has agreed
        actions.approve_trigger(
            trigger_id=rule.pk, by_id=managers[0], role=Role.MANAGER, at=then + _LATER
        )
    return 1


def _body(one: _Rule) -> Body | None:
    conditions: list[Mapping[str, Any]] = []
    for asked in one["when"]:
        offer = offer_by_key(asked["offer"]) if "offer" in asked else None
        if "offer" in asked and offer is None:
            return None
        conditions.append({**asked, "offer": str(offer.pk)} if offer else {**asked})
    sent = offer_by_key(one["offer"]) if "offer" in one else None
    if "offer" in one and sent is None:
        return None
    return Body(
        conditions=conditions,
        what=one["what"],
        thing=str(sent.pk) if sent else "",
        title=one["title"],
        path=queries.page_path(one["page"]) if one["what"] == "page" else "",
        words=one["words"],
        because=one["because"],
        cool_days=one["cool_days"],
        per_day=one["per_day"],
        from_now=False,
    )


def _run(days: int, *, at: datetime) -> None:
    """Let what lives choose its people every third day since, and send to them."""
    for ago in range(days, -1, -3):
        then = at - timedelta(days=ago)
        if not actions.run_triggers(at=then):
            continue
        for push_id in actions.due(at=then):
            more = actions.begin(push_id=push_id, at=then)
            while more:
                more = actions.send_some(push_id=push_id, at=then)


def _read(seen: Mapping[str, int], played: set[int], *, at: datetime) -> None:
    """Let those who are not played by anybody open what they got, as often as is told."""
    luck = np.random.default_rng(_SEED)
    for name, row in queries.sent_by_rules():
        lot = int(luck.integers(100))
        if row.citizen_id not in played and lot < seen.get(name, 0):
            read = row.at + timedelta(hours=2 + lot / 4)
            notices.mark_read(person_id=row.citizen_id, at=min(read, at))
