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


def pushed(people: Rows, day: date) -> None:
    """Let those who got a push since yesterday morning feel it; it counts as unanswered so far."""
    since = moment(day - timedelta(days=1), 9.0)
    got = (
        Notice.objects.filter(created_at__gte=since).order_by().values_list("person_id", flat=True)
    )
    rows = np.isin(people["citizen"], np.array(list(got), dtype=np.int64))
    people["nudged"][rows] = day.toordinal()
    people["unanswered"][rows] = np.minimum(people["unanswered"][rows] + 1, _MOST_UNANSWERED)


def answered(scene: Scene) -> None:
    """Let those who logged in read what waited for them."""
    came = {int(scene.people["citizen"][row]): at for row, at in scene.logins.items()}
    unread = Notice.objects.filter(read_at=None, person_id__in=list(came)).order_by()
    for citizen in sorted(set(unread.values_list("person_id", flat=True))):
        notices.mark_read(person_id=citizen, at=came[citizen])
