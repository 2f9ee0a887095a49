# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is remembered when all that is held on a citizen is printed for access to the file."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events


@transaction.atomic
def file_printed(
    *,
    citizen_id: int,
    staff_id: int,
    without: Sequence[str],
    struck: bool,
    form: str,
    at: datetime,
) -> None:
    """Record that her file was printed, and what was left out.

    The case stands with the look, which she reads. Which names were struck out is not kept: it
    would be a list of other people.
    """
    events.record(
        "casework.file_printed",
        at=at,
        citizen_id=citizen_id,
        actor_id=staff_id,
        data={"without": list(without), "struck": struck, "form": form},
    )
