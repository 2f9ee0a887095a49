# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the platform pushes to people, and what they make of it: whoever sends it, it moves them."""

from datetime import date, timedelta

import numpy as np

from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.notices.models import Notice
from jobunivers.simulator.life.record import Rows
from jobunivers.simulator.life.scene import Scene, moment

_MOST_UNANSWERED = 100
_ALERT = "vacancies.search_alert"


def pushed(people: Rows, day: date) -> None:
    """Let those who got a push since yesterday morning feel it; it counts as unanswered so far."""
    since = moment(day - timedelta(days=1), 9.0)
    got = (
        Notice.objects.filter(created_at__gte=since).order_by().values_list("person_id", flat=True)
    )
    rows = np.isin(people["citizen"], np.array(list(got), dtype=np.int64))
    people["nudged"][rows] = day.toordinal()
    people["unanswered"][rows] = np.minimum(people["unanswered"][rows] + 1, _MOST_UNANSWERED)


def push(scene: Scene) -> None:
    """Tell people what their saved searches found, about once a week each."""
    people, ways = scene.people, scene.truth.behaviour
    drawn = scene.rng.random(len(people)) < ways.pushes_a_week / 7
    wanted = []
    for row in np.flatnonzero(drawn & (people["saved"] > 0) & scene.today.out):
        found = scene.market.fits(people[row])
        if len(found):
            wanted.append(_alert(scene, int(row), [int(one) for one in found]))
    at = moment(scene.day, 7.5)
    made = notices.notify_many(wanted, at=at)
    notices.note_sent(notice_ids=[one.pk for one in made], at=at)
    scene.count("pushes", len(made))


def _alert(scene: Scene, row: int, found: list[int]) -> notices.Wanted:
    person, jobs = scene.people[row], scene.market.positions
    return notices.Wanted(
        person_id=int(person["citizen"]),
        kind=_ALERT,
        data={
            "search_id": int(person["saved"]),
            "name": jobs[found[0]].title[:60],
            "count": len(found),
            "vacancy_ids": [jobs[one].vacancy_id for one in found[:3]],
        },
        path="gemte-soegninger/",
        key=f"search:{int(person['saved'])}:{scene.day}",
    )


def answered(scene: Scene) -> None:
    """Let those who logged in read what waited for them."""
    came = {int(scene.people["citizen"][row]): at for row, at in scene.logins.items()}
    unread = Notice.objects.filter(read_at=None, person_id__in=list(came)).order_by()
    for citizen in sorted(set(unread.values_list("person_id", flat=True))):
        notices.mark_read(person_id=citizen, at=came[citizen])
