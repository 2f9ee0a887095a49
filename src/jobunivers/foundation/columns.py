# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Very many rows read as columns: PostgreSQL packs the numbers, NumPy takes them as they are.

A row of Python objects costs microseconds a value; a packed column costs nanoseconds. What is
read stays under row-level security like any other query.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from django.db import connection
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Doubles = NDArray[np.float64]


def read_columns(
    query: str,
    params: Sequence[Any] | Mapping[str, Any] | None = None,
    *,
    ints: Sequence[str] = (),
    doubles: Sequence[str] = (),
) -> tuple[dict[str, Ints], dict[str, Doubles]]:
    """Return columns of a SELECT by name, all in one order: whole numbers, and numbers with NaN.

    Whole numbers must not be NULL; a number that is NULL is NaN.
    """
    packed = [f"string_agg(int8send({name}::bigint), ''::bytea)" for name in ints]
    packed += [
        f"string_agg(float8send(coalesce({name}::float8, 'NaN'::float8)), ''::bytea)"
        for name in doubles
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(packed)} FROM ({query}) AS q", params)  # noqa: S608 - our own text
        found = cursor.fetchone() or ()
    whole = {
        name: np.frombuffer(value or b"", dtype=">i8").astype(np.int64)
        for name, value in zip(ints, found[: len(ints)], strict=True)
    }
    numbers = {
        name: np.frombuffer(value or b"", dtype=">f8").astype(np.float64)
        for name, value in zip(doubles, found[len(ints) :], strict=True)
    }
    return whole, numbers


def at_ids(wanted: Ints, ids: Ints, values: Doubles) -> Doubles:
    """Return the value of each wanted id, NaN where there is none; `ids` each at most once."""
    order = np.argsort(ids, kind="stable")
    sorted_ids = ids[order]
    places = np.searchsorted(sorted_ids, wanted)
    inside = places < len(ids)
    found = np.zeros(len(wanted), dtype=bool)
    found[inside] = sorted_ids[places[inside]] == wanted[inside]
    answer = np.full(len(wanted), np.nan)
    answer[found] = values[order[places[found]]]
    return answer


def array_text(values: Sequence[float | None]) -> str:
    """Return numbers as PostgreSQL writes an array: much faster than a list as a parameter."""
    return "{" + str(list(values))[1:-1].replace("None", "NULL") + "}"
