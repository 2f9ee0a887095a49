# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for this room: chain, seal, check, and look for what is unusual."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.everywhere import each_kommune
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.audit import actions


@app.periodic(cron="*/2 * * * *")
@app.task(queueing_lock="audit.chain_rows", lock="audit.chain")
def chain_rows(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Chain what is new in every kommune; what is under way waits for the next time.

    What is chained for the first time is sealed and checked at once.
    """
    now = timezone.now()
    actions.mark(at=now)
    highs = actions.settled()

    def one(municipality: Municipality) -> None:
        with working_for(municipality.pk):
            actions.chain(highs=highs, at=now)
        actions.begin(municipality=municipality, at=now)

    each_kommune("chaining", one, platform=True)


@app.periodic(cron="20 0 * * *")
@app.task(queueing_lock="audit.seal_days", lock="audit.chain")
def seal_days(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Seal what every chain had come to when the day was over."""
    now = timezone.now()
    yesterday = timezone.localdate(now) - timedelta(days=1)

    def one(municipality: Municipality) -> None:
        with working_for(municipality.pk):
            actions.seal(day=yesterday, at=now)

    each_kommune("sealing", one, platform=True)


@app.periodic(cron="40 3 * * *")
@app.task(queueing_lock="audit.check_chains")
def check_chains(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Hold every chain against its rows, and keep what was found."""
    now = timezone.now()

    def one(municipality: Municipality) -> None:
        actions.check(municipality=municipality, at=now)

    each_kommune("checking chains", one, platform=True)


@app.task
def check_one(**told: Any) -> None:
    """Check one chain, because somebody asked: `municipality_id`, `event_data` as of any event."""
    municipality = tenancy.by_pk(told["municipality_id"])
    if municipality is not None:
        asked = told["event_data"].get("asked_by_id")
        actions.check(municipality=municipality, at=timezone.now(), asked_by_id=asked)


@app.periodic(cron="50 4 * * *")
@app.task(queueing_lock="audit.find_unusual")
def find_unusual(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Go through yesterday's looks by every kommune's rules; on the 1st, draw last month's."""
    now = timezone.now()
    today = timezone.localdate(now)

    def one(municipality: Municipality) -> None:
        with working_for(municipality.pk):
            actions.find_unusual(day=today - timedelta(days=1), at=now)
            actions.draw_sample(month=(today.replace(day=1) - timedelta(days=1)), at=now)

    each_kommune("finding unusual looks", one, platform=True)
