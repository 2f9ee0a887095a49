# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for the shelves: what is told, and whether addresses still answer."""

from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.everywhere import each_kommune
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.integrations.links import ask_many
from jobunivers.rooms.marketplace import actions


@app.task
def tell_of_taken_down(**told: Any) -> None:
    """Tell those who use what a kommune took down; safe to run twice."""
    entry_id = (told.get("event_data") or {}).get("entry_id")
    if entry_id is not None:
        with working_for(told["municipality_id"]):
            actions.tell_of_taken_down(entry_id=entry_id, at=timezone.now())


# At night, when the other side's machines have least to do.
@app.periodic(cron="10 3 * * *")
@app.task(queueing_lock="marketplace.check_links")
def check_links(timestamp: int = 0) -> None:  # noqa: ARG001 - procrastinate tells when it was due
    """Ask the addresses of offers whether they still answer: everybody's, then each kommune's."""
    asked = actions.links_to_ask()
    actions.keep_answers(asked, ask_many(one.url for one in asked), at=timezone.now())

    def own_links(municipality: Municipality) -> None:
        with working_for(municipality.pk):
            own = actions.links_to_ask()
        if own:
            # Nothing of the database is held while others are waited for.
            answers = ask_many(one.url for one in own)
            with working_for(municipality.pk):
                actions.keep_answers(own, answers, at=timezone.now())

    each_kommune("asking links", own_links)
