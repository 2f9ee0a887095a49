# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The jobs a model suggested to a citizen, as she sees them, with the reasons and the remarks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from jobunivers.rooms.casework.models import RecommendationRemark
from jobunivers.rooms.casework.queries.remarks import remarks_on
from jobunivers.rooms.tailored import queries as tailored
from jobunivers.trust import queries as trust

MODEL = "matching"
"""The model's code in the AI register."""
_MOST_PAGES = 50


@dataclass(frozen=True, slots=True)
class SuggestionsPage:
    """One page of the list, what each row was remarked, and whether the model is on."""

    shown: tailored.RecommendedPage
    remarks: Mapping[int, list[RecommendationRemark]]  # by vacancy
    state: trust.State
    model: str


@dataclass(frozen=True, slots=True)
class SuggestionPage:
    """One suggestion with its reasons, where it stands in the list, and what was remarked."""

    row: tailored.Row
    run_id: int
    model: str
    computed_at: datetime
    side: int  # the page of the list it stands on
    remarks: list[RecommendationRemark]


def suggestions_page(*, citizen_id: int, language: str, at: datetime, page: int) -> SuggestionsPage:
    """Return what the citizen sees under her relevant jobs, for whoever helps her."""
    run = tailored.current_run(citizen_id=citizen_id)
    return SuggestionsPage(
        shown=tailored.recommended_page(citizen_id=citizen_id, language=language, at=at, page=page),
        remarks=_by_vacancy(citizen_id),
        state=trust.state_of(MODEL),
        model=run.model if run else "",
    )


def suggestion_page(
    *, citizen_id: int, vacancy_id: int, language: str, at: datetime
) -> SuggestionPage | None:
    """Return one suggestion of the citizen's list as it stands; None when it is not on it."""
    run = tailored.current_run(citizen_id=citizen_id)
    if run is None:
        return None
    for side in range(1, _MOST_PAGES):
        page = tailored.recommended_page(citizen_id=citizen_id, language=language, at=at, page=side)
        for row in page.rows:
            if row.vacancy.pk == vacancy_id:
                remarks = _by_vacancy(citizen_id).get(vacancy_id, [])
                return SuggestionPage(row, run.pk, run.model, run.computed_at, side, remarks)
        if not page.sheet.has_next():
            break
    return None


def _by_vacancy(citizen_id: int) -> dict[int, list[RecommendationRemark]]:
    found: dict[int, list[RecommendationRemark]] = {}
    for remark in remarks_on(citizen_id=citizen_id):
        found.setdefault(remark.vacancy_id, []).append(remark)
    return found
