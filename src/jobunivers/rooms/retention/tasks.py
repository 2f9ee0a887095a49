# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each night: who has gone, who is held back, what was approved is done, and tomorrow's is told."""

import logging

from django.db import Error
from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app

from jobunivers.foundation.everywhere import each_kommune
from jobunivers.foundation.notices.actions import beat
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.retention import actions
from jobunivers.rooms.retention.queries.told import SENDER

_log = logging.getLogger(__name__)
_FORTNIGHT = 14 * 24  # hours


@app.periodic(cron="40 3 * * *")
@app.task(lock="retention", queueing_lock="retention.tidy_everywhere")
def tidy_everywhere(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Tidy every kommune, each night; one that fails does not stop the others."""
    told = each_kommune("retention", lambda municipality: tidy(municipality.pk))
    beat(sender=SENDER, at=timezone.now(), made=told)


def tidy(municipality_id: int) -> int:
    """Do one kommune's night; return how many people were told.

    What was planned before today is done first, so that every plan can be seen for a day.
    """
    now = timezone.now()
    with working_for(municipality_id):
        actions.find_ended(at=now)
        actions.bring_holds(at=now)
    run_approved(municipality_id)
    with working_for(municipality_id):
        told = actions.tell(at=now)
    with working_for(municipality_id):
        try:
            actions.make_plan(by_id=None, at=now)
        except actions.OpenAlready:
            _log.info("kommune %s has a plan of deletion that is open", municipality_id)
    return told


def run_approved(municipality_id: int) -> int:
    """Do the batches of approved plans, each in its own transaction; return how many failed."""
    with working_for(municipality_id):
        waiting = actions.to_run()
    failed = 0
    for batch_id in waiting:
        try:
            more = True
            while more:
                with working_for(municipality_id):
                    more = actions.run_batch(batch_id=batch_id, at=timezone.now())
        except (Error, OSError) as error:
            failed += 1
            why = getattr(error.__cause__, "sqlstate", None) or type(error).__name__
            _log.exception("a batch of deletion was taken back whole: batch %s", batch_id)
            with working_for(municipality_id):
                actions.note_failure(batch_id=batch_id, why=str(why))
    return failed


@app.periodic(cron="20 4 * * *")
@app.task(queueing_lock="retention.forget_jobs", pass_context=True)
async def forget_jobs(context: JobContext, timestamp: int = 0) -> None:  # noqa: ARG001
    """Forget finished jobs after a fortnight: they hold the numbers of those they were about."""
    await context.app.job_manager.delete_old_jobs(
        nb_hours=_FORTNIGHT, include_failed=True, include_cancelled=True, include_aborted=True
    )
