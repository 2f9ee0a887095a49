# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Searches she comes back to."""

from datetime import datetime

from django.db import transaction

from jobunivers.rooms.vacancies.actions.recording import record
from jobunivers.rooms.vacancies.models import AlertRhythm, SavedSearch

# More than anybody reads; each is asked of the index when she looks.
MOST_SAVED = 30


class TooManySearches(Exception):  # noqa: N818 - it reads as what happened
    """She has as many saved searches as there may be."""


@transaction.atomic
def save_search(*, citizen_id: int, name: str, query: str, at: datetime) -> SavedSearch:
    """Save a search; saving the same again gives it the new name.

    Raises:
        TooManySearches: there are `MOST_SAVED` others.
    """
    others = SavedSearch.objects.filter(citizen_id=citizen_id).exclude(query=query)
    if others.count() >= MOST_SAVED:
        raise TooManySearches
    saved, _ = SavedSearch.objects.update_or_create(
        citizen_id=citizen_id,
        query=query,
        defaults={"name": name},
        create_defaults={"name": name, "created_at": at, "opened_at": at},
    )
    record("vacancies.search_saved", citizen_id, None, at=at, search_id=saved.pk)
    return saved


def change_search(*, saved: SavedSearch, name: str, rhythm: AlertRhythm) -> None:
    """Give a saved search another name, and say how often its news are told."""
    SavedSearch.objects.filter(pk=saved.pk).update(name=name, rhythm=rhythm)


def search_opened(*, saved: SavedSearch, at: datetime) -> None:
    """Remember when she last looked, so that "new since then" means something."""
    SavedSearch.objects.filter(pk=saved.pk).update(opened_at=at)


@transaction.atomic
def forget_search(*, saved: SavedSearch, at: datetime) -> None:
    """Delete a saved search."""
    record("vacancies.search_forgotten", saved.citizen_id, None, at=at, search_id=saved.pk)
    saved.delete()
