# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the demo's staff have sent to many, what came of it, and a push that waits for a yes."""

import tomllib
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypedDict

import numpy as np
from django.utils import timezone

from jobunivers.foundation.notices import actions as notices
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.outreach import actions, queries
from jobunivers.rooms.outreach.actions import Content
from jobunivers.rooms.tailored import queries as tailored
from jobunivers.simulator.words import TEXTS

_SEED = 620


class _Push(TypedDict, total=False):
    what: str
    page: str
    title: str
    words: str
    because: str
    people: int
    days_ago: int
    seen: int
    no: int
    despite: str


def write(*, at: datetime) -> None:
    """Let the staff of the kommune worked for have sent these, once."""
    personas = [one.person for one in identity.personas()]
    senders = [one for one in personas if one.role == Role.ASSISTANT]
    played = {one.pk for one in personas}
    citizens: list[int] = identity.citizen_columns()[0].tolist()
    free = [pk for pk in citizens if pk not in played]
    today = timezone.localdate(at)
    here = {one.citizen_id for one in journey.open_spells() if one.began_on < today}
    mine = [pk for pk in citizens if pk in played and pk in here]
    if not senders or queries.any_pushes():
        return
    with (TEXTS / "pushes.toml").open("rb") as file:
        told: Sequence[_Push] = tomllib.load(file)["push"]
    for one in told:
        if one["what"] == "job":
            _ask_for_a_yes(one, senders[0].pk, [*mine, *free], at=at)
        else:
            _send(one, senders[0].pk, [*mine, *free][: one["people"]], set(free), at=at)


def _send(one: _Push, sender: int, people: list[int], free: set[int], *, at: datetime) -> None:
    """Send one, and let those who are not played by anybody answer."""
    path = queries.page_path(one["page"]) if one["what"] == "page" else ""
    content = Content(
        what=one["what"], title=one["title"], path=path, words=one["words"], because=one["because"]
    )
    then = at - timedelta(days=one["days_ago"])
    push = actions.start_push(sender_id=sender, content=content, picked=people, at=then)
    push = actions.preview(push_id=push.pk, at=then)
    if not push.reach["reached"]:
        actions.withdraw(push_id=push.pk, by_id=sender, at=then)
        return
    actions.submit(push_id=push.pk, version=push.version, send_at=then, despite="", at=then)
    more = actions.begin(push_id=push.pk, at=then)
    while more:
        more = actions.send_some(push_id=push.pk, at=then)
    luck = np.random.default_rng(_SEED)
    for row in queries.received(push.pk):
        lot = int(luck.integers(100))
        if row.citizen_id not in free or lot >= one["seen"]:
            continue
        read = then + timedelta(hours=2 + lot)
        notices.mark_read(person_id=row.citizen_id, at=min(read, at))
        if lot < one["no"]:
            actions.not_for_me(received=row, no_more=False, at=min(read, at))


def _ask_for_a_yes(one: _Push, sender: int, people: list[int], *, at: datetime) -> None:
    """Hand in a job for more than it bears: a manager must agree."""
    lists = tailored.current_lists(citizen_ids=people[:500])
    wanted = Counter(pk for found in lists.values() for pk in found.vacancy_ids[:20])
    for vacancy_id, _times in wanted.most_common(20):
        job = queries.job(vacancy_id, at=at)
        if job is None:
            continue
        content = Content(
            what=one["what"], thing=str(job.pk), title=job.title, path=job.path,
            positions=job.positions, words=one["words"], because=one["because"],
        )  # fmt: skip
        # Those who have it on their list come first: more than one job bears, all the same.
        them = sorted(lists, key=lambda pk: (vacancy_id not in lists[pk].vacancy_ids, pk))
        push = actions.start_push(
            sender_id=sender, content=content, picked=them[: one["people"]], at=at
        )
        push = actions.preview(push_id=push.pk, at=at)
        if not push.reach["reached"]:
            actions.withdraw(push_id=push.pk, by_id=sender, at=at)
            continue
        actions.submit(
            push_id=push.pk, version=push.version, send_at=at, despite=one["despite"], at=at
        )
        return
