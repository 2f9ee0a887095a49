# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What several tiles of a citizen's page need of advertisements, asked for once for all."""

from collections.abc import Collection, Iterable

from jobunivers.foundation.tiles import Asking
from jobunivers.foundation.together import Question
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.queries.index import rows_question
from jobunivers.rooms.vacancies.queries.marks import Marks, marks_from, marks_question

_ROWS, _MARKS = "vacancies.rows", "vacancies.marks"


def want_rows(asking: Asking, ids: Iterable[int]) -> None:
    """Want the list rows of these advertisements; said in a tile's `then`."""
    asking.wants_of(_ROWS, ids, lambda among: rows_question(ids=among))


def shared_rows(asking: Asking) -> dict[int, Vacancy]:
    """Return the list rows that any tile wanted, by id; what she may not see is not there."""
    return {row.pk: row for row in asking.rows(_ROWS)}


def want_marks(asking: Asking, ids: Iterable[int]) -> None:
    """Want her marks on these advertisements; said in a tile's `then`."""

    def build(among: Collection[int]) -> Question:
        return marks_question(citizen_id=asking.citizen_id, among=among)

    asking.wants_of(_MARKS, ids, build)


def shared_marks(asking: Asking) -> Marks:
    """Return her marks on the advertisements that any tile wanted them of."""
    return marks_from(asking.rows(_MARKS))
