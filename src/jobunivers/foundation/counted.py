# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many rows there are, as a question like others: asked in one journey with them.

Django's `count()` goes to the database by itself. This one waits, and can be put together once.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import IntegerField, QuerySet, Subquery


class _Many(Subquery):
    """The number of rows of another question, which PostgreSQL counts once."""

    template = "(SELECT count(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


def counted(
    rows: "QuerySet[Any, Any]", *, most: int | None = None, each: str = ""
) -> "QuerySet[Any, int]":
    """Return the question how many rows there are, for `how_many`; counted no further than `most`.

    It has one row with the number, or none where there is nothing to count. With `each` rows that
    are alike in that column are one.
    """
    plain = rows.order_by()
    asked = plain.values(each).distinct() if each else plain.values("pk")
    number = _Many(asked[:most])
    answer: QuerySet[Any, int] = plain.annotate(how_many=number).values_list("how_many", flat=True)
    return answer[:1]


def how_many(answer: Iterable[int]) -> int:
    """Return the number, from the answer to `counted`."""
    return next(iter(answer), 0)
