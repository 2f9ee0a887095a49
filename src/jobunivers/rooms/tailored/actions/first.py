# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first jobs of somebody on her way in, for the entrance below, which asks for them."""

from contextlib import suppress
from datetime import datetime

from jobunivers.rooms.entrance import queries as entrance
from jobunivers.rooms.tailored.actions.recommending import NotReady, SwitchedOff, recommend
from jobunivers.rooms.tailored.actions.showing import record_shown
from jobunivers.rooms.tailored.queries.pages import first_rows


class FirstJobsFinder:
    """What the entrance asks: find them in her request, and show what was found."""

    def make(self, *, citizen_id: int, at: datetime) -> None:
        """Compute her list now; where it cannot be, the page says what she can do."""
        with suppress(NotReady, SwitchedOff):
            recommend(citizen_id=citizen_id, at=at)

    def show(self, *, citizen_id: int, language: str, at: datetime) -> entrance.FirstJobs:
        """Return the best of her current list, to be logged as shown."""
        off, run, rows = first_rows(citizen_id=citizen_id, language=language, at=at)
        jobs = [
            entrance.FirstJob(
                title=row.vacancy.title,
                employer=row.vacancy.employer.name if row.vacancy.employer else "",
                why=row.main,
                vacancy_id=row.vacancy.pk,
            )
            for row in rows
        ]
        if run is None:
            return entrance.FirstJobs(jobs, off=off, shown=None)
        run_id, ranks = run.pk, [row.rank for row in rows]
        return entrance.FirstJobs(
            jobs,
            off=off,
            shown=lambda: record_shown(run_id=run_id, citizen_id=citizen_id, ranks=ranks, at=at),
        )
