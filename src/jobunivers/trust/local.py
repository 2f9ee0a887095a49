# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What rooms above this floor tell it of one kommune: figures of use, and staff's remarks.

The rooms give their answer once, in their `apps.py`; whoever shows it needs not know the room.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.utils.functional import Promise


class LocalFigure(NamedTuple):
    """One figure of how a model is used in the kommune worked for, ready to be read.

    `value` is words ("12 af 80"), so that small numbers can be kept from telling who.
    """

    name: Promise | str
    value: str
    meaning: Promise | str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """An adviser disagreed with a suggestion to a citizen; she reads it."""

    at: datetime
    adviser: str
    vacancy_id: int
    about: str
    reason: Promise | str
    note: str


FigureProvider = Callable[[datetime], Sequence[LocalFigure]]
RemarkProvider = Callable[[int], Sequence[Remark]]
_figures: dict[str, FigureProvider] = {}
_remarks: list[RemarkProvider] = []


def provide_figures(code: str, provider: FigureProvider) -> None:
    """Let a room say how the model of a code is used in the kommune worked for."""
    _figures[code] = provider


def figures(code: str, *, at: datetime) -> list[LocalFigure]:
    """Return what is known of the model's use in the kommune worked for."""
    provider = _figures.get(code)
    return [*provider(at)] if provider else []


def provide_remarks(provider: RemarkProvider) -> None:
    """Let the room that keeps advisers' remarks answer for them."""
    _remarks[:] = [provider]


def remarks_about(citizen_id: int, *, vacancy_id: int | None = None) -> list[Remark]:
    """Return what advisers have remarked on suggestions to her, newest first.

    Args:
        citizen_id: whose suggestions.
        vacancy_id: only those on this advertisement, when given.
    """
    found = _remarks[0](citizen_id) if _remarks else ()
    return [one for one in found if vacancy_id is None or one.vacancy_id == vacancy_id]
