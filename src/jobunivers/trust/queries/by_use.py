# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How good a model is in real use, for each group, as its card shows it; small numbers hidden."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.ui import wording
from jobunivers.trust import words
from jobunivers.trust.dividing import Outcome, division, outcome
from jobunivers.trust.models import GroupFigure

# By whether it is of the whole country, the outcome's name and the dimension.
_Rows = dict[tuple[bool, str, str], list[GroupFigure]]
_FEW = 5  # of whom one would not be told apart
_ROUND = 10


@dataclass(frozen=True, slots=True)
class UseRow:
    """One group's figure in words; `people` is rounded down, so that nobody can be counted out."""

    group: str
    value: str
    interval: str
    people: str


@dataclass(frozen=True, slots=True)
class UseTable:
    """One outcome over the groups of one dimension, here or in the whole country."""

    dimension: str
    name: str
    meaning: str
    here: bool
    counted_at: datetime
    rows: list[UseRow]


def use_tables(codes: Sequence[str]) -> dict[str, list[UseTable]]:
    """Return what came of each model's choices: in the kommune worked for, then in the country."""
    found: Mapping[str, _Rows] = {code: {} for code in codes}
    rows = GroupFigure.objects.filter(code__in=codes)
    for row in rows.order_by("name", "dimension", "group", "pk"):
        key = (row.municipality_id is None, row.name, row.dimension)
        found[row.code].setdefault(key, []).append(row)
    return {code: _tables(code, rows) for code, rows in found.items()}


def _tables(code: str, found: _Rows) -> list[UseTable]:
    return [
        UseTable(
            dimension=str(words.DIMENSIONS[dimension]),
            name=str(known.called),
            meaning=str(known.meaning),
            here=not country,
            counted_at=max(one.counted_at for one in some),
            rows=_rows(known, some),
        )
        for (country, name, dimension), some in sorted(found.items())
        if (known := outcome(code, name)) is not None
    ]


def _rows(known: Outcome, some: Iterable[GroupFigure]) -> list[UseRow]:
    told = [UseRow(_called(one), *_said(known, one), _about(one.people)) for one in some]
    return sorted(told, key=lambda row: row.group)


def _called(row: GroupFigure) -> str:
    language = (get_language() or "da")[:2]
    if row.dimension == "region":
        return dict(places.regions()).get(row.group, row.group)
    known = division(row.dimension)
    return known.called(row.group, language) if known else row.group


def _said(known: Outcome, row: GroupFigure) -> tuple[str, str]:
    """Return value and interval; of a share that would tell of fewer than five, a bound alone."""
    if not known.share:
        between = f"{wording.number(row.low, 2)} – {wording.number(row.high, 2)}"
        return wording.number(row.value, 2), between
    bound = _FEW / row.people
    if row.value < bound:
        return _("under %(share)s") % {"share": _percent(bound)}, ""
    if row.value > 1 - bound:
        return _("over %(share)s") % {"share": _percent(1 - bound)}, ""
    return _percent(row.value), f"{_percent(row.low)} – {_percent(row.high)}"


def _percent(share: float) -> str:
    return f"{wording.number(100 * share)} %"


def _about(people: int) -> str:
    return _("mindst %(people)s") % {"people": wording.number(people // _ROUND * _ROUND)}
