# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the citizen herself turns: from safe to bold, and more of what she likes."""

from datetime import datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.tailored.models import MoreLikeThis, Preference
from jobunivers.rooms.vacancies import queries as vacancies


class UnknownVacancy(Exception):  # noqa: N818 - it reads as what happened
    """There is no such advertisement for this kommune."""


@transaction.atomic
def choose_boldness(*, citizen_id: int, boldness: float, at: datetime) -> None:
    """Remember how far from what she knows she wants to look: 0 safe … 1 bold.

    Raises ValueError when it is neither nor anything between.
    """
    if not 0.0 <= boldness <= 1.0:
        raise ValueError(f"boldness is 0 to 1, not {boldness}")
    Preference.objects.update_or_create(
        citizen_id=citizen_id, defaults={"boldness": boldness, "changed_at": at}
    )
    events.record(
        "tailored.boldness_chosen",
        at=at,
        citizen_id=citizen_id,
        actor_id=citizen_id,
        data={"boldness": boldness},
    )


@transaction.atomic
def more_like(*, citizen_id: int, vacancy_id: int, at: datetime) -> None:
    """Let an advertisement count as a kind she wants more of; asking twice is asking once."""
    if vacancy_id not in vacancies.rows_by_id([vacancy_id]):
        raise UnknownVacancy
    _, new = MoreLikeThis.objects.get_or_create(
        citizen_id=citizen_id, vacancy_id=vacancy_id, defaults={"at": at}
    )
    if new:
        _record("tailored.more_asked_for", citizen_id, vacancy_id, at)


@transaction.atomic
def no_more_like(*, citizen_id: int, vacancy_id: int, at: datetime) -> None:
    """Take back that she wants more of this kind."""
    gone, _ = MoreLikeThis.objects.filter(citizen_id=citizen_id, vacancy_id=vacancy_id).delete()
    if gone:
        _record("tailored.more_taken_back", citizen_id, vacancy_id, at)


def _record(kind: str, citizen_id: int, vacancy_id: int, at: datetime) -> None:
    events.record(
        kind, at=at, citizen_id=citizen_id, actor_id=citizen_id, data={"vacancy": vacancy_id}
    )
